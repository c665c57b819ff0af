//! `ClusterLevelService` and its requests.
//!
//! @generated from `crates/model/data/services/clusters.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::services::ClusterFeaturesService;
use crate::types::ClusterLevel;
use crate::wait::wait;

service! {
    /// One compatibility level, such as `4.7`.
    ///
    /// API path: `/clusterlevels/{level:id}`
    ClusterLevelService = "cluster_level"
}

impl ClusterLevelService {
    /// Reads the level: its CPU types and the permits that roles can have.
    ///
    /// `GET /clusterlevels/{level:id}`
    #[inline]
    pub fn get(&self) -> ClusterLevelGet {
        ClusterLevelGet(self.0.get("cluster_level.get"))
    }

    /// Optional features of the level. Since 4.1.6.
    #[inline]
    pub fn cluster_features_service(&self) -> ClusterFeaturesService {
        ClusterFeaturesService(self.0.segment("clusterfeatures"))
    }
}

wait!(ClusterLevelService, ClusterLevel);

request! {
    /// Request of [`ClusterLevelService::get`].
    ClusterLevelGet -> document(ClusterLevel) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}
