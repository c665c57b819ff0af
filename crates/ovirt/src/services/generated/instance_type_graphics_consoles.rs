//! `InstanceTypeGraphicsConsolesService` and its requests.
//!
//! @generated from `crates/model/data/services/templates.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::InstanceTypeGraphicsConsoleService;
use crate::stream::stream;
use crate::types::{GraphicsConsole, Identifier, List};

service! {
    /// Instance type graphics consoles, as a collection.
    ///
    /// API path: `/instancetypes/{instance_type:id}/graphicsconsoles`
    InstanceTypeGraphicsConsolesService = "instance_type_graphics_consoles"
}

impl InstanceTypeGraphicsConsolesService {
    /// Adds an instance type graphics console.
    ///
    /// `POST /instancetypes/{instance_type:id}/graphicsconsoles`
    ///
    /// Needs `console.protocol`.
    #[inline]
    pub fn add(&self, console: impl Into<GraphicsConsole>) -> InstanceTypeGraphicsConsolesAdd {
        InstanceTypeGraphicsConsolesAdd(
            self.0
                .add::<GraphicsConsole>("instance_type_graphics_consoles.add", console.into())
                .requires("console.protocol"),
        )
    }

    /// Lists the instance type graphics consoles.
    ///
    /// `GET /instancetypes/{instance_type:id}/graphicsconsoles`
    #[inline]
    pub fn list(&self) -> InstanceTypeGraphicsConsolesList {
        InstanceTypeGraphicsConsolesList(self.0.get("instance_type_graphics_consoles.list"))
    }

    /// The console with this identifier.
    #[inline]
    pub fn console_service(
        &self,
        id: impl Identifier<GraphicsConsole>,
    ) -> InstanceTypeGraphicsConsoleService {
        InstanceTypeGraphicsConsoleService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`InstanceTypeGraphicsConsolesService::add`].
    InstanceTypeGraphicsConsolesAdd -> document(GraphicsConsole);
}

request! {
    /// Request of [`InstanceTypeGraphicsConsolesService::list`].
    InstanceTypeGraphicsConsolesList -> document(List<GraphicsConsole>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
    }
}

stream!(InstanceTypeGraphicsConsolesList, GraphicsConsole);
named!(
    InstanceTypeGraphicsConsolesService,
    GraphicsConsole,
    "protocol"
);
