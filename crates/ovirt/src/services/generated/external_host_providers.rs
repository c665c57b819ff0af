//! `ExternalHostProvidersService` and its requests.
//!
//! @generated from `crates/model/data/services/external.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::ExternalHostProviderService;
use crate::stream::pages;
use crate::stream::stream;
use crate::types::{ExternalHostProvider, Identifier, List};

service! {
    /// The host providers (Foreman servers) that the engine knows.
    ///
    /// API path: `/externalhostproviders`
    ExternalHostProvidersService = "external_host_providers"
}

impl ExternalHostProvidersService {
    /// Adds a host provider; the engine does not ask it at once, see `test_connectivity`.
    ///
    /// `POST /externalhostproviders`
    ///
    /// Needs `provider.name`.
    #[inline]
    pub fn add(&self, provider: impl Into<ExternalHostProvider>) -> ExternalHostProvidersAdd {
        ExternalHostProvidersAdd(
            self.0
                .add::<ExternalHostProvider>("external_host_providers.add", provider.into())
                .requires("provider.name"),
        )
    }

    /// All host providers.
    ///
    /// `GET /externalhostproviders`
    #[inline]
    pub fn list(&self) -> ExternalHostProvidersList {
        ExternalHostProvidersList(self.0.get("external_host_providers.list"))
    }

    /// One host provider, by its identifier.
    #[inline]
    pub fn provider_service(
        &self,
        id: impl Identifier<ExternalHostProvider>,
    ) -> ExternalHostProviderService {
        ExternalHostProviderService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`ExternalHostProvidersService::add`].
    ExternalHostProvidersAdd -> document(ExternalHostProvider);
}

request! {
    /// Request of [`ExternalHostProvidersService::list`].
    ExternalHostProvidersList -> document(List<ExternalHostProvider>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
        /// Filters the result by a query in the engine's search language, such as `name=web* and
        /// status=up`.
        search(String) search;
    }
}

stream!(ExternalHostProvidersList, ExternalHostProvider);
pages!(ExternalHostProvidersList, ExternalHostProvider);
named!(
    ExternalHostProvidersService,
    ExternalHostProvider,
    "name" = "name"
);
