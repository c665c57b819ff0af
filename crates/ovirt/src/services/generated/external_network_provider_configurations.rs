//! `ExternalNetworkProviderConfigurationsService` and its requests.
//!
//! @generated from `crates/model/data/services/external.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::ExternalNetworkProviderConfigurationService;
use crate::stream::stream;
use crate::types::{ExternalNetworkProviderConfiguration, Identifier, List};

service! {
    /// The external network providers that a host is set up for; given when the host is added.
    /// Since 4.2.
    ///
    /// API path: `/hosts/{host:id}/externalnetworkproviderconfigurations`
    ExternalNetworkProviderConfigurationsService = "external_network_provider_configurations"
}

impl ExternalNetworkProviderConfigurationsService {
    /// All configurations of the host. Since 4.2.
    ///
    /// `GET /hosts/{host:id}/externalnetworkproviderconfigurations`
    #[inline]
    pub fn list(&self) -> ExternalNetworkProviderConfigurationsList {
        ExternalNetworkProviderConfigurationsList(
            self.0.get("external_network_provider_configurations.list"),
        )
    }

    /// One configuration, by its identifier.
    #[inline]
    pub fn configuration_service(
        &self,
        id: impl Identifier<ExternalNetworkProviderConfiguration>,
    ) -> ExternalNetworkProviderConfigurationService {
        ExternalNetworkProviderConfigurationService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`ExternalNetworkProviderConfigurationsService::list`].
    ExternalNetworkProviderConfigurationsList -> document(List<ExternalNetworkProviderConfiguration>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

stream!(
    ExternalNetworkProviderConfigurationsList,
    ExternalNetworkProviderConfiguration
);
named!(
    ExternalNetworkProviderConfigurationsService,
    ExternalNetworkProviderConfiguration,
    "name"
);
