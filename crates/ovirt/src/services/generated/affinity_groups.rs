//! `AffinityGroupsService` and its requests.
//!
//! @generated from `crates/model/data/services/affinity.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::AffinityGroupService;
use crate::stream::stream;
use crate::types::{AffinityGroup, Identifier, List};

service! {
    /// Affinity groups, as a collection.
    ///
    /// API path: `/clusters/{cluster:id}/affinitygroups`
    AffinityGroupsService = "affinity_groups"
}

impl AffinityGroupsService {
    /// Adds an affinity group.
    ///
    /// `POST /clusters/{cluster:id}/affinitygroups`
    ///
    /// Needs `group.name`.
    #[inline]
    pub fn add(&self, group: impl Into<AffinityGroup>) -> AffinityGroupsAdd {
        AffinityGroupsAdd(
            self.0
                .add::<AffinityGroup>("affinity_groups.add", group.into())
                .requires("group.name"),
        )
    }

    /// Lists the affinity groups.
    ///
    /// `GET /clusters/{cluster:id}/affinitygroups`
    #[inline]
    pub fn list(&self) -> AffinityGroupsList {
        AffinityGroupsList(self.0.get("affinity_groups.list"))
    }

    /// The group with this identifier.
    #[inline]
    pub fn group_service(&self, id: impl Identifier<AffinityGroup>) -> AffinityGroupService {
        AffinityGroupService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`AffinityGroupsService::add`].
    AffinityGroupsAdd -> document(AffinityGroup);
}

request! {
    /// Request of [`AffinityGroupsService::list`].
    AffinityGroupsList -> document(List<AffinityGroup>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
    }
}

stream!(AffinityGroupsList, AffinityGroup);
named!(AffinityGroupsService, AffinityGroup, "name");
