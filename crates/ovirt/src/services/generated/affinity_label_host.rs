//! `AffinityLabelHostService` and its requests.
//!
//! @generated from `crates/model/data/services/affinity.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::types::{Host, HostStatus};
use crate::wait::wait;

service! {
    /// An affinity label host.
    ///
    /// API path: `/affinitylabels/{label:id}/hosts/{host:id}`
    AffinityLabelHostService = "affinity_label_host"
}

impl AffinityLabelHostService {
    /// Reads the affinity label host.
    ///
    /// `GET /affinitylabels/{label:id}/hosts/{host:id}`
    #[inline]
    pub fn get(&self) -> AffinityLabelHostGet {
        AffinityLabelHostGet(self.0.get("affinity_label_host.get"))
    }

    /// Removes the affinity label host.
    ///
    /// `DELETE /affinitylabels/{label:id}/hosts/{host:id}`
    #[inline]
    pub fn remove(&self) -> AffinityLabelHostRemove {
        AffinityLabelHostRemove(self.0.remove("affinity_label_host.remove"))
    }
}

wait!(AffinityLabelHostService, Host, HostStatus);

request! {
    /// Request of [`AffinityLabelHostService::get`].
    AffinityLabelHostGet -> document(Host) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

request! {
    /// Request of [`AffinityLabelHostService::remove`].
    AffinityLabelHostRemove -> nothing();
}
