//! `DomainService` and its requests.
//!
//! @generated from `crates/model/data/services/users.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::services::{DomainGroupsService, DomainUsersService};
use crate::types::Domain;
use crate::wait::wait;

service! {
    /// One directory of users, such as `internal-authz`.
    ///
    /// API path: `/domains/{domain:id}`
    DomainService = "domain"
}

impl DomainService {
    /// Reads the directory's name.
    ///
    /// `GET /domains/{domain:id}`
    #[inline]
    pub fn get(&self) -> DomainGet {
        DomainGet(self.0.get("domain.get"))
    }

    /// Groups of the directory, known to the engine or not.
    #[inline]
    pub fn groups_service(&self) -> DomainGroupsService {
        DomainGroupsService(self.0.segment("groups"))
    }

    /// Users of the directory, known to the engine or not.
    #[inline]
    pub fn users_service(&self) -> DomainUsersService {
        DomainUsersService(self.0.segment("users"))
    }
}

wait!(DomainService, Domain);

request! {
    /// Request of [`DomainService::get`].
    DomainGet -> document(Domain) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}
