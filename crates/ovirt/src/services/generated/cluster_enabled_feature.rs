//! `ClusterEnabledFeatureService` and its requests.
//!
//! @generated from `crates/model/data/services/clusters.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::types::ClusterFeature;
use crate::wait::wait;

service! {
    /// One optional feature that is switched on for a cluster. Since 4.1.6.
    ///
    /// API path: `/clusters/{cluster:id}/enabledfeatures/{feature:id}`
    ClusterEnabledFeatureService = "cluster_enabled_feature"
}

impl ClusterEnabledFeatureService {
    /// Reads the feature's name; 404 when it is not switched on. Since 4.1.6.
    ///
    /// `GET /clusters/{cluster:id}/enabledfeatures/{feature:id}`
    #[inline]
    pub fn get(&self) -> ClusterEnabledFeatureGet {
        ClusterEnabledFeatureGet(self.0.get("cluster_enabled_feature.get"))
    }

    /// Switches the feature off for the cluster. Since 4.1.6.
    ///
    /// `DELETE /clusters/{cluster:id}/enabledfeatures/{feature:id}`
    #[inline]
    pub fn remove(&self) -> ClusterEnabledFeatureRemove {
        ClusterEnabledFeatureRemove(self.0.remove("cluster_enabled_feature.remove"))
    }
}

wait!(ClusterEnabledFeatureService, ClusterFeature);

request! {
    /// Request of [`ClusterEnabledFeatureService::get`].
    ClusterEnabledFeatureGet -> document(ClusterFeature) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

request! {
    /// Request of [`ClusterEnabledFeatureService::remove`].
    ClusterEnabledFeatureRemove -> nothing();
}
