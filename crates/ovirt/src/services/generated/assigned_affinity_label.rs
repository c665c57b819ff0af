//! `AssignedAffinityLabelService` and its requests.
//!
//! @generated from `crates/model/data/services/affinity.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::types::AffinityLabel;
use crate::wait::wait;

service! {
    /// An assigned affinity label.
    ///
    /// API path: `/vms/{vm:id}/affinitylabels/{label:id}`
    AssignedAffinityLabelService = "assigned_affinity_label"
}

impl AssignedAffinityLabelService {
    /// Reads the assigned affinity label.
    ///
    /// `GET /vms/{vm:id}/affinitylabels/{label:id}`
    #[inline]
    pub fn get(&self) -> AssignedAffinityLabelGet {
        AssignedAffinityLabelGet(self.0.get("assigned_affinity_label.get"))
    }

    /// Removes the assigned affinity label.
    ///
    /// `DELETE /vms/{vm:id}/affinitylabels/{label:id}`
    #[inline]
    pub fn remove(&self) -> AssignedAffinityLabelRemove {
        AssignedAffinityLabelRemove(self.0.remove("assigned_affinity_label.remove"))
    }
}

wait!(AssignedAffinityLabelService, AffinityLabel);

request! {
    /// Request of [`AssignedAffinityLabelService::get`].
    AssignedAffinityLabelGet -> document(AffinityLabel) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

request! {
    /// Request of [`AssignedAffinityLabelService::remove`].
    AssignedAffinityLabelRemove -> nothing();
}
