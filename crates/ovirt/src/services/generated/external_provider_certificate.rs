//! `ExternalProviderCertificateService` and its requests.
//!
//! @generated from `crates/model/data/services/external.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::types::Certificate;
use crate::wait::wait;

service! {
    /// One certificate of a provider's chain.
    ///
    /// API path: `/externalhostproviders/{provider:id}/certificates/{certificate:id}`
    ExternalProviderCertificateService = "external_provider_certificate"
}

impl ExternalProviderCertificateService {
    /// Reads the certificate: subject and content in PEM form.
    ///
    /// `GET /externalhostproviders/{provider:id}/certificates/{certificate:id}`
    #[inline]
    pub fn get(&self) -> ExternalProviderCertificateGet {
        ExternalProviderCertificateGet(self.0.get("external_provider_certificate.get"))
    }
}

wait!(ExternalProviderCertificateService, Certificate);

request! {
    /// Request of [`ExternalProviderCertificateService::get`].
    ExternalProviderCertificateGet -> document(Certificate) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}
