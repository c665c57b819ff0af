//! `DomainUserService` and its requests.
//!
//! @generated from `crates/model/data/services/users.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::types::User;
use crate::wait::wait;

service! {
    /// One user of a directory.
    ///
    /// API path: `/domains/{domain:id}/users/{user:id}`
    DomainUserService = "domain_user"
}

impl DomainUserService {
    /// Reads the user from the directory.
    ///
    /// `GET /domains/{domain:id}/users/{user:id}`
    #[inline]
    pub fn get(&self) -> DomainUserGet {
        DomainUserGet(self.0.get("domain_user.get"))
    }
}

wait!(DomainUserService, User);

request! {
    /// Request of [`DomainUserService::get`].
    DomainUserGet -> document(User) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}
