//! `VirtualFunctionAllowedNetworksService` and its requests.
//!
//! @generated from `crates/model/data/services/hosts.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::VirtualFunctionAllowedNetworkService;
use crate::stream::stream;
use crate::types::{Identifier, Link, List, Network};

service! {
    /// The networks that may use the virtual functions of a host's NIC, where not all are allowed.
    ///
    /// API path: `/hosts/{host:id}/nics/{nic:id}/virtualfunctionallowednetworks`
    VirtualFunctionAllowedNetworksService = "virtual_function_allowed_networks"
}

impl VirtualFunctionAllowedNetworksService {
    /// Allows a network to use the NIC's virtual functions.
    ///
    /// `POST /hosts/{host:id}/nics/{nic:id}/virtualfunctionallowednetworks`
    ///
    /// Needs `network.id` or `network.name`.
    #[inline]
    pub fn add(&self, network: impl Into<Link<Network>>) -> VirtualFunctionAllowedNetworksAdd {
        VirtualFunctionAllowedNetworksAdd(
            self.0
                .add_reference::<Network>("virtual_function_allowed_networks.add", network.into())
                .requires("network.id|network.name"),
        )
    }

    /// All networks that are allowed by themselves, not those allowed through labels.
    ///
    /// `GET /hosts/{host:id}/nics/{nic:id}/virtualfunctionallowednetworks`
    #[inline]
    pub fn list(&self) -> VirtualFunctionAllowedNetworksList {
        VirtualFunctionAllowedNetworksList(self.0.get("virtual_function_allowed_networks.list"))
    }

    /// One of the allowed networks, by its identifier.
    #[inline]
    pub fn network_service(
        &self,
        id: impl Identifier<Network>,
    ) -> VirtualFunctionAllowedNetworkService {
        VirtualFunctionAllowedNetworkService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`VirtualFunctionAllowedNetworksService::add`].
    VirtualFunctionAllowedNetworksAdd -> document(Network);
}

request! {
    /// Request of [`VirtualFunctionAllowedNetworksService::list`].
    VirtualFunctionAllowedNetworksList -> document(List<Network>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
    }
}

stream!(VirtualFunctionAllowedNetworksList, Network);
named!(VirtualFunctionAllowedNetworksService, Network, "name");
