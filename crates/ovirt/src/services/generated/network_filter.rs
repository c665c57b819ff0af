//! `NetworkFilterService` and its requests.
//!
//! @generated from `crates/model/data/services/networks.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::types::NetworkFilter;
use crate::wait::wait;

service! {
    /// One of the filters for the traffic of NICs that the hosts' libvirt brings along.
    ///
    /// API path: `/networkfilters/{network_filter:id}`
    NetworkFilterService = "network_filter"
}

impl NetworkFilterService {
    /// Reads the filter: its name and the level it exists from.
    ///
    /// `GET /networkfilters/{network_filter:id}`
    #[inline]
    pub fn get(&self) -> NetworkFilterGet {
        NetworkFilterGet(self.0.get("network_filter.get"))
    }
}

wait!(NetworkFilterService, NetworkFilter);

request! {
    /// Request of [`NetworkFilterService::get`].
    NetworkFilterGet -> document(NetworkFilter) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}
