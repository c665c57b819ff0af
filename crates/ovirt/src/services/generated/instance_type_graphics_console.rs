//! `InstanceTypeGraphicsConsoleService` and its requests.
//!
//! @generated from `crates/model/data/services/templates.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::types::GraphicsConsole;
use crate::wait::wait;

service! {
    /// An instance type graphics console.
    ///
    /// API path: `/instancetypes/{instance_type:id}/graphicsconsoles/{console:id}`
    InstanceTypeGraphicsConsoleService = "instance_type_graphics_console"
}

impl InstanceTypeGraphicsConsoleService {
    /// Reads the instance type graphics console.
    ///
    /// `GET /instancetypes/{instance_type:id}/graphicsconsoles/{console:id}`
    #[inline]
    pub fn get(&self) -> InstanceTypeGraphicsConsoleGet {
        InstanceTypeGraphicsConsoleGet(self.0.get("instance_type_graphics_console.get"))
    }

    /// Removes the instance type graphics console.
    ///
    /// `DELETE /instancetypes/{instance_type:id}/graphicsconsoles/{console:id}`
    #[inline]
    pub fn remove(&self) -> InstanceTypeGraphicsConsoleRemove {
        InstanceTypeGraphicsConsoleRemove(self.0.remove("instance_type_graphics_console.remove"))
    }
}

wait!(InstanceTypeGraphicsConsoleService, GraphicsConsole);

request! {
    /// Request of [`InstanceTypeGraphicsConsoleService::get`].
    InstanceTypeGraphicsConsoleGet -> document(GraphicsConsole) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

request! {
    /// Request of [`InstanceTypeGraphicsConsoleService::remove`].
    InstanceTypeGraphicsConsoleRemove -> nothing() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}
