//! `AffinityGroupHostsService` and its requests.
//!
//! @generated from `crates/model/data/services/affinity.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::AffinityGroupHostService;
use crate::stream::stream;
use crate::types::{Host, Identifier, Link, List};

service! {
    /// Affinity group hosts, as a collection. Since 4.4.
    ///
    /// API path: `/clusters/{cluster:id}/affinitygroups/{group:id}/hosts`
    AffinityGroupHostsService = "affinity_group_hosts"
}

impl AffinityGroupHostsService {
    /// Adds an affinity group host. Since 4.4.
    ///
    /// `POST /clusters/{cluster:id}/affinitygroups/{group:id}/hosts`
    ///
    /// Needs `host.id` or `host.name`.
    #[inline]
    pub fn add(&self, host: impl Into<Link<Host>>) -> AffinityGroupHostsAdd {
        AffinityGroupHostsAdd(
            self.0
                .add_reference::<Host>("affinity_group_hosts.add", host.into())
                .requires("host.id|host.name"),
        )
    }

    /// Lists the affinity group hosts. Since 4.4.
    ///
    /// `GET /clusters/{cluster:id}/affinitygroups/{group:id}/hosts`
    #[inline]
    pub fn list(&self) -> AffinityGroupHostsList {
        AffinityGroupHostsList(self.0.get("affinity_group_hosts.list"))
    }

    /// The host with this identifier or name. Since 4.4.
    #[inline]
    pub fn host_service(&self, id_or_name: impl Identifier<Host>) -> AffinityGroupHostService {
        AffinityGroupHostService(self.0.item(id_or_name.identifier()))
    }
}

request! {
    /// Request of [`AffinityGroupHostsService::add`].
    AffinityGroupHostsAdd -> document(Host);
}

request! {
    /// Request of [`AffinityGroupHostsService::list`].
    AffinityGroupHostsList -> document(List<Host>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent. Since 4.4.
        query(i64) max;
    }
}

stream!(AffinityGroupHostsList, Host);
named!(AffinityGroupHostsService, Host, "name");
