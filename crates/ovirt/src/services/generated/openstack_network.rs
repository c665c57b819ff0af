//! `OpenstackNetworkService` and its requests.
//!
//! @generated from `crates/model/data/services/openstack.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::services::OpenstackSubnetsService;
use crate::types::{DataCenter, OpenStackNetwork};
use crate::wait::wait;

service! {
    /// One network of a network provider, known to the engine or not.
    ///
    /// API path: `/openstacknetworkproviders/{provider:id}/networks/{network:id}`
    OpenstackNetworkService = "openstack_network"
}

impl OpenstackNetworkService {
    /// Reads the network's name, as the provider tells it.
    ///
    /// `GET /openstacknetworkproviders/{provider:id}/networks/{network:id}`
    #[inline]
    pub fn get(&self) -> OpenstackNetworkGet {
        OpenstackNetworkGet(self.0.get("openstack_network.get"))
    }

    /// Makes the network known to the engine, in a data center; it is then among the networks, as
    /// an external one.
    ///
    /// `POST /openstacknetworkproviders/{provider:id}/networks/{network:id}/import`
    ///
    /// Needs `data_center.id` or `data_center.name`.
    #[inline]
    pub fn import(&self) -> OpenstackNetworkImport {
        OpenstackNetworkImport(
            self.0
                .action("openstack_network.import", "import")
                .requires("action.data_center.id|action.data_center.name"),
        )
    }

    /// Subnets of the network.
    #[inline]
    pub fn subnets_service(&self) -> OpenstackSubnetsService {
        OpenstackSubnetsService(self.0.segment("subnets"))
    }
}

wait!(OpenstackNetworkService, OpenStackNetwork);

request! {
    /// Request of [`OpenstackNetworkService::get`].
    OpenstackNetworkGet -> document(OpenStackNetwork) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

request! {
    /// Request of [`OpenstackNetworkService::import`].
    OpenstackNetworkImport -> action() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        value(bool) async_;
        /// The data center that gets the network, by `id` or `name`.
        reference(DataCenter) data_center;
    }
}
