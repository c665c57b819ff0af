//! `ClusterFeaturesService` and its requests.
//!
//! @generated from `crates/model/data/services/clusters.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::ClusterFeatureService;
use crate::stream::stream;
use crate::types::{ClusterFeature, Identifier, List};

service! {
    /// The optional features that clusters of a level can have. Since 4.1.6.
    ///
    /// API path: `/clusterlevels/{level:id}/clusterfeatures`
    ClusterFeaturesService = "cluster_features"
}

impl ClusterFeaturesService {
    /// All optional features of the level. Since 4.1.6.
    ///
    /// `GET /clusterlevels/{level:id}/clusterfeatures`
    #[inline]
    pub fn list(&self) -> ClusterFeaturesList {
        ClusterFeaturesList(self.0.get("cluster_features.list"))
    }

    /// One feature, by its identifier. Since 4.1.6.
    #[inline]
    pub fn feature_service(&self, id: impl Identifier<ClusterFeature>) -> ClusterFeatureService {
        ClusterFeatureService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`ClusterFeaturesService::list`].
    ClusterFeaturesList -> document(List<ClusterFeature>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

stream!(ClusterFeaturesList, ClusterFeature);
named!(ClusterFeaturesService, ClusterFeature, "name");
