//! `ClusterNetworksService` and its requests.
//!
//! @generated from `crates/model/data/services/clusters.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::ClusterNetworkService;
use crate::stream::stream;
use crate::types::{Identifier, Link, List, Network};

service! {
    /// The networks that are assigned to a cluster.
    ///
    /// API path: `/clusters/{cluster:id}/networks`
    ClusterNetworksService = "cluster_networks"
}

impl ClusterNetworksService {
    /// Assigns a network of the data center to the cluster; `status` is `non_operational` until all
    /// hosts have it where it is required.
    ///
    /// `POST /clusters/{cluster:id}/networks`
    ///
    /// Needs `network.id` or `network.name`.
    #[inline]
    pub fn add(&self, network: impl Into<Link<Network>>) -> ClusterNetworksAdd {
        ClusterNetworksAdd(
            self.0
                .add_reference::<Network>("cluster_networks.add", network.into())
                .requires("network.id|network.name"),
        )
    }

    /// All networks of the cluster, with their status and usages there. Empty for an unknown
    /// cluster.
    ///
    /// `GET /clusters/{cluster:id}/networks`
    #[inline]
    pub fn list(&self) -> ClusterNetworksList {
        ClusterNetworksList(self.0.get("cluster_networks.list"))
    }

    /// One network of the cluster, by its identifier.
    #[inline]
    pub fn network_service(&self, id: impl Identifier<Network>) -> ClusterNetworkService {
        ClusterNetworkService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`ClusterNetworksService::add`].
    ClusterNetworksAdd -> document(Network);
}

request! {
    /// Request of [`ClusterNetworksService::list`].
    ClusterNetworksList -> document(List<Network>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
    }
}

stream!(ClusterNetworksList, Network);
named!(ClusterNetworksService, Network, "name");
