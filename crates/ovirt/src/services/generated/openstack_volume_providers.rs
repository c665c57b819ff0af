//! `OpenstackVolumeProvidersService` and its requests.
//!
//! @generated from `crates/model/data/services/openstack.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::OpenstackVolumeProviderService;
use crate::stream::pages;
use crate::stream::stream;
use crate::types::{Identifier, List, OpenStackVolumeProvider};

service! {
    /// The volume providers (Cinder servers) that the engine knows. Deprecated.
    ///
    /// API path: `/openstackvolumeproviders`
    OpenstackVolumeProvidersService = "openstack_volume_providers"
}

impl OpenstackVolumeProvidersService {
    /// Adds a volume provider; current engines have managed block storage instead.
    ///
    /// `POST /openstackvolumeproviders`
    #[inline]
    pub fn add(&self, provider: impl Into<OpenStackVolumeProvider>) -> OpenstackVolumeProvidersAdd {
        OpenstackVolumeProvidersAdd(
            self.0
                .add::<OpenStackVolumeProvider>("openstack_volume_providers.add", provider.into()),
        )
    }

    /// All volume providers.
    ///
    /// `GET /openstackvolumeproviders`
    #[inline]
    pub fn list(&self) -> OpenstackVolumeProvidersList {
        OpenstackVolumeProvidersList(self.0.get("openstack_volume_providers.list"))
    }

    /// One volume provider, by its identifier.
    #[inline]
    pub fn provider_service(
        &self,
        id: impl Identifier<OpenStackVolumeProvider>,
    ) -> OpenstackVolumeProviderService {
        OpenstackVolumeProviderService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`OpenstackVolumeProvidersService::add`].
    OpenstackVolumeProvidersAdd -> document(OpenStackVolumeProvider);
}

request! {
    /// Request of [`OpenstackVolumeProvidersService::list`].
    OpenstackVolumeProvidersList -> document(List<OpenStackVolumeProvider>) {
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

stream!(OpenstackVolumeProvidersList, OpenStackVolumeProvider);
pages!(OpenstackVolumeProvidersList, OpenStackVolumeProvider);
named!(
    OpenstackVolumeProvidersService,
    OpenStackVolumeProvider,
    "name" = "name"
);
