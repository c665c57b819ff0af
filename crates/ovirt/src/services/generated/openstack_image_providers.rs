//! `OpenstackImageProvidersService` and its requests.
//!
//! @generated from `crates/model/data/services/openstack.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::OpenstackImageProviderService;
use crate::stream::pages;
use crate::stream::stream;
use crate::types::{Identifier, List, OpenStackImageProvider};

service! {
    /// The image providers (Glance servers) that the engine knows.
    ///
    /// API path: `/openstackimageproviders`
    OpenstackImageProvidersService = "openstack_image_providers"
}

impl OpenstackImageProvidersService {
    /// Adds an image provider; the engine does not ask it at once, see `test_connectivity`.
    ///
    /// `POST /openstackimageproviders`
    ///
    /// Needs `provider.name`.
    #[inline]
    pub fn add(&self, provider: impl Into<OpenStackImageProvider>) -> OpenstackImageProvidersAdd {
        OpenstackImageProvidersAdd(
            self.0
                .add::<OpenStackImageProvider>("openstack_image_providers.add", provider.into())
                .requires("provider.name"),
        )
    }

    /// All image providers.
    ///
    /// `GET /openstackimageproviders`
    #[inline]
    pub fn list(&self) -> OpenstackImageProvidersList {
        OpenstackImageProvidersList(self.0.get("openstack_image_providers.list"))
    }

    /// One image provider, by its identifier.
    #[inline]
    pub fn provider_service(
        &self,
        id: impl Identifier<OpenStackImageProvider>,
    ) -> OpenstackImageProviderService {
        OpenstackImageProviderService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`OpenstackImageProvidersService::add`].
    OpenstackImageProvidersAdd -> document(OpenStackImageProvider);
}

request! {
    /// Request of [`OpenstackImageProvidersService::list`].
    OpenstackImageProvidersList -> document(List<OpenStackImageProvider>) {
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

stream!(OpenstackImageProvidersList, OpenStackImageProvider);
pages!(OpenstackImageProvidersList, OpenStackImageProvider);
named!(
    OpenstackImageProvidersService,
    OpenStackImageProvider,
    "name" = "name"
);
