//! `UnmanagedNetworkService` and its requests.
//!
//! @generated from `crates/model/data/services/hosts.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::types::UnmanagedNetwork;
use crate::wait::wait;

service! {
    /// One network that is on a host, but not in the engine.
    ///
    /// API path: `/hosts/{host:id}/unmanagednetworks/{unmanaged_network:id}`
    UnmanagedNetworkService = "unmanaged_network"
}

impl UnmanagedNetworkService {
    /// Reads the network: its name and NIC.
    ///
    /// `GET /hosts/{host:id}/unmanagednetworks/{unmanaged_network:id}`
    #[inline]
    pub fn get(&self) -> UnmanagedNetworkGet {
        UnmanagedNetworkGet(self.0.get("unmanaged_network.get"))
    }

    /// Removes the network from the host, so that its NIC becomes usable for others.
    ///
    /// `DELETE /hosts/{host:id}/unmanagednetworks/{unmanaged_network:id}`
    #[inline]
    pub fn remove(&self) -> UnmanagedNetworkRemove {
        UnmanagedNetworkRemove(self.0.remove("unmanaged_network.remove"))
    }
}

wait!(UnmanagedNetworkService, UnmanagedNetwork);

request! {
    /// Request of [`UnmanagedNetworkService::get`].
    UnmanagedNetworkGet -> document(UnmanagedNetwork) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

request! {
    /// Request of [`UnmanagedNetworkService::remove`].
    UnmanagedNetworkRemove -> nothing() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}
