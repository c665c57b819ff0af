//! `RolesService` and its requests.
//!
//! @generated from `crates/model/data/services/users.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::RoleService;
use crate::stream::stream;
use crate::types::{Identifier, List, Role};

service! {
    /// The roles, which permissions give to users and groups.
    ///
    /// API path: `/roles`
    RolesService = "roles"
}

impl RolesService {
    /// Adds a role of one's own.
    ///
    /// `POST /roles`
    ///
    /// Needs `role.name`, `role.permits[].id`.
    #[inline]
    pub fn add(&self, role: impl Into<Role>) -> RolesAdd {
        RolesAdd(
            self.0
                .add::<Role>("roles.add", role.into())
                .requires("role.name, role.permits[].id"),
        )
    }

    /// All roles; predefined roles have the same identifiers on all engines.
    ///
    /// `GET /roles`
    #[inline]
    pub fn list(&self) -> RolesList {
        RolesList(self.0.get("roles.list"))
    }

    /// One role, by its identifier.
    #[inline]
    pub fn role_service(&self, id: impl Identifier<Role>) -> RoleService {
        RoleService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`RolesService::add`].
    RolesAdd -> document(Role);
}

request! {
    /// Request of [`RolesService::list`].
    RolesList -> document(List<Role>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
    }
}

stream!(RolesList, Role);
named!(RolesService, Role, "name");
