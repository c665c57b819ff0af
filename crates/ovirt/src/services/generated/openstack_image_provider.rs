//! `OpenstackImageProviderService` and its requests.
//!
//! @generated from `crates/model/data/services/openstack.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::services::{ExternalProviderCertificatesService, OpenstackImagesService};
use crate::types::{Certificate, OpenStackImageProvider};
use crate::wait::wait;

service! {
    /// One image provider: an OpenStack Glance server, which is a storage domain of the type
    /// `image` too.
    ///
    /// API path: `/openstackimageproviders/{provider:id}`
    OpenstackImageProviderService = "openstack_image_provider"
}

impl OpenstackImageProviderService {
    /// Reads the provider; its password is never in the response.
    ///
    /// `GET /openstackimageproviders/{provider:id}`
    #[inline]
    pub fn get(&self) -> OpenstackImageProviderGet {
        OpenstackImageProviderGet(self.0.get("openstack_image_provider.get"))
    }

    /// Makes the engine trust certificates for its connections to the provider.
    ///
    /// `POST /openstackimageproviders/{provider:id}/importcertificates`
    ///
    /// Needs `certificates[].content`.
    #[inline]
    pub fn import_certificates(
        &self,
        certificates: impl IntoIterator<Item = impl Into<Certificate>>,
    ) -> OpenstackImageProviderImportCertificates {
        OpenstackImageProviderImportCertificates(
            self.0
                .action(
                    "openstack_image_provider.import_certificates",
                    "importcertificates",
                )
                .requires("action.certificates[].content"),
        )
        .certificates(certificates)
    }

    /// Removes the provider from the engine; disks and templates that were imported stay.
    ///
    /// `DELETE /openstackimageproviders/{provider:id}`
    #[inline]
    pub fn remove(&self) -> OpenstackImageProviderRemove {
        OpenstackImageProviderRemove(self.0.remove("openstack_image_provider.remove"))
    }

    /// Connects to the provider with the stored address and credentials; fails if it cannot
    /// connect, and changes nothing.
    ///
    /// `POST /openstackimageproviders/{provider:id}/testconnectivity`
    #[inline]
    pub fn test_connectivity(&self) -> OpenstackImageProviderTestConnectivity {
        OpenstackImageProviderTestConnectivity(self.0.action(
            "openstack_image_provider.test_connectivity",
            "testconnectivity",
        ))
    }

    /// Updates the provider's name, credentials or properties; `test_connectivity` tells whether it
    /// can be reached with them.
    ///
    /// `PUT /openstackimageproviders/{provider:id}`
    #[inline]
    pub fn update(
        &self,
        provider: impl Into<OpenStackImageProvider>,
    ) -> OpenstackImageProviderUpdate {
        OpenstackImageProviderUpdate(
            self.0.update::<OpenStackImageProvider>(
                "openstack_image_provider.update",
                provider.into(),
            ),
        )
    }

    /// Certificates that the provider presents.
    #[inline]
    pub fn certificates_service(&self) -> ExternalProviderCertificatesService {
        ExternalProviderCertificatesService(self.0.segment("certificates"))
    }

    /// Images that the provider offers.
    #[inline]
    pub fn images_service(&self) -> OpenstackImagesService {
        OpenstackImagesService(self.0.segment("images"))
    }
}

wait!(OpenstackImageProviderService, OpenStackImageProvider);

request! {
    /// Request of [`OpenstackImageProviderService::get`].
    OpenstackImageProviderGet -> document(OpenStackImageProvider) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

request! {
    /// Request of [`OpenstackImageProviderService::import_certificates`].
    OpenstackImageProviderImportCertificates -> action() {
        /// The certificates, each with `content` in PEM form; mandatory.
        list(Certificate) certificates;
    }
}

request! {
    /// Request of [`OpenstackImageProviderService::remove`].
    OpenstackImageProviderRemove -> nothing() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}

request! {
    /// Request of [`OpenstackImageProviderService::test_connectivity`].
    OpenstackImageProviderTestConnectivity -> action() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        value(bool) async_;
    }
}

request! {
    /// Request of [`OpenstackImageProviderService::update`].
    OpenstackImageProviderUpdate -> document(OpenStackImageProvider) {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}
