//! `QuotaService` and its requests.
//!
//! @generated from `crates/model/data/services/data_centers.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::services::{
    AssignedPermissionsService, QuotaClusterLimitsService, QuotaStorageLimitsService,
};
use crate::types::Quota;
use crate::wait::wait;

service! {
    /// One quota: limits for what its consumers may use in a data center.
    ///
    /// API path: `/datacenters/{data_center:id}/quotas/{quota:id}`
    QuotaService = "quota"
}

impl QuotaService {
    /// Reads the quota with its soft and hard limits in percent.
    ///
    /// `GET /datacenters/{data_center:id}/quotas/{quota:id}`
    #[inline]
    pub fn get(&self) -> QuotaGet {
        QuotaGet(self.0.get("quota.get"))
    }

    /// Removes the quota; 409 while disks or VMs are counted to it, and for the default quota.
    ///
    /// `DELETE /datacenters/{data_center:id}/quotas/{quota:id}`
    #[inline]
    pub fn remove(&self) -> QuotaRemove {
        QuotaRemove(self.0.remove("quota.remove"))
    }

    /// Changes name, description or the percentages; limits are changed in their own collections.
    ///
    /// `PUT /datacenters/{data_center:id}/quotas/{quota:id}`
    #[inline]
    pub fn update(&self, quota: impl Into<Quota>) -> QuotaUpdate {
        QuotaUpdate(self.0.update::<Quota>("quota.update", quota.into()))
    }

    /// Who consumes the quota.
    #[inline]
    pub fn permissions_service(&self) -> AssignedPermissionsService {
        AssignedPermissionsService(self.0.segment("permissions"))
    }

    /// Limits for virtual CPUs and memory.
    #[inline]
    pub fn quota_cluster_limits_service(&self) -> QuotaClusterLimitsService {
        QuotaClusterLimitsService(self.0.segment("quotaclusterlimits"))
    }

    /// Limits for storage.
    #[inline]
    pub fn quota_storage_limits_service(&self) -> QuotaStorageLimitsService {
        QuotaStorageLimitsService(self.0.segment("quotastoragelimits"))
    }
}

wait!(QuotaService, Quota);

request! {
    /// Request of [`QuotaService::get`].
    QuotaGet -> document(Quota) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

request! {
    /// Request of [`QuotaService::remove`].
    QuotaRemove -> nothing() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}

request! {
    /// Request of [`QuotaService::update`].
    QuotaUpdate -> document(Quota) {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}
