//! `OpenstackVolumeProviderService` and its requests.
//!
//! @generated from `crates/model/data/services/openstack.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::services::{
    ExternalProviderCertificatesService, OpenstackVolumeAuthenticationKeysService,
    OpenstackVolumeTypesService,
};
use crate::types::{Certificate, OpenStackVolumeProvider};
use crate::wait::wait;

service! {
    /// One volume provider: an OpenStack Cinder server; managed block storage has taken its place.
    /// Deprecated.
    ///
    /// API path: `/openstackvolumeproviders/{provider:id}`
    OpenstackVolumeProviderService = "openstack_volume_provider"
}

impl OpenstackVolumeProviderService {
    /// Reads the provider; its password is never in the response.
    ///
    /// `GET /openstackvolumeproviders/{provider:id}`
    #[inline]
    pub fn get(&self) -> OpenstackVolumeProviderGet {
        OpenstackVolumeProviderGet(self.0.get("openstack_volume_provider.get"))
    }

    /// Makes the engine trust certificates for its connections to the provider.
    ///
    /// `POST /openstackvolumeproviders/{provider:id}/importcertificates`
    ///
    /// Needs `certificates[].content`.
    #[inline]
    pub fn import_certificates(
        &self,
        certificates: impl IntoIterator<Item = impl Into<Certificate>>,
    ) -> OpenstackVolumeProviderImportCertificates {
        OpenstackVolumeProviderImportCertificates(
            self.0
                .action(
                    "openstack_volume_provider.import_certificates",
                    "importcertificates",
                )
                .requires("action.certificates[].content"),
        )
        .certificates(certificates)
    }

    /// Removes the provider from the engine; 409 while disks are on it, unless `force` is set.
    ///
    /// `DELETE /openstackvolumeproviders/{provider:id}`
    #[inline]
    pub fn remove(&self) -> OpenstackVolumeProviderRemove {
        OpenstackVolumeProviderRemove(self.0.remove("openstack_volume_provider.remove"))
    }

    /// Connects to the provider with the stored address and credentials; fails if it cannot
    /// connect, and changes nothing.
    ///
    /// `POST /openstackvolumeproviders/{provider:id}/testconnectivity`
    #[inline]
    pub fn test_connectivity(&self) -> OpenstackVolumeProviderTestConnectivity {
        OpenstackVolumeProviderTestConnectivity(self.0.action(
            "openstack_volume_provider.test_connectivity",
            "testconnectivity",
        ))
    }

    /// Updates the provider's name, credentials or data center.
    ///
    /// `PUT /openstackvolumeproviders/{provider:id}`
    #[inline]
    pub fn update(
        &self,
        provider: impl Into<OpenStackVolumeProvider>,
    ) -> OpenstackVolumeProviderUpdate {
        OpenstackVolumeProviderUpdate(
            self.0.update::<OpenStackVolumeProvider>(
                "openstack_volume_provider.update",
                provider.into(),
            ),
        )
    }

    /// Keys by which hosts use the provider's volumes.
    #[inline]
    pub fn authentication_keys_service(&self) -> OpenstackVolumeAuthenticationKeysService {
        OpenstackVolumeAuthenticationKeysService(self.0.segment("authenticationkeys"))
    }

    /// Certificates that the provider presents.
    #[inline]
    pub fn certificates_service(&self) -> ExternalProviderCertificatesService {
        ExternalProviderCertificatesService(self.0.segment("certificates"))
    }

    /// Types of volumes that the provider has.
    #[inline]
    pub fn volume_types_service(&self) -> OpenstackVolumeTypesService {
        OpenstackVolumeTypesService(self.0.segment("volumetypes"))
    }
}

wait!(OpenstackVolumeProviderService, OpenStackVolumeProvider);

request! {
    /// Request of [`OpenstackVolumeProviderService::get`].
    OpenstackVolumeProviderGet -> document(OpenStackVolumeProvider) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

request! {
    /// Request of [`OpenstackVolumeProviderService::import_certificates`].
    OpenstackVolumeProviderImportCertificates -> action() {
        /// The certificates, each with `content` in PEM form; mandatory.
        list(Certificate) certificates;
    }
}

request! {
    /// Request of [`OpenstackVolumeProviderService::remove`].
    OpenstackVolumeProviderRemove -> nothing() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
        /// Remove it though disks are on it; the engine forgets these. False if absent. Since
        /// 4.2.0.
        query(bool) force;
    }
}

request! {
    /// Request of [`OpenstackVolumeProviderService::test_connectivity`].
    OpenstackVolumeProviderTestConnectivity -> action() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        value(bool) async_;
    }
}

request! {
    /// Request of [`OpenstackVolumeProviderService::update`].
    OpenstackVolumeProviderUpdate -> document(OpenStackVolumeProvider) {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}
