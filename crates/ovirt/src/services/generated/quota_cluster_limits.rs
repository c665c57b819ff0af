//! `QuotaClusterLimitsService` and its requests.
//!
//! @generated from `crates/model/data/services/data_centers.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::services::QuotaClusterLimitService;
use crate::stream::stream;
use crate::types::{Identifier, List, QuotaClusterLimit};

service! {
    /// The limits of a quota for CPU and memory.
    ///
    /// API path: `/datacenters/{data_center:id}/quotas/{quota:id}/quotaclusterlimits`
    QuotaClusterLimitsService = "quota_cluster_limits"
}

impl QuotaClusterLimitsService {
    /// Adds a limit for one cluster, or for the whole data center; a quota has either kind, not
    /// both.
    ///
    /// `POST /datacenters/{data_center:id}/quotas/{quota:id}/quotaclusterlimits`
    #[inline]
    pub fn add(&self, limit: impl Into<QuotaClusterLimit>) -> QuotaClusterLimitsAdd {
        QuotaClusterLimitsAdd(
            self.0
                .add::<QuotaClusterLimit>("quota_cluster_limits.add", limit.into()),
        )
    }

    /// All limits for CPU and memory of the quota.
    ///
    /// `GET /datacenters/{data_center:id}/quotas/{quota:id}/quotaclusterlimits`
    #[inline]
    pub fn list(&self) -> QuotaClusterLimitsList {
        QuotaClusterLimitsList(self.0.get("quota_cluster_limits.list"))
    }

    /// One limit, by its identifier.
    #[inline]
    pub fn limit_service(
        &self,
        id: impl Identifier<QuotaClusterLimit>,
    ) -> QuotaClusterLimitService {
        QuotaClusterLimitService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`QuotaClusterLimitsService::add`].
    QuotaClusterLimitsAdd -> document(QuotaClusterLimit);
}

request! {
    /// Request of [`QuotaClusterLimitsService::list`].
    QuotaClusterLimitsList -> document(List<QuotaClusterLimit>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
    }
}

stream!(QuotaClusterLimitsList, QuotaClusterLimit);
