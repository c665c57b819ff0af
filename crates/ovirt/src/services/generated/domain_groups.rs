//! `DomainGroupsService` and its requests.
//!
//! @generated from `crates/model/data/services/users.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::DomainGroupService;
use crate::stream::pages;
use crate::stream::stream;
use crate::types::{Group, Identifier, List};

service! {
    /// The groups of a directory, known to the engine or not.
    ///
    /// API path: `/domains/{domain:id}/groups`
    DomainGroupsService = "domain_groups"
}

impl DomainGroupsService {
    /// Asks the directory for groups; `search` is made for its fields, such as `name=dev*`.
    ///
    /// `GET /domains/{domain:id}/groups`
    #[inline]
    pub fn list(&self) -> DomainGroupsList {
        DomainGroupsList(self.0.get("domain_groups.list"))
    }

    /// One group, by its identifier in the directory.
    #[inline]
    pub fn group_service(&self, id: impl Identifier<Group>) -> DomainGroupService {
        DomainGroupService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`DomainGroupsService::list`].
    DomainGroupsList -> document(List<Group>) {
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

stream!(DomainGroupsList, Group);
pages!(DomainGroupsList, Group);
named!(DomainGroupsService, Group, "name" = "name");
