//! `VmSessionService` and its requests.
//!
//! @generated from `crates/model/data/services/vm_devices.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::types::Session;
use crate::wait::wait;

service! {
    /// A VM session.
    ///
    /// API path: `/vms/{vm:id}/sessions/{session:id}`
    VmSessionService = "vm_session"
}

impl VmSessionService {
    /// Reads the VM session.
    ///
    /// `GET /vms/{vm:id}/sessions/{session:id}`
    #[inline]
    pub fn get(&self) -> VmSessionGet {
        VmSessionGet(self.0.get("vm_session.get"))
    }
}

wait!(VmSessionService, Session);

request! {
    /// Request of [`VmSessionService::get`].
    VmSessionGet -> document(Session) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}
