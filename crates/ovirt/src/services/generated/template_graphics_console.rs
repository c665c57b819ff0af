//! `TemplateGraphicsConsoleService` and its requests.
//!
//! @generated from `crates/model/data/services/templates.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::types::GraphicsConsole;
use crate::wait::wait;

service! {
    /// A template graphics console.
    ///
    /// API path: `/templates/{template:id}/graphicsconsoles/{console:id}`
    TemplateGraphicsConsoleService = "template_graphics_console"
}

impl TemplateGraphicsConsoleService {
    /// Reads the template graphics console.
    ///
    /// `GET /templates/{template:id}/graphicsconsoles/{console:id}`
    #[inline]
    pub fn get(&self) -> TemplateGraphicsConsoleGet {
        TemplateGraphicsConsoleGet(self.0.get("template_graphics_console.get"))
    }

    /// Removes the template graphics console.
    ///
    /// `DELETE /templates/{template:id}/graphicsconsoles/{console:id}`
    #[inline]
    pub fn remove(&self) -> TemplateGraphicsConsoleRemove {
        TemplateGraphicsConsoleRemove(self.0.remove("template_graphics_console.remove"))
    }
}

wait!(TemplateGraphicsConsoleService, GraphicsConsole);

request! {
    /// Request of [`TemplateGraphicsConsoleService::get`].
    TemplateGraphicsConsoleGet -> document(GraphicsConsole) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

request! {
    /// Request of [`TemplateGraphicsConsoleService::remove`].
    TemplateGraphicsConsoleRemove -> nothing() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}
