//! `DomainsService` and its requests.
//!
//! @generated from `crates/model/data/services/users.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::DomainService;
use crate::stream::stream;
use crate::types::{Domain, Identifier, List};

service! {
    /// The directories that users come from; set up outside of the API.
    ///
    /// API path: `/domains`
    DomainsService = "domains"
}

impl DomainsService {
    /// All directories; at least `internal-authz` or that of Keycloak.
    ///
    /// `GET /domains`
    #[inline]
    pub fn list(&self) -> DomainsList {
        DomainsList(self.0.get("domains.list"))
    }

    /// One directory, by its identifier.
    #[inline]
    pub fn domain_service(&self, id: impl Identifier<Domain>) -> DomainService {
        DomainService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`DomainsService::list`].
    DomainsList -> document(List<Domain>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
    }
}

stream!(DomainsList, Domain);
named!(DomainsService, Domain, "name");
