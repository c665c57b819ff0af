//! `ClusterEnabledFeaturesService` and its requests.
//!
//! @generated from `crates/model/data/services/clusters.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::ClusterEnabledFeatureService;
use crate::stream::stream;
use crate::types::{ClusterFeature, Identifier, Link, List};

service! {
    /// The optional features that are switched on for a cluster. Since 4.1.6.
    ///
    /// API path: `/clusters/{cluster:id}/enabledfeatures`
    ClusterEnabledFeaturesService = "cluster_enabled_features"
}

impl ClusterEnabledFeaturesService {
    /// Switches a feature on; the hosts of the cluster have to support it. Since 4.1.6.
    ///
    /// `POST /clusters/{cluster:id}/enabledfeatures`
    ///
    /// Needs `feature.id`.
    #[inline]
    pub fn add(&self, feature: impl Into<Link<ClusterFeature>>) -> ClusterEnabledFeaturesAdd {
        ClusterEnabledFeaturesAdd(
            self.0
                .add_reference::<ClusterFeature>("cluster_enabled_features.add", feature.into())
                .requires("feature.id"),
        )
    }

    /// All features that are switched on. Since 4.1.6.
    ///
    /// `GET /clusters/{cluster:id}/enabledfeatures`
    #[inline]
    pub fn list(&self) -> ClusterEnabledFeaturesList {
        ClusterEnabledFeaturesList(self.0.get("cluster_enabled_features.list"))
    }

    /// One feature, by its identifier. Since 4.1.6.
    #[inline]
    pub fn feature_service(
        &self,
        id: impl Identifier<ClusterFeature>,
    ) -> ClusterEnabledFeatureService {
        ClusterEnabledFeatureService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`ClusterEnabledFeaturesService::add`].
    ClusterEnabledFeaturesAdd -> document(ClusterFeature);
}

request! {
    /// Request of [`ClusterEnabledFeaturesService::list`].
    ClusterEnabledFeaturesList -> document(List<ClusterFeature>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

stream!(ClusterEnabledFeaturesList, ClusterFeature);
named!(ClusterEnabledFeaturesService, ClusterFeature, "name");
