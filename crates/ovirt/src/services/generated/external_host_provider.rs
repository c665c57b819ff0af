//! `ExternalHostProviderService` and its requests.
//!
//! @generated from `crates/model/data/services/external.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::services::{
    ExternalComputeResourcesService, ExternalDiscoveredHostsService, ExternalHostGroupsService,
    ExternalHostsService, ExternalProviderCertificatesService,
};
use crate::types::{Certificate, ExternalHostProvider};
use crate::wait::wait;

service! {
    /// One host provider: a Foreman server that finds and sets up hosts.
    ///
    /// API path: `/externalhostproviders/{provider:id}`
    ExternalHostProviderService = "external_host_provider"
}

impl ExternalHostProviderService {
    /// Reads the provider; its password is never in the response.
    ///
    /// `GET /externalhostproviders/{provider:id}`
    #[inline]
    pub fn get(&self) -> ExternalHostProviderGet {
        ExternalHostProviderGet(self.0.get("external_host_provider.get"))
    }

    /// Makes the engine trust certificates for its connections to the provider.
    ///
    /// `POST /externalhostproviders/{provider:id}/importcertificates`
    ///
    /// Needs `certificates[].content`.
    #[inline]
    pub fn import_certificates(
        &self,
        certificates: impl IntoIterator<Item = impl Into<Certificate>>,
    ) -> ExternalHostProviderImportCertificates {
        ExternalHostProviderImportCertificates(
            self.0
                .action(
                    "external_host_provider.import_certificates",
                    "importcertificates",
                )
                .requires("action.certificates[].content"),
        )
        .certificates(certificates)
    }

    /// Removes the provider from the engine; hosts that it set up stay.
    ///
    /// `DELETE /externalhostproviders/{provider:id}`
    #[inline]
    pub fn remove(&self) -> ExternalHostProviderRemove {
        ExternalHostProviderRemove(self.0.remove("external_host_provider.remove"))
    }

    /// Connects to the provider with the stored address and credentials; fails if it cannot
    /// connect, and changes nothing.
    ///
    /// `POST /externalhostproviders/{provider:id}/testconnectivity`
    #[inline]
    pub fn test_connectivity(&self) -> ExternalHostProviderTestConnectivity {
        ExternalHostProviderTestConnectivity(self.0.action(
            "external_host_provider.test_connectivity",
            "testconnectivity",
        ))
    }

    /// Updates the provider's name, credentials or address; `test_connectivity` tells whether it
    /// can be reached with them.
    ///
    /// `PUT /externalhostproviders/{provider:id}`
    #[inline]
    pub fn update(&self, provider: impl Into<ExternalHostProvider>) -> ExternalHostProviderUpdate {
        ExternalHostProviderUpdate(
            self.0
                .update::<ExternalHostProvider>("external_host_provider.update", provider.into()),
        )
    }

    /// Certificates that the provider presents.
    #[inline]
    pub fn certificates_service(&self) -> ExternalProviderCertificatesService {
        ExternalProviderCertificatesService(self.0.segment("certificates"))
    }

    /// Compute resources of the provider.
    #[inline]
    pub fn compute_resources_service(&self) -> ExternalComputeResourcesService {
        ExternalComputeResourcesService(self.0.segment("computeresources"))
    }

    /// Bare VMs that the provider discovered.
    #[inline]
    pub fn discovered_hosts_service(&self) -> ExternalDiscoveredHostsService {
        ExternalDiscoveredHostsService(self.0.segment("discoveredhosts"))
    }

    /// Host groups of the provider.
    #[inline]
    pub fn host_groups_service(&self) -> ExternalHostGroupsService {
        ExternalHostGroupsService(self.0.segment("hostgroups"))
    }

    /// VMs that the provider manages.
    #[inline]
    pub fn hosts_service(&self) -> ExternalHostsService {
        ExternalHostsService(self.0.segment("hosts"))
    }
}

wait!(ExternalHostProviderService, ExternalHostProvider);

request! {
    /// Request of [`ExternalHostProviderService::get`].
    ExternalHostProviderGet -> document(ExternalHostProvider) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

request! {
    /// Request of [`ExternalHostProviderService::import_certificates`].
    ExternalHostProviderImportCertificates -> action() {
        /// The certificates, each with `content` in PEM form; mandatory.
        list(Certificate) certificates;
    }
}

request! {
    /// Request of [`ExternalHostProviderService::remove`].
    ExternalHostProviderRemove -> nothing() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}

request! {
    /// Request of [`ExternalHostProviderService::test_connectivity`].
    ExternalHostProviderTestConnectivity -> action() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        value(bool) async_;
    }
}

request! {
    /// Request of [`ExternalHostProviderService::update`].
    ExternalHostProviderUpdate -> document(ExternalHostProvider) {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}
