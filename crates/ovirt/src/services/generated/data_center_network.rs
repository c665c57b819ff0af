//! `DataCenterNetworkService` and its requests.
//!
//! @generated from `crates/model/data/services/data_centers.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::types::{Network, NetworkStatus};
use crate::wait::wait;

service! {
    /// One network, seen from its data center.
    ///
    /// API path: `/datacenters/{data_center:id}/networks/{network:id}`
    DataCenterNetworkService = "data_center_network"
}

impl DataCenterNetworkService {
    /// Reads the network; how a cluster uses it is read below the cluster.
    ///
    /// `GET /datacenters/{data_center:id}/networks/{network:id}`
    #[inline]
    pub fn get(&self) -> DataCenterNetworkGet {
        DataCenterNetworkGet(self.0.get("data_center_network.get"))
    }

    /// Removes the network from the engine, not just from a list; 409 while it is in use.
    ///
    /// `DELETE /datacenters/{data_center:id}/networks/{network:id}`
    #[inline]
    pub fn remove(&self) -> DataCenterNetworkRemove {
        DataCenterNetworkRemove(self.0.remove("data_center_network.remove"))
    }

    /// Updates the network; the same as in the top collection of networks.
    ///
    /// `PUT /datacenters/{data_center:id}/networks/{network:id}`
    #[inline]
    pub fn update(&self, network: impl Into<Network>) -> DataCenterNetworkUpdate {
        DataCenterNetworkUpdate(
            self.0
                .update::<Network>("data_center_network.update", network.into()),
        )
    }
}

wait!(DataCenterNetworkService, Network, NetworkStatus);

request! {
    /// Request of [`DataCenterNetworkService::get`].
    DataCenterNetworkGet -> document(Network) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

request! {
    /// Request of [`DataCenterNetworkService::remove`].
    DataCenterNetworkRemove -> nothing();
}

request! {
    /// Request of [`DataCenterNetworkService::update`].
    DataCenterNetworkUpdate -> document(Network);
}
