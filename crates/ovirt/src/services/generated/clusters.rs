//! `ClustersService` and its requests.
//!
//! @generated from `crates/model/data/services/clusters.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::ClusterService;
use crate::stream::pages;
use crate::stream::stream;
use crate::types::{Cluster, Identifier, List};

service! {
    /// The clusters of all data centers, or of one.
    ///
    /// API path: `/clusters`
    ClustersService = "clusters"
}

impl ClustersService {
    /// Adds a cluster to a data center; it is empty and can take hosts at once.
    ///
    /// `POST /clusters`
    ///
    /// Needs `cluster.data_center.id` or `cluster.data_center.name`, `cluster.name`.
    #[inline]
    pub fn add(&self, cluster: impl Into<Cluster>) -> ClustersAdd {
        ClustersAdd(
            self.0
                .add::<Cluster>("clusters.add", cluster.into())
                .requires("cluster.data_center.id|cluster.data_center.name, cluster.name"),
        )
    }

    /// The clusters, by name; searchable by `name`, `datacenter`, `architecture` and more.
    ///
    /// `GET /clusters`
    #[inline]
    pub fn list(&self) -> ClustersList {
        ClustersList(self.0.get("clusters.list"))
    }

    /// One cluster, by its identifier.
    #[inline]
    pub fn cluster_service(&self, id: impl Identifier<Cluster>) -> ClusterService {
        ClusterService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`ClustersService::add`].
    ClustersAdd -> document(Cluster);
}

request! {
    /// Request of [`ClustersService::list`].
    ClustersList -> document(List<Cluster>) {
        /// Whether `search` tells upper and lower case apart; the engine does not when this is
        /// absent.
        query(bool) case_sensitive;
        /// Return only what the user has permissions on, as for a user who is no administrator.
        query(bool) filter;
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
        /// Filters the result by a query in the engine's search language, such as `name=web* and
        /// status=up`.
        search(String) search;
    }
}

stream!(ClustersList, Cluster);
pages!(ClustersList, Cluster);
named!(ClustersService, Cluster, "name" = "name");
