//! `AffinityGroupHostLabelService` and its requests.
//!
//! @generated from `crates/model/data/services/affinity.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;

service! {
    /// An affinity group host label. Since 4.3.6.
    ///
    /// API path: `/clusters/{cluster:id}/affinitygroups/{group:id}/hostlabels/{label:id}`
    AffinityGroupHostLabelService = "affinity_group_host_label"
}

impl AffinityGroupHostLabelService {
    /// Removes the affinity group host label. Since 4.3.6.
    ///
    /// `DELETE /clusters/{cluster:id}/affinitygroups/{group:id}/hostlabels/{label:id}`
    #[inline]
    pub fn remove(&self) -> AffinityGroupHostLabelRemove {
        AffinityGroupHostLabelRemove(self.0.remove("affinity_group_host_label.remove"))
    }
}

request! {
    /// Request of [`AffinityGroupHostLabelService::remove`].
    AffinityGroupHostLabelRemove -> nothing() {
        /// Do not wait for the operation to end. Since 4.3.6.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}
