//! `ExternalProviderCertificatesService` and its requests.
//!
//! @generated from `crates/model/data/services/external.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::ExternalProviderCertificateService;
use crate::stream::stream;
use crate::types::{Certificate, Identifier, List};

service! {
    /// The chain of certificates that a provider presents, to look at before it is imported.
    ///
    /// API path: `/externalhostproviders/{provider:id}/certificates`
    ExternalProviderCertificatesService = "external_provider_certificates"
}

impl ExternalProviderCertificatesService {
    /// Connects to the provider and returns the chain that it presents; the first one is its own.
    ///
    /// `GET /externalhostproviders/{provider:id}/certificates`
    #[inline]
    pub fn list(&self) -> ExternalProviderCertificatesList {
        ExternalProviderCertificatesList(self.0.get("external_provider_certificates.list"))
    }

    /// One certificate, by its place in the chain.
    #[inline]
    pub fn certificate_service(
        &self,
        id: impl Identifier<Certificate>,
    ) -> ExternalProviderCertificateService {
        ExternalProviderCertificateService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`ExternalProviderCertificatesService::list`].
    ExternalProviderCertificatesList -> document(List<Certificate>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
    }
}

stream!(ExternalProviderCertificatesList, Certificate);
named!(ExternalProviderCertificatesService, Certificate, "name");
