//! `ExternalDiscoveredHostService` and its requests.
//!
//! @generated from `crates/model/data/services/external.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::types::ExternalDiscoveredHost;
use crate::wait::wait;

service! {
    /// One bare VM that a host provider discovered.
    ///
    /// API path: `/externalhostproviders/{provider:id}/discoveredhosts/{host:id}`
    ExternalDiscoveredHostService = "external_discovered_host"
}

impl ExternalDiscoveredHostService {
    /// Reads the VM: MAC and IP address, subnet, when it last reported.
    ///
    /// `GET /externalhostproviders/{provider:id}/discoveredhosts/{host:id}`
    #[inline]
    pub fn get(&self) -> ExternalDiscoveredHostGet {
        ExternalDiscoveredHostGet(self.0.get("external_discovered_host.get"))
    }
}

wait!(ExternalDiscoveredHostService, ExternalDiscoveredHost);

request! {
    /// Request of [`ExternalDiscoveredHostService::get`].
    ExternalDiscoveredHostGet -> document(ExternalDiscoveredHost) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}
