//! `VirtualFunctionAllowedNetworkService` and its requests.
//!
//! @generated from `crates/model/data/services/hosts.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::types::{Network, NetworkStatus};
use crate::wait::wait;

service! {
    /// One network that may use the virtual functions of a NIC.
    ///
    /// API path: `/hosts/{host:id}/nics/{nic:id}/virtualfunctionallowednetworks/{network:id}`
    VirtualFunctionAllowedNetworkService = "virtual_function_allowed_network"
}

impl VirtualFunctionAllowedNetworkService {
    /// Reads the network; 404 for one that is not allowed by itself.
    ///
    /// `GET /hosts/{host:id}/nics/{nic:id}/virtualfunctionallowednetworks/{network:id}`
    #[inline]
    pub fn get(&self) -> VirtualFunctionAllowedNetworkGet {
        VirtualFunctionAllowedNetworkGet(self.0.get("virtual_function_allowed_network.get"))
    }

    /// Takes the network's right to use the virtual functions; the network itself stays.
    ///
    /// `DELETE /hosts/{host:id}/nics/{nic:id}/virtualfunctionallowednetworks/{network:id}`
    #[inline]
    pub fn remove(&self) -> VirtualFunctionAllowedNetworkRemove {
        VirtualFunctionAllowedNetworkRemove(
            self.0.remove("virtual_function_allowed_network.remove"),
        )
    }
}

wait!(VirtualFunctionAllowedNetworkService, Network, NetworkStatus);

request! {
    /// Request of [`VirtualFunctionAllowedNetworkService::get`].
    VirtualFunctionAllowedNetworkGet -> document(Network) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

request! {
    /// Request of [`VirtualFunctionAllowedNetworkService::remove`].
    VirtualFunctionAllowedNetworkRemove -> nothing() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}
