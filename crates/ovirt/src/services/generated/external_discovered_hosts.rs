//! `ExternalDiscoveredHostsService` and its requests.
//!
//! @generated from `crates/model/data/services/external.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::ExternalDiscoveredHostService;
use crate::stream::stream;
use crate::types::{ExternalDiscoveredHost, Identifier, List};

service! {
    /// The bare VMs that a host provider (Foreman) discovered, to be made hosts.
    ///
    /// API path: `/externalhostproviders/{provider:id}/discoveredhosts`
    ExternalDiscoveredHostsService = "external_discovered_hosts"
}

impl ExternalDiscoveredHostsService {
    /// Asks the provider for the VMs discovered; an unreachable provider is an error.
    ///
    /// `GET /externalhostproviders/{provider:id}/discoveredhosts`
    #[inline]
    pub fn list(&self) -> ExternalDiscoveredHostsList {
        ExternalDiscoveredHostsList(self.0.get("external_discovered_hosts.list"))
    }

    /// One discovered VM, by its identifier: the name in hexadecimal form.
    #[inline]
    pub fn host_service(
        &self,
        id: impl Identifier<ExternalDiscoveredHost>,
    ) -> ExternalDiscoveredHostService {
        ExternalDiscoveredHostService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`ExternalDiscoveredHostsService::list`].
    ExternalDiscoveredHostsList -> document(List<ExternalDiscoveredHost>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
    }
}

stream!(ExternalDiscoveredHostsList, ExternalDiscoveredHost);
named!(
    ExternalDiscoveredHostsService,
    ExternalDiscoveredHost,
    "name"
);
