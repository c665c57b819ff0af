//! `OpenstackNetworkProviderService` and its requests.
//!
//! @generated from `crates/model/data/services/openstack.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::services::{ExternalProviderCertificatesService, OpenstackNetworksService};
use crate::types::{Certificate, OpenStackNetworkProvider};
use crate::wait::wait;

service! {
    /// One network provider: OVN or another one with the API of OpenStack Neutron.
    ///
    /// API path: `/openstacknetworkproviders/{provider:id}`
    OpenstackNetworkProviderService = "openstack_network_provider"
}

impl OpenstackNetworkProviderService {
    /// Reads the provider; its password is never in the response.
    ///
    /// `GET /openstacknetworkproviders/{provider:id}`
    #[inline]
    pub fn get(&self) -> OpenstackNetworkProviderGet {
        OpenstackNetworkProviderGet(self.0.get("openstack_network_provider.get"))
    }

    /// Makes the engine trust certificates for its connections to the provider.
    ///
    /// `POST /openstacknetworkproviders/{provider:id}/importcertificates`
    ///
    /// Needs `certificates[].content`.
    #[inline]
    pub fn import_certificates(
        &self,
        certificates: impl IntoIterator<Item = impl Into<Certificate>>,
    ) -> OpenstackNetworkProviderImportCertificates {
        OpenstackNetworkProviderImportCertificates(
            self.0
                .action(
                    "openstack_network_provider.import_certificates",
                    "importcertificates",
                )
                .requires("action.certificates[].content"),
        )
        .certificates(certificates)
    }

    /// Removes the provider from the engine; 409 while its networks are in use.
    ///
    /// `DELETE /openstacknetworkproviders/{provider:id}`
    #[inline]
    pub fn remove(&self) -> OpenstackNetworkProviderRemove {
        OpenstackNetworkProviderRemove(self.0.remove("openstack_network_provider.remove"))
    }

    /// Connects to the provider with the stored address and credentials; fails if it cannot
    /// connect, and changes nothing.
    ///
    /// `POST /openstacknetworkproviders/{provider:id}/testconnectivity`
    #[inline]
    pub fn test_connectivity(&self) -> OpenstackNetworkProviderTestConnectivity {
        OpenstackNetworkProviderTestConnectivity(self.0.action(
            "openstack_network_provider.test_connectivity",
            "testconnectivity",
        ))
    }

    /// Changes name, credentials or behavior of the provider; 409 for one that is `read_only`.
    ///
    /// `PUT /openstacknetworkproviders/{provider:id}`
    #[inline]
    pub fn update(
        &self,
        provider: impl Into<OpenStackNetworkProvider>,
    ) -> OpenstackNetworkProviderUpdate {
        OpenstackNetworkProviderUpdate(self.0.update::<OpenStackNetworkProvider>(
            "openstack_network_provider.update",
            provider.into(),
        ))
    }

    /// Certificates that the provider presents.
    #[inline]
    pub fn certificates_service(&self) -> ExternalProviderCertificatesService {
        ExternalProviderCertificatesService(self.0.segment("certificates"))
    }

    /// Networks that the provider has.
    #[inline]
    pub fn networks_service(&self) -> OpenstackNetworksService {
        OpenstackNetworksService(self.0.segment("networks"))
    }
}

wait!(OpenstackNetworkProviderService, OpenStackNetworkProvider);

request! {
    /// Request of [`OpenstackNetworkProviderService::get`].
    OpenstackNetworkProviderGet -> document(OpenStackNetworkProvider) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

request! {
    /// Request of [`OpenstackNetworkProviderService::import_certificates`].
    OpenstackNetworkProviderImportCertificates -> action() {
        /// The certificates, each with `content` in PEM form; mandatory.
        list(Certificate) certificates;
    }
}

request! {
    /// Request of [`OpenstackNetworkProviderService::remove`].
    OpenstackNetworkProviderRemove -> nothing() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}

request! {
    /// Request of [`OpenstackNetworkProviderService::test_connectivity`].
    OpenstackNetworkProviderTestConnectivity -> action() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        value(bool) async_;
    }
}

request! {
    /// Request of [`OpenstackNetworkProviderService::update`].
    OpenstackNetworkProviderUpdate -> document(OpenStackNetworkProvider) {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}
