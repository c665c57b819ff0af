//! `ClusterFeatureService` and its requests.
//!
//! @generated from `crates/model/data/services/clusters.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::types::ClusterFeature;
use crate::wait::wait;

service! {
    /// One optional feature of a cluster level. Since 4.1.6.
    ///
    /// API path: `/clusterlevels/{level:id}/clusterfeatures/{feature:id}`
    ClusterFeatureService = "cluster_feature"
}

impl ClusterFeatureService {
    /// Reads the feature's name. Since 4.1.6.
    ///
    /// `GET /clusterlevels/{level:id}/clusterfeatures/{feature:id}`
    #[inline]
    pub fn get(&self) -> ClusterFeatureGet {
        ClusterFeatureGet(self.0.get("cluster_feature.get"))
    }
}

wait!(ClusterFeatureService, ClusterFeature);

request! {
    /// Request of [`ClusterFeatureService::get`].
    ClusterFeatureGet -> document(ClusterFeature) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}
