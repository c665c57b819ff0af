//! `RoleService` and its requests.
//!
//! @generated from `crates/model/data/services/users.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::services::PermitsService;
use crate::types::Role;
use crate::wait::wait;

service! {
    /// One role: a set of rights.
    ///
    /// API path: `/roles/{role:id}`
    RoleService = "role"
}

impl RoleService {
    /// Reads the role; `mutable` is false for predefined roles.
    ///
    /// `GET /roles/{role:id}`
    #[inline]
    pub fn get(&self) -> RoleGet {
        RoleGet(self.0.get("role.get"))
    }

    /// Removes the role; 409 for predefined roles and while a permission uses it.
    ///
    /// `DELETE /roles/{role:id}`
    #[inline]
    pub fn remove(&self) -> RoleRemove {
        RoleRemove(self.0.remove("role.remove"))
    }

    /// Changes name, description or whether it is administrative; 409 for roles that come with the
    /// engine.
    ///
    /// `PUT /roles/{role:id}`
    #[inline]
    pub fn update(&self, role: impl Into<Role>) -> RoleUpdate {
        RoleUpdate(self.0.update::<Role>("role.update", role.into()))
    }

    /// Rights of the role.
    #[inline]
    pub fn permits_service(&self) -> PermitsService {
        PermitsService(self.0.segment("permits"))
    }
}

wait!(RoleService, Role);

request! {
    /// Request of [`RoleService::get`].
    RoleGet -> document(Role) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

request! {
    /// Request of [`RoleService::remove`].
    RoleRemove -> nothing() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}

request! {
    /// Request of [`RoleService::update`].
    RoleUpdate -> document(Role) {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}
