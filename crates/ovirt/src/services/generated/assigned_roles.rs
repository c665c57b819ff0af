//! `AssignedRolesService` and its requests.
//!
//! @generated from `crates/model/data/services/users.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::RoleService;
use crate::stream::stream;
use crate::types::{Identifier, List, Role};

service! {
    /// The roles that a user or group has on the system as a whole.
    ///
    /// API path: `/users/{user:id}/roles`
    AssignedRolesService = "assigned_roles"
}

impl AssignedRolesService {
    /// All roles that the user or group has there; other ones are seen in `permissions`.
    ///
    /// `GET /users/{user:id}/roles`
    #[inline]
    pub fn list(&self) -> AssignedRolesList {
        AssignedRolesList(self.0.get("assigned_roles.list"))
    }

    /// One of the roles, by its identifier.
    #[inline]
    pub fn role_service(&self, id: impl Identifier<Role>) -> RoleService {
        RoleService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`AssignedRolesService::list`].
    AssignedRolesList -> document(List<Role>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
    }
}

stream!(AssignedRolesList, Role);
named!(AssignedRolesService, Role, "name");
