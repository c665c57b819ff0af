//! `OpenstackNetworkProvidersService` and its requests.
//!
//! @generated from `crates/model/data/services/openstack.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::OpenstackNetworkProviderService;
use crate::stream::pages;
use crate::stream::stream;
use crate::types::{Identifier, List, OpenStackNetworkProvider};

service! {
    /// The network providers (OVN, Neutron) that the engine knows.
    ///
    /// API path: `/openstacknetworkproviders`
    OpenstackNetworkProvidersService = "openstack_network_providers"
}

impl OpenstackNetworkProvidersService {
    /// Adds a network provider; the engine does not ask it at once, see `test_connectivity`.
    ///
    /// `POST /openstacknetworkproviders`
    ///
    /// Needs `provider.name`.
    #[inline]
    pub fn add(
        &self,
        provider: impl Into<OpenStackNetworkProvider>,
    ) -> OpenstackNetworkProvidersAdd {
        OpenstackNetworkProvidersAdd(
            self.0
                .add::<OpenStackNetworkProvider>("openstack_network_providers.add", provider.into())
                .requires("provider.name"),
        )
    }

    /// All network providers; installations with OVN have `ovirt-provider-ovn`.
    ///
    /// `GET /openstacknetworkproviders`
    #[inline]
    pub fn list(&self) -> OpenstackNetworkProvidersList {
        OpenstackNetworkProvidersList(self.0.get("openstack_network_providers.list"))
    }

    /// One network provider, by its identifier.
    #[inline]
    pub fn provider_service(
        &self,
        id: impl Identifier<OpenStackNetworkProvider>,
    ) -> OpenstackNetworkProviderService {
        OpenstackNetworkProviderService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`OpenstackNetworkProvidersService::add`].
    OpenstackNetworkProvidersAdd -> document(OpenStackNetworkProvider);
}

request! {
    /// Request of [`OpenstackNetworkProvidersService::list`].
    OpenstackNetworkProvidersList -> document(List<OpenStackNetworkProvider>) {
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

stream!(OpenstackNetworkProvidersList, OpenStackNetworkProvider);
pages!(OpenstackNetworkProvidersList, OpenStackNetworkProvider);
named!(
    OpenstackNetworkProvidersService,
    OpenStackNetworkProvider,
    "name" = "name"
);
