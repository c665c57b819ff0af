//! `QuotasService` and its requests.
//!
//! @generated from `crates/model/data/services/data_centers.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::QuotaService;
use crate::stream::stream;
use crate::types::{Identifier, List, Quota};

service! {
    /// The quotas of a data center; its `quota_mode` says whether they are enforced.
    ///
    /// API path: `/datacenters/{data_center:id}/quotas`
    QuotasService = "quotas"
}

impl QuotasService {
    /// Adds a quota without limits; add these to its collections afterwards.
    ///
    /// `POST /datacenters/{data_center:id}/quotas`
    ///
    /// Needs `quota.name`.
    #[inline]
    pub fn add(&self, quota: impl Into<Quota>) -> QuotasAdd {
        QuotasAdd(
            self.0
                .add::<Quota>("quotas.add", quota.into())
                .requires("quota.name"),
        )
    }

    /// All quotas of the data center; the engine creates a default one.
    ///
    /// `GET /datacenters/{data_center:id}/quotas`
    #[inline]
    pub fn list(&self) -> QuotasList {
        QuotasList(self.0.get("quotas.list"))
    }

    /// One quota, by its identifier.
    #[inline]
    pub fn quota_service(&self, id: impl Identifier<Quota>) -> QuotaService {
        QuotaService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`QuotasService::add`].
    QuotasAdd -> document(Quota);
}

request! {
    /// Request of [`QuotasService::list`].
    QuotasList -> document(List<Quota>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
    }
}

stream!(QuotasList, Quota);
named!(QuotasService, Quota, "name");
