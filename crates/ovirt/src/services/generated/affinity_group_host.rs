//! `AffinityGroupHostService` and its requests.
//!
//! @generated from `crates/model/data/services/affinity.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;

service! {
    /// An affinity group host. Since 4.4.
    ///
    /// API path: `/clusters/{cluster:id}/affinitygroups/{group:id}/hosts/{host:id_or_name}`
    AffinityGroupHostService = "affinity_group_host"
}

impl AffinityGroupHostService {
    /// Removes the affinity group host. Since 4.4.
    ///
    /// `DELETE /clusters/{cluster:id}/affinitygroups/{group:id}/hosts/{host:id_or_name}`
    #[inline]
    pub fn remove(&self) -> AffinityGroupHostRemove {
        AffinityGroupHostRemove(self.0.remove("affinity_group_host.remove"))
    }
}

request! {
    /// Request of [`AffinityGroupHostService::remove`].
    AffinityGroupHostRemove -> nothing() {
        /// Do not wait for the operation to end. Since 4.4.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}
