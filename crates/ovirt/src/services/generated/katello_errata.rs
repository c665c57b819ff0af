//! `KatelloErrataService` and its requests.
//!
//! @generated from `crates/model/data/services/external.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::KatelloErratumService;
use crate::stream::stream;
use crate::types::{Identifier, KatelloErratum, List};

service! {
    /// The errata of a host, a VM or the engine, as its external provider tells them.
    ///
    /// API path: `/vms/{vm:id}/katelloerrata`
    KatelloErrataService = "katello_errata"
}

impl KatelloErrataService {
    /// Asks the provider (Foreman with Katello) for the errata; empty where none is configured.
    ///
    /// `GET /vms/{vm:id}/katelloerrata`
    #[inline]
    pub fn list(&self) -> KatelloErrataList {
        KatelloErrataList(self.0.get("katello_errata.list"))
    }

    /// One erratum, by its identifier.
    #[inline]
    pub fn katello_erratum_service(
        &self,
        id: impl Identifier<KatelloErratum>,
    ) -> KatelloErratumService {
        KatelloErratumService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`KatelloErrataService::list`].
    KatelloErrataList -> document(List<KatelloErratum>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
    }
}

stream!(KatelloErrataList, KatelloErratum);
named!(KatelloErrataService, KatelloErratum, "name");
