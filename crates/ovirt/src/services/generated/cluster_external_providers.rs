//! `ClusterExternalProvidersService` and its requests.
//!
//! @generated from `crates/model/data/services/clusters.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::stream::stream;
use crate::types::{ExternalProvider, List};

service! {
    /// The external network providers of a cluster; read only. Since 4.2.
    ///
    /// API path: `/clusters/{cluster:id}/externalnetworkproviders`
    ClusterExternalProvidersService = "cluster_external_providers"
}

impl ClusterExternalProvidersService {
    /// All providers that hosts added to the cluster are set up for. Since 4.2.
    ///
    /// `GET /clusters/{cluster:id}/externalnetworkproviders`
    #[inline]
    pub fn list(&self) -> ClusterExternalProvidersList {
        ClusterExternalProvidersList(self.0.get("cluster_external_providers.list"))
    }
}

request! {
    /// Request of [`ClusterExternalProvidersService::list`].
    ClusterExternalProvidersList -> document(List<ExternalProvider>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

stream!(ClusterExternalProvidersList, ExternalProvider);
named!(ClusterExternalProvidersService, ExternalProvider, "name");
