//! `AffinityGroupVmService` and its requests.
//!
//! @generated from `crates/model/data/services/affinity.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;

service! {
    /// An affinity group VM.
    ///
    /// API path: `/clusters/{cluster:id}/affinitygroups/{group:id}/vms/{vm:id}`
    AffinityGroupVmService = "affinity_group_vm"
}

impl AffinityGroupVmService {
    /// Removes the affinity group VM.
    ///
    /// `DELETE /clusters/{cluster:id}/affinitygroups/{group:id}/vms/{vm:id}`
    #[inline]
    pub fn remove(&self) -> AffinityGroupVmRemove {
        AffinityGroupVmRemove(self.0.remove("affinity_group_vm.remove"))
    }
}

request! {
    /// Request of [`AffinityGroupVmService::remove`].
    AffinityGroupVmRemove -> nothing() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}
