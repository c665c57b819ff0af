//! `GroupsService` and its requests.
//!
//! @generated from `crates/model/data/services/users.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::GroupService;
use crate::stream::pages;
use crate::stream::stream;
use crate::types::{Group, Identifier, List};

service! {
    /// The groups of directories that the engine knows, to give permissions to.
    ///
    /// API path: `/groups`
    GroupsService = "groups"
}

impl GroupsService {
    /// Makes a group of a directory known to the engine; it has no permissions until they are
    /// added.
    ///
    /// `POST /groups`
    ///
    /// Needs `group.name`.
    #[inline]
    pub fn add(&self, group: impl Into<Group>) -> GroupsAdd {
        GroupsAdd(
            self.0
                .add::<Group>("groups.add", group.into())
                .requires("group.name"),
        )
    }

    /// All groups that the engine knows; `Everyone` is one of them and cannot be removed.
    ///
    /// `GET /groups`
    #[inline]
    pub fn list(&self) -> GroupsList {
        GroupsList(self.0.get("groups.list"))
    }

    /// One group, by its identifier.
    #[inline]
    pub fn group_service(&self, id: impl Identifier<Group>) -> GroupService {
        GroupService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`GroupsService::add`].
    GroupsAdd -> document(Group);
}

request! {
    /// Request of [`GroupsService::list`].
    GroupsList -> document(List<Group>) {
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

stream!(GroupsList, Group);
pages!(GroupsList, Group);
named!(GroupsService, Group, "name" = "name");
