//! `NetworkFiltersService` and its requests.
//!
//! @generated from `crates/model/data/services/networks.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::NetworkFilterService;
use crate::stream::stream;
use crate::types::{Identifier, List, NetworkFilter};

service! {
    /// The filters that vNIC profiles can name; they cannot be changed.
    ///
    /// API path: `/networkfilters`
    NetworkFiltersService = "network_filters"
}

impl NetworkFiltersService {
    /// All filters, such as `vdsm-no-mac-spoofing` and `clean-traffic`; below a cluster level its
    /// own.
    ///
    /// `GET /networkfilters`
    #[inline]
    pub fn list(&self) -> NetworkFiltersList {
        NetworkFiltersList(self.0.get("network_filters.list"))
    }

    /// One filter, by its identifier.
    #[inline]
    pub fn network_filter_service(
        &self,
        id: impl Identifier<NetworkFilter>,
    ) -> NetworkFilterService {
        NetworkFilterService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`NetworkFiltersService::list`].
    NetworkFiltersList -> document(List<NetworkFilter>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

stream!(NetworkFiltersList, NetworkFilter);
named!(NetworkFiltersService, NetworkFilter, "name");
