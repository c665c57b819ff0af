//! `QuotaStorageLimitService` and its requests.
//!
//! @generated from `crates/model/data/services/data_centers.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::types::QuotaStorageLimit;
use crate::wait::wait;

service! {
    /// One limit of a quota, for a storage domain or for all of them.
    ///
    /// API path: `/datacenters/{data_center:id}/quotas/{quota:id}/quotastoragelimits/{limit:id}`
    QuotaStorageLimitService = "quota_storage_limit"
}

impl QuotaStorageLimitService {
    /// Reads the limit with its `usage` in GiB.
    ///
    /// `GET /datacenters/{data_center:id}/quotas/{quota:id}/quotastoragelimits/{limit:id}`
    #[inline]
    pub fn get(&self) -> QuotaStorageLimitGet {
        QuotaStorageLimitGet(self.0.get("quota_storage_limit.get"))
    }

    /// Removes the limit; its resources are then unavailable under this quota.
    ///
    /// `DELETE /datacenters/{data_center:id}/quotas/{quota:id}/quotastoragelimits/{limit:id}`
    #[inline]
    pub fn remove(&self) -> QuotaStorageLimitRemove {
        QuotaStorageLimitRemove(self.0.remove("quota_storage_limit.remove"))
    }
}

wait!(QuotaStorageLimitService, QuotaStorageLimit);

request! {
    /// Request of [`QuotaStorageLimitService::get`].
    QuotaStorageLimitGet -> document(QuotaStorageLimit) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

request! {
    /// Request of [`QuotaStorageLimitService::remove`].
    QuotaStorageLimitRemove -> nothing() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}
