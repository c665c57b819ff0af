//! `TemplateGraphicsConsolesService` and its requests.
//!
//! @generated from `crates/model/data/services/templates.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::TemplateGraphicsConsoleService;
use crate::stream::stream;
use crate::types::{GraphicsConsole, Identifier, List};

service! {
    /// Template graphics consoles, as a collection.
    ///
    /// API path: `/templates/{template:id}/graphicsconsoles`
    TemplateGraphicsConsolesService = "template_graphics_consoles"
}

impl TemplateGraphicsConsolesService {
    /// Adds a template graphics console.
    ///
    /// `POST /templates/{template:id}/graphicsconsoles`
    ///
    /// Needs `console.protocol`.
    #[inline]
    pub fn add(&self, console: impl Into<GraphicsConsole>) -> TemplateGraphicsConsolesAdd {
        TemplateGraphicsConsolesAdd(
            self.0
                .add::<GraphicsConsole>("template_graphics_consoles.add", console.into())
                .requires("console.protocol"),
        )
    }

    /// Lists the template graphics consoles.
    ///
    /// `GET /templates/{template:id}/graphicsconsoles`
    #[inline]
    pub fn list(&self) -> TemplateGraphicsConsolesList {
        TemplateGraphicsConsolesList(self.0.get("template_graphics_consoles.list"))
    }

    /// The console with this identifier.
    #[inline]
    pub fn console_service(
        &self,
        id: impl Identifier<GraphicsConsole>,
    ) -> TemplateGraphicsConsoleService {
        TemplateGraphicsConsoleService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`TemplateGraphicsConsolesService::add`].
    TemplateGraphicsConsolesAdd -> document(GraphicsConsole);
}

request! {
    /// Request of [`TemplateGraphicsConsolesService::list`].
    TemplateGraphicsConsolesList -> document(List<GraphicsConsole>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
    }
}

stream!(TemplateGraphicsConsolesList, GraphicsConsole);
named!(TemplateGraphicsConsolesService, GraphicsConsole, "protocol");
