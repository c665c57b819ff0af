//! `DomainGroupService` and its requests.
//!
//! @generated from `crates/model/data/services/users.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::types::Group;
use crate::wait::wait;

service! {
    /// One group of a directory.
    ///
    /// API path: `/domains/{domain:id}/groups/{group:id}`
    DomainGroupService = "domain_group"
}

impl DomainGroupService {
    /// Reads the group from the directory.
    ///
    /// `GET /domains/{domain:id}/groups/{group:id}`
    #[inline]
    pub fn get(&self) -> DomainGroupGet {
        DomainGroupGet(self.0.get("domain_group.get"))
    }
}

wait!(DomainGroupService, Group);

request! {
    /// Request of [`DomainGroupService::get`].
    DomainGroupGet -> document(Group) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}
