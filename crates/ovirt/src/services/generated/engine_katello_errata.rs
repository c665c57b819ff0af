//! `EngineKatelloErrataService` and its requests.
//!
//! @generated from `crates/model/data/services/external.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::KatelloErratumService;
use crate::stream::stream;
use crate::types::{Identifier, KatelloErratum, List};

service! {
    /// The errata that apply to the VM the engine itself runs on.
    ///
    /// API path: `/katelloerrata`
    EngineKatelloErrataService = "engine_katello_errata"
}

impl EngineKatelloErrataService {
    /// Asks the provider (Foreman with Katello) for the errata; empty where none is configured.
    ///
    /// `GET /katelloerrata`
    #[inline]
    pub fn list(&self) -> EngineKatelloErrataList {
        EngineKatelloErrataList(self.0.get("engine_katello_errata.list"))
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
    /// Request of [`EngineKatelloErrataService::list`].
    EngineKatelloErrataList -> document(List<KatelloErratum>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
    }
}

stream!(EngineKatelloErrataList, KatelloErratum);
named!(EngineKatelloErrataService, KatelloErratum, "name");
