//! `AffinityLabelHostsService` and its requests.
//!
//! @generated from `crates/model/data/services/affinity.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::AffinityLabelHostService;
use crate::stream::stream;
use crate::types::{Host, Identifier, Link, List};

service! {
    /// Affinity label hosts, as a collection.
    ///
    /// API path: `/affinitylabels/{label:id}/hosts`
    AffinityLabelHostsService = "affinity_label_hosts"
}

impl AffinityLabelHostsService {
    /// Adds an affinity label host.
    ///
    /// `POST /affinitylabels/{label:id}/hosts`
    ///
    /// Needs `host.id` or `host.name`.
    #[inline]
    pub fn add(&self, host: impl Into<Link<Host>>) -> AffinityLabelHostsAdd {
        AffinityLabelHostsAdd(
            self.0
                .add_reference::<Host>("affinity_label_hosts.add", host.into())
                .requires("host.id|host.name"),
        )
    }

    /// Lists the affinity label hosts.
    ///
    /// `GET /affinitylabels/{label:id}/hosts`
    #[inline]
    pub fn list(&self) -> AffinityLabelHostsList {
        AffinityLabelHostsList(self.0.get("affinity_label_hosts.list"))
    }

    /// The host with this identifier.
    #[inline]
    pub fn host_service(&self, id: impl Identifier<Host>) -> AffinityLabelHostService {
        AffinityLabelHostService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`AffinityLabelHostsService::add`].
    AffinityLabelHostsAdd -> document(Host);
}

request! {
    /// Request of [`AffinityLabelHostsService::list`].
    AffinityLabelHostsList -> document(List<Host>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

stream!(AffinityLabelHostsList, Host);
named!(AffinityLabelHostsService, Host, "name");
