//! `DomainUsersService` and its requests.
//!
//! @generated from `crates/model/data/services/users.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::DomainUserService;
use crate::stream::pages;
use crate::stream::stream;
use crate::types::{Identifier, List, User};

service! {
    /// The users of a directory, known to the engine or not.
    ///
    /// API path: `/domains/{domain:id}/users`
    DomainUsersService = "domain_users"
}

impl DomainUsersService {
    /// Asks the directory for users; `search` is made for its fields, such as `name=jo*`.
    ///
    /// `GET /domains/{domain:id}/users`
    #[inline]
    pub fn list(&self) -> DomainUsersList {
        DomainUsersList(self.0.get("domain_users.list"))
    }

    /// One user, by its identifier in the directory.
    #[inline]
    pub fn user_service(&self, id: impl Identifier<User>) -> DomainUserService {
        DomainUserService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`DomainUsersService::list`].
    DomainUsersList -> document(List<User>) {
        /// Whether `search` tells upper and lower case apart; the engine does not when this is
        /// absent.
        query(bool) case_sensitive;
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
        /// Filters the result by a query in the engine's search language, such as `name=web* and
        /// status=up`.
        search(String) search;
    }
}

stream!(DomainUsersList, User);
pages!(DomainUsersList, User);
named!(DomainUsersService, User, "user_name" = "usrname");
