//! `AffinityGroupVmLabelService` and its requests.
//!
//! @generated from `crates/model/data/services/affinity.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;

service! {
    /// An affinity group VM label. Since 4.3.6.
    ///
    /// API path: `/clusters/{cluster:id}/affinitygroups/{group:id}/vmlabels/{label:id}`
    AffinityGroupVmLabelService = "affinity_group_vm_label"
}

impl AffinityGroupVmLabelService {
    /// Removes the affinity group VM label. Since 4.3.6.
    ///
    /// `DELETE /clusters/{cluster:id}/affinitygroups/{group:id}/vmlabels/{label:id}`
    #[inline]
    pub fn remove(&self) -> AffinityGroupVmLabelRemove {
        AffinityGroupVmLabelRemove(self.0.remove("affinity_group_vm_label.remove"))
    }
}

request! {
    /// Request of [`AffinityGroupVmLabelService::remove`].
    AffinityGroupVmLabelRemove -> nothing() {
        /// Do not wait for the operation to end. Since 4.3.6.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}
