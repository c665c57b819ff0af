//! `ExternalHostsService` and its requests.
//!
//! @generated from `crates/model/data/services/external.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::ExternalHostService;
use crate::stream::stream;
use crate::types::{ExternalHost, Identifier, List};

service! {
    /// The VMs that a host provider (Foreman) manages.
    ///
    /// API path: `/externalhostproviders/{provider:id}/hosts`
    ExternalHostsService = "external_hosts"
}

impl ExternalHostsService {
    /// Asks the provider for its VMs; an unreachable provider is an error.
    ///
    /// `GET /externalhostproviders/{provider:id}/hosts`
    #[inline]
    pub fn list(&self) -> ExternalHostsList {
        ExternalHostsList(self.0.get("external_hosts.list"))
    }

    /// One VM, by its identifier: the name in hexadecimal form.
    #[inline]
    pub fn host_service(&self, id: impl Identifier<ExternalHost>) -> ExternalHostService {
        ExternalHostService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`ExternalHostsService::list`].
    ExternalHostsList -> document(List<ExternalHost>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
    }
}

stream!(ExternalHostsList, ExternalHost);
named!(ExternalHostsService, ExternalHost, "name");
