//! `VmSessionsService` and its requests.
//!
//! @generated from `crates/model/data/services/vm_devices.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::services::VmSessionService;
use crate::stream::stream;
use crate::types::{Identifier, List, Session};

service! {
    /// VM sessions, as a collection.
    ///
    /// API path: `/vms/{vm:id}/sessions`
    VmSessionsService = "vm_sessions"
}

impl VmSessionsService {
    /// Lists the VM sessions.
    ///
    /// `GET /vms/{vm:id}/sessions`
    #[inline]
    pub fn list(&self) -> VmSessionsList {
        VmSessionsList(self.0.get("vm_sessions.list"))
    }

    /// The session with this identifier.
    #[inline]
    pub fn session_service(&self, id: impl Identifier<Session>) -> VmSessionService {
        VmSessionService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`VmSessionsService::list`].
    VmSessionsList -> document(List<Session>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
    }
}

stream!(VmSessionsList, Session);
