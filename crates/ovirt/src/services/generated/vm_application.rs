//! `VmApplicationService` and its requests.
//!
//! @generated from `crates/model/data/services/vm_devices.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::types::Application;
use crate::wait::wait;

service! {
    /// A VM application.
    ///
    /// API path: `/vms/{vm:id}/applications/{application:id}`
    VmApplicationService = "vm_application"
}

impl VmApplicationService {
    /// Reads the VM application.
    ///
    /// `GET /vms/{vm:id}/applications/{application:id}`
    #[inline]
    pub fn get(&self) -> VmApplicationGet {
        VmApplicationGet(self.0.get("vm_application.get"))
    }
}

wait!(VmApplicationService, Application);

request! {
    /// Request of [`VmApplicationService::get`].
    VmApplicationGet -> document(Application) {
        /// Return only what the user has permissions on, as for a user who is no administrator.
        query(bool) filter;
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}
