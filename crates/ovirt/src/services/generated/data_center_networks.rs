//! `DataCenterNetworksService` and its requests.
//!
//! @generated from `crates/model/data/services/data_centers.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::DataCenterNetworkService;
use crate::stream::stream;
use crate::types::{Identifier, List, Network};

service! {
    /// The networks of one data center.
    ///
    /// API path: `/datacenters/{data_center:id}/networks`
    DataCenterNetworksService = "data_center_networks"
}

impl DataCenterNetworksService {
    /// Adds a network to this data center; the same as in the top collection, with the data center
    /// given by the path.
    ///
    /// `POST /datacenters/{data_center:id}/networks`
    #[inline]
    pub fn add(&self, network: impl Into<Network>) -> DataCenterNetworksAdd {
        DataCenterNetworksAdd(
            self.0
                .add::<Network>("data_center_networks.add", network.into()),
        )
    }

    /// All networks of the data center.
    ///
    /// `GET /datacenters/{data_center:id}/networks`
    #[inline]
    pub fn list(&self) -> DataCenterNetworksList {
        DataCenterNetworksList(self.0.get("data_center_networks.list"))
    }

    /// One network, by its identifier.
    #[inline]
    pub fn network_service(&self, id: impl Identifier<Network>) -> DataCenterNetworkService {
        DataCenterNetworkService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`DataCenterNetworksService::add`].
    DataCenterNetworksAdd -> document(Network);
}

request! {
    /// Request of [`DataCenterNetworksService::list`].
    DataCenterNetworksList -> document(List<Network>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
    }
}

stream!(DataCenterNetworksList, Network);
named!(DataCenterNetworksService, Network, "name");
