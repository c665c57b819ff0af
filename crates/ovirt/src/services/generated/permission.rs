//! `PermissionService` and its requests.
//!
//! @generated from `crates/model/data/services/users.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::types::Permission;
use crate::wait::wait;

service! {
    /// One permission: who has which role on what.
    ///
    /// API path: `/permissions/{permission:id}`
    PermissionService = "permission"
}

impl PermissionService {
    /// Reads the permission: its role, user or group, and object.
    ///
    /// `GET /permissions/{permission:id}`
    #[inline]
    pub fn get(&self) -> PermissionGet {
        PermissionGet(self.0.get("permission.get"))
    }

    /// Takes the permission away; 409 for an inherited one where it is only seen, and for the last
    /// administrator's.
    ///
    /// `DELETE /permissions/{permission:id}`
    #[inline]
    pub fn remove(&self) -> PermissionRemove {
        PermissionRemove(self.0.remove("permission.remove"))
    }
}

wait!(PermissionService, Permission);

request! {
    /// Request of [`PermissionService::get`].
    PermissionGet -> document(Permission) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

request! {
    /// Request of [`PermissionService::remove`].
    PermissionRemove -> nothing() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}
