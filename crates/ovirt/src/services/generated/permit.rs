//! `PermitService` and its requests.
//!
//! @generated from `crates/model/data/services/users.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::types::Permit;
use crate::wait::wait;

service! {
    /// One right of a role.
    ///
    /// API path: `/roles/{role:id}/permits/{permit:id}`
    PermitService = "permit"
}

impl PermitService {
    /// Reads the right's name, and whether only administrators may have it.
    ///
    /// `GET /roles/{role:id}/permits/{permit:id}`
    #[inline]
    pub fn get(&self) -> PermitGet {
        PermitGet(self.0.get("permit.get"))
    }

    /// Takes the right from the role; 409 for roles that come with the engine.
    ///
    /// `DELETE /roles/{role:id}/permits/{permit:id}`
    #[inline]
    pub fn remove(&self) -> PermitRemove {
        PermitRemove(self.0.remove("permit.remove"))
    }
}

wait!(PermitService, Permit);

request! {
    /// Request of [`PermitService::get`].
    PermitGet -> document(Permit) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

request! {
    /// Request of [`PermitService::remove`].
    PermitRemove -> nothing() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}
