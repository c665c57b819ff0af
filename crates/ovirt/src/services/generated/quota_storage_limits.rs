//! `QuotaStorageLimitsService` and its requests.
//!
//! @generated from `crates/model/data/services/data_centers.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::services::QuotaStorageLimitService;
use crate::stream::stream;
use crate::types::{Identifier, List, QuotaStorageLimit};

service! {
    /// The limits of a quota for storage.
    ///
    /// API path: `/datacenters/{data_center:id}/quotas/{quota:id}/quotastoragelimits`
    QuotaStorageLimitsService = "quota_storage_limits"
}

impl QuotaStorageLimitsService {
    /// Adds a limit for one storage domain, or for the whole data center; a quota has either kind,
    /// not both.
    ///
    /// `POST /datacenters/{data_center:id}/quotas/{quota:id}/quotastoragelimits`
    #[inline]
    pub fn add(&self, limit: impl Into<QuotaStorageLimit>) -> QuotaStorageLimitsAdd {
        QuotaStorageLimitsAdd(
            self.0
                .add::<QuotaStorageLimit>("quota_storage_limits.add", limit.into()),
        )
    }

    /// All storage limits of the quota.
    ///
    /// `GET /datacenters/{data_center:id}/quotas/{quota:id}/quotastoragelimits`
    #[inline]
    pub fn list(&self) -> QuotaStorageLimitsList {
        QuotaStorageLimitsList(self.0.get("quota_storage_limits.list"))
    }

    /// One limit, by its identifier.
    #[inline]
    pub fn limit_service(
        &self,
        id: impl Identifier<QuotaStorageLimit>,
    ) -> QuotaStorageLimitService {
        QuotaStorageLimitService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`QuotaStorageLimitsService::add`].
    QuotaStorageLimitsAdd -> document(QuotaStorageLimit);
}

request! {
    /// Request of [`QuotaStorageLimitsService::list`].
    QuotaStorageLimitsList -> document(List<QuotaStorageLimit>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
    }
}

stream!(QuotaStorageLimitsList, QuotaStorageLimit);
