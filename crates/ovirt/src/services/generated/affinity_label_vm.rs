//! `AffinityLabelVmService` and its requests.
//!
//! @generated from `crates/model/data/services/affinity.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::types::{Vm, VmStatus};
use crate::wait::wait;

service! {
    /// An affinity label VM.
    ///
    /// API path: `/affinitylabels/{label:id}/vms/{vm:id}`
    AffinityLabelVmService = "affinity_label_vm"
}

impl AffinityLabelVmService {
    /// Reads the affinity label VM.
    ///
    /// `GET /affinitylabels/{label:id}/vms/{vm:id}`
    #[inline]
    pub fn get(&self) -> AffinityLabelVmGet {
        AffinityLabelVmGet(self.0.get("affinity_label_vm.get"))
    }

    /// Removes the affinity label VM.
    ///
    /// `DELETE /affinitylabels/{label:id}/vms/{vm:id}`
    #[inline]
    pub fn remove(&self) -> AffinityLabelVmRemove {
        AffinityLabelVmRemove(self.0.remove("affinity_label_vm.remove"))
    }
}

wait!(AffinityLabelVmService, Vm, VmStatus);

request! {
    /// Request of [`AffinityLabelVmService::get`].
    AffinityLabelVmGet -> document(Vm) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

request! {
    /// Request of [`AffinityLabelVmService::remove`].
    AffinityLabelVmRemove -> nothing();
}
