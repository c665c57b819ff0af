//! `OpenstackNetworksService` and its requests.
//!
//! @generated from `crates/model/data/services/openstack.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::OpenstackNetworkService;
use crate::stream::stream;
use crate::types::{Identifier, List, OpenStackNetwork};

service! {
    /// The networks that a network provider has.
    ///
    /// API path: `/openstacknetworkproviders/{provider:id}/networks`
    OpenstackNetworksService = "openstack_networks"
}

impl OpenstackNetworksService {
    /// Asks the provider for its networks; an unreachable provider is an error.
    ///
    /// `GET /openstacknetworkproviders/{provider:id}/networks`
    #[inline]
    pub fn list(&self) -> OpenstackNetworksList {
        OpenstackNetworksList(self.0.get("openstack_networks.list"))
    }

    /// One network, by its identifier at the provider.
    #[inline]
    pub fn network_service(
        &self,
        id: impl Identifier<OpenStackNetwork>,
    ) -> OpenstackNetworkService {
        OpenstackNetworkService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`OpenstackNetworksService::list`].
    OpenstackNetworksList -> document(List<OpenStackNetwork>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
    }
}

stream!(OpenstackNetworksList, OpenStackNetwork);
named!(OpenstackNetworksService, OpenStackNetwork, "name");
