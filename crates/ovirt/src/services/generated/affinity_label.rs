//! `AffinityLabelService` and its requests.
//!
//! @generated from `crates/model/data/services/affinity.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::services::{AffinityLabelHostsService, AffinityLabelVmsService};
use crate::types::AffinityLabel;
use crate::wait::wait;

service! {
    /// An affinity label.
    ///
    /// API path: `/affinitylabels/{label:id}`
    AffinityLabelService = "affinity_label"
}

impl AffinityLabelService {
    /// Reads the affinity label.
    ///
    /// `GET /affinitylabels/{label:id}`
    #[inline]
    pub fn get(&self) -> AffinityLabelGet {
        AffinityLabelGet(self.0.get("affinity_label.get"))
    }

    /// Removes the affinity label.
    ///
    /// `DELETE /affinitylabels/{label:id}`
    #[inline]
    pub fn remove(&self) -> AffinityLabelRemove {
        AffinityLabelRemove(self.0.remove("affinity_label.remove"))
    }

    /// Updates the affinity label; unset members are left unchanged.
    ///
    /// `PUT /affinitylabels/{label:id}`
    #[inline]
    pub fn update(&self, label: impl Into<AffinityLabel>) -> AffinityLabelUpdate {
        AffinityLabelUpdate(
            self.0
                .update::<AffinityLabel>("affinity_label.update", label.into()),
        )
    }

    /// The hosts.
    #[inline]
    pub fn hosts_service(&self) -> AffinityLabelHostsService {
        AffinityLabelHostsService(self.0.segment("hosts"))
    }

    /// The VMs.
    #[inline]
    pub fn vms_service(&self) -> AffinityLabelVmsService {
        AffinityLabelVmsService(self.0.segment("vms"))
    }
}

wait!(AffinityLabelService, AffinityLabel);

request! {
    /// Request of [`AffinityLabelService::get`].
    AffinityLabelGet -> document(AffinityLabel) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

request! {
    /// Request of [`AffinityLabelService::remove`].
    AffinityLabelRemove -> nothing();
}

request! {
    /// Request of [`AffinityLabelService::update`].
    AffinityLabelUpdate -> document(AffinityLabel);
}
