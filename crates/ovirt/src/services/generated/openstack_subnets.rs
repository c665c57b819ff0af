//! `OpenstackSubnetsService` and its requests.
//!
//! @generated from `crates/model/data/services/openstack.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::OpenstackSubnetService;
use crate::stream::stream;
use crate::types::{Identifier, List, OpenStackSubnet};

service! {
    /// The subnets of a network at a provider.
    ///
    /// API path: `/openstacknetworkproviders/{provider:id}/networks/{network:id}/subnets`
    OpenstackSubnetsService = "openstack_subnets"
}

impl OpenstackSubnetsService {
    /// Adds a subnet to the network, at the provider; NICs get addresses from it by DHCP.
    ///
    /// `POST /openstacknetworkproviders/{provider:id}/networks/{network:id}/subnets`
    #[inline]
    pub fn add(&self, subnet: impl Into<OpenStackSubnet>) -> OpenstackSubnetsAdd {
        OpenstackSubnetsAdd(
            self.0
                .add::<OpenStackSubnet>("openstack_subnets.add", subnet.into()),
        )
    }

    /// Asks the provider for the subnets of the network.
    ///
    /// `GET /openstacknetworkproviders/{provider:id}/networks/{network:id}/subnets`
    #[inline]
    pub fn list(&self) -> OpenstackSubnetsList {
        OpenstackSubnetsList(self.0.get("openstack_subnets.list"))
    }

    /// One subnet, by its identifier at the provider.
    #[inline]
    pub fn subnet_service(&self, id: impl Identifier<OpenStackSubnet>) -> OpenstackSubnetService {
        OpenstackSubnetService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`OpenstackSubnetsService::add`].
    OpenstackSubnetsAdd -> document(OpenStackSubnet);
}

request! {
    /// Request of [`OpenstackSubnetsService::list`].
    OpenstackSubnetsList -> document(List<OpenStackSubnet>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
    }
}

stream!(OpenstackSubnetsList, OpenStackSubnet);
named!(OpenstackSubnetsService, OpenStackSubnet, "name");
