//! `ClusterNetworkService` and its requests.
//!
//! @generated from `crates/model/data/services/clusters.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::types::{Network, NetworkStatus};
use crate::wait::wait;

service! {
    /// One network as it is assigned to a cluster.
    ///
    /// API path: `/clusters/{cluster:id}/networks/{network:id}`
    ClusterNetworkService = "cluster_network"
}

impl ClusterNetworkService {
    /// Reads the network with what belongs to this cluster: `required`, `display`, `usages`,
    /// `status`.
    ///
    /// `GET /clusters/{cluster:id}/networks/{network:id}`
    #[inline]
    pub fn get(&self) -> ClusterNetworkGet {
        ClusterNetworkGet(self.0.get("cluster_network.get"))
    }

    /// Takes the network out of the cluster; it stays in the data center. 409 for the management
    /// network and while VMs use it.
    ///
    /// `DELETE /clusters/{cluster:id}/networks/{network:id}`
    #[inline]
    pub fn remove(&self) -> ClusterNetworkRemove {
        ClusterNetworkRemove(self.0.remove("cluster_network.remove"))
    }

    /// Changes how the cluster uses the network: `required`, and `usages` such as `migration` and
    /// `display`.
    ///
    /// `PUT /clusters/{cluster:id}/networks/{network:id}`
    #[inline]
    pub fn update(&self, network: impl Into<Network>) -> ClusterNetworkUpdate {
        ClusterNetworkUpdate(
            self.0
                .update::<Network>("cluster_network.update", network.into()),
        )
    }
}

wait!(ClusterNetworkService, Network, NetworkStatus);

request! {
    /// Request of [`ClusterNetworkService::get`].
    ClusterNetworkGet -> document(Network) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

request! {
    /// Request of [`ClusterNetworkService::remove`].
    ClusterNetworkRemove -> nothing();
}

request! {
    /// Request of [`ClusterNetworkService::update`].
    ClusterNetworkUpdate -> document(Network);
}
