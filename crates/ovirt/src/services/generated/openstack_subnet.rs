//! `OpenstackSubnetService` and its requests.
//!
//! @generated from `crates/model/data/services/openstack.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::types::OpenStackSubnet;
use crate::wait::wait;

service! {
    /// One subnet of a network at a provider.
    ///
    /// API path: `/openstacknetworkproviders/{provider:id}/networks/{network:id}/subnets/{subnet:id}`
    OpenstackSubnetService = "openstack_subnet"
}

impl OpenstackSubnetService {
    /// Reads the subnet: `cidr`, gateway, DNS servers.
    ///
    /// `GET /openstacknetworkproviders/{provider:id}/networks/{network:id}/subnets/{subnet:id}`
    #[inline]
    pub fn get(&self) -> OpenstackSubnetGet {
        OpenstackSubnetGet(self.0.get("openstack_subnet.get"))
    }

    /// Removes the subnet at the provider.
    ///
    /// `DELETE /openstacknetworkproviders/{provider:id}/networks/{network:id}/subnets/{subnet:id}`
    #[inline]
    pub fn remove(&self) -> OpenstackSubnetRemove {
        OpenstackSubnetRemove(self.0.remove("openstack_subnet.remove"))
    }
}

wait!(OpenstackSubnetService, OpenStackSubnet);

request! {
    /// Request of [`OpenstackSubnetService::get`].
    OpenstackSubnetGet -> document(OpenStackSubnet) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

request! {
    /// Request of [`OpenstackSubnetService::remove`].
    OpenstackSubnetRemove -> nothing() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}
