//! `ExternalHostService` and its requests.
//!
//! @generated from `crates/model/data/services/external.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::types::ExternalHost;
use crate::wait::wait;

service! {
    /// One VM that a host provider manages.
    ///
    /// API path: `/externalhostproviders/{provider:id}/hosts/{host:id}`
    ExternalHostService = "external_host"
}

impl ExternalHostService {
    /// Reads the VM: its name and address.
    ///
    /// `GET /externalhostproviders/{provider:id}/hosts/{host:id}`
    #[inline]
    pub fn get(&self) -> ExternalHostGet {
        ExternalHostGet(self.0.get("external_host.get"))
    }
}

wait!(ExternalHostService, ExternalHost);

request! {
    /// Request of [`ExternalHostService::get`].
    ExternalHostGet -> document(ExternalHost) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}
