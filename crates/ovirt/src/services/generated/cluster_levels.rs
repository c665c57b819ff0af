//! `ClusterLevelsService` and its requests.
//!
//! @generated from `crates/model/data/services/clusters.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::ClusterLevelService;
use crate::stream::stream;
use crate::types::{ClusterLevel, Identifier, List};

service! {
    /// The compatibility levels that the engine supports; fixed per engine release.
    ///
    /// API path: `/clusterlevels`
    ClusterLevelsService = "cluster_levels"
}

impl ClusterLevelsService {
    /// All levels; the identifier of each is its version.
    ///
    /// `GET /clusterlevels`
    #[inline]
    pub fn list(&self) -> ClusterLevelsList {
        ClusterLevelsList(self.0.get("cluster_levels.list"))
    }

    /// One level, by its version such as `4.7`.
    #[inline]
    pub fn level_service(&self, id: impl Identifier<ClusterLevel>) -> ClusterLevelService {
        ClusterLevelService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`ClusterLevelsService::list`].
    ClusterLevelsList -> document(List<ClusterLevel>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

stream!(ClusterLevelsList, ClusterLevel);
named!(ClusterLevelsService, ClusterLevel, "name");
