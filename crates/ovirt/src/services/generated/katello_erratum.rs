//! `KatelloErratumService` and its requests.
//!
//! @generated from `crates/model/data/services/external.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::types::KatelloErratum;
use crate::wait::wait;

service! {
    /// One erratum: an update that mends a fault or closes a hole.
    ///
    /// API path: `/katelloerrata/{katello_erratum:id}`
    KatelloErratumService = "katello_erratum"
}

impl KatelloErratumService {
    /// Reads the erratum: type, severity, packages, text.
    ///
    /// `GET /katelloerrata/{katello_erratum:id}`
    #[inline]
    pub fn get(&self) -> KatelloErratumGet {
        KatelloErratumGet(self.0.get("katello_erratum.get"))
    }
}

wait!(KatelloErratumService, KatelloErratum);

request! {
    /// Request of [`KatelloErratumService::get`].
    KatelloErratumGet -> document(KatelloErratum) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}
