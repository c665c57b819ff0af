//! `QuotaClusterLimitService` and its requests.
//!
//! @generated from `crates/model/data/services/data_centers.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::types::QuotaClusterLimit;
use crate::wait::wait;

service! {
    /// One limit of a quota, for a cluster or for all of them.
    ///
    /// API path: `/datacenters/{data_center:id}/quotas/{quota:id}/quotaclusterlimits/{limit:id}`
    QuotaClusterLimitService = "quota_cluster_limit"
}

impl QuotaClusterLimitService {
    /// Reads the limit with its usage: `vcpu_usage`, and `memory_usage` in GiB.
    ///
    /// `GET /datacenters/{data_center:id}/quotas/{quota:id}/quotaclusterlimits/{limit:id}`
    #[inline]
    pub fn get(&self) -> QuotaClusterLimitGet {
        QuotaClusterLimitGet(self.0.get("quota_cluster_limit.get"))
    }

    /// Removes the limit; its resources are then unavailable under this quota.
    ///
    /// `DELETE /datacenters/{data_center:id}/quotas/{quota:id}/quotaclusterlimits/{limit:id}`
    #[inline]
    pub fn remove(&self) -> QuotaClusterLimitRemove {
        QuotaClusterLimitRemove(self.0.remove("quota_cluster_limit.remove"))
    }
}

wait!(QuotaClusterLimitService, QuotaClusterLimit);

request! {
    /// Request of [`QuotaClusterLimitService::get`].
    QuotaClusterLimitGet -> document(QuotaClusterLimit) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

request! {
    /// Request of [`QuotaClusterLimitService::remove`].
    QuotaClusterLimitRemove -> nothing() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}
