//! `ExternalNetworkProviderConfigurationService` and its requests.
//!
//! @generated from `crates/model/data/services/external.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::types::ExternalNetworkProviderConfiguration;
use crate::wait::wait;

service! {
    /// How one external network provider is set up on a host. Since 4.2.
    ///
    /// API path: `/hosts/{host:id}/externalnetworkproviderconfigurations/{configuration:id}`
    ExternalNetworkProviderConfigurationService = "external_network_provider_configuration"
}

impl ExternalNetworkProviderConfigurationService {
    /// Reads the configuration: which provider, on which host. Since 4.2.
    ///
    /// `GET /hosts/{host:id}/externalnetworkproviderconfigurations/{configuration:id}`
    #[inline]
    pub fn get(&self) -> ExternalNetworkProviderConfigurationGet {
        ExternalNetworkProviderConfigurationGet(
            self.0.get("external_network_provider_configuration.get"),
        )
    }
}

wait!(
    ExternalNetworkProviderConfigurationService,
    ExternalNetworkProviderConfiguration
);

request! {
    /// Request of [`ExternalNetworkProviderConfigurationService::get`].
    ExternalNetworkProviderConfigurationGet -> document(ExternalNetworkProviderConfiguration) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}
