//! `GroupService` and its requests.
//!
//! @generated from `crates/model/data/services/users.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::services::{AssignedPermissionsService, AssignedRolesService, AssignedTagsService};
use crate::types::Group;
use crate::wait::wait;

service! {
    /// One group of a directory that the engine knows.
    ///
    /// API path: `/groups/{group:id}`
    GroupService = "group"
}

impl GroupService {
    /// Reads the group: name, namespace, directory.
    ///
    /// `GET /groups/{group:id}`
    #[inline]
    pub fn get(&self) -> GroupGet {
        GroupGet(self.0.get("group.get"))
    }

    /// Removes the group and its permissions from the engine; it stays in its directory.
    ///
    /// `DELETE /groups/{group:id}`
    #[inline]
    pub fn remove(&self) -> GroupRemove {
        GroupRemove(self.0.remove("group.remove"))
    }

    /// Permissions that the group has.
    #[inline]
    pub fn permissions_service(&self) -> AssignedPermissionsService {
        AssignedPermissionsService(self.0.segment("permissions"))
    }

    /// Roles that the group has on the system.
    #[inline]
    pub fn roles_service(&self) -> AssignedRolesService {
        AssignedRolesService(self.0.segment("roles"))
    }

    /// Tags that the group carries.
    #[inline]
    pub fn tags_service(&self) -> AssignedTagsService {
        AssignedTagsService(self.0.segment("tags"))
    }
}

wait!(GroupService, Group);

request! {
    /// Request of [`GroupService::get`].
    GroupGet -> document(Group) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

request! {
    /// Request of [`GroupService::remove`].
    GroupRemove -> nothing() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}
