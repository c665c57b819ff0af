//! `DomainUserGroupsService` and its requests.
//!
//! @generated from `crates/model/data/services/users.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::stream::stream;
use crate::types::{Group, List};

service! {
    /// The groups that a user belongs to by the directory. Since 4.2.3.
    ///
    /// API path: `/users/{user:id}/groups`
    DomainUserGroupsService = "domain_user_groups"
}

impl DomainUserGroupsService {
    /// Asks the directory for all groups of the user, indirect ones among them. Since 4.2.3.
    ///
    /// `GET /users/{user:id}/groups`
    #[inline]
    pub fn list(&self) -> DomainUserGroupsList {
        DomainUserGroupsList(self.0.get("domain_user_groups.list"))
    }
}

request! {
    /// Request of [`DomainUserGroupsService::list`].
    DomainUserGroupsList -> document(List<Group>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

stream!(DomainUserGroupsList, Group);
named!(DomainUserGroupsService, Group, "name");
