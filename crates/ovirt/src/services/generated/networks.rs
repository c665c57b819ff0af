//! `NetworksService` and its requests.
//!
//! @generated from `crates/model/data/services/networks.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::NetworkService;
use crate::stream::pages;
use crate::stream::stream;
use crate::types::{Identifier, List, Network};

service! {
    /// The logical networks of all data centers, or those of one iSCSI bond.
    ///
    /// API path: `/networks`
    NetworksService = "networks"
}

impl NetworksService {
    /// Adds a network to a data center; attach it to clusters and hosts afterwards. A vNIC profile
    /// of the same name is made with it.
    ///
    /// `POST /networks`
    ///
    /// Needs `network.name`, `network.data_center.id` or `network.data_center.name`.
    #[inline]
    pub fn add(&self, network: impl Into<Network>) -> NetworksAdd {
        NetworksAdd(
            self.0
                .add::<Network>("networks.add", network.into())
                .requires("network.name, network.data_center.id|network.data_center.name"),
        )
    }

    /// The networks, by data center and name; searchable by `name`, `vlanid`, `datacenter`, `label`
    /// and more.
    ///
    /// `GET /networks`
    #[inline]
    pub fn list(&self) -> NetworksList {
        NetworksList(self.0.get("networks.list"))
    }

    /// One network, by its identifier.
    #[inline]
    pub fn network_service(&self, id: impl Identifier<Network>) -> NetworkService {
        NetworkService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`NetworksService::add`].
    NetworksAdd -> document(Network);
}

request! {
    /// Request of [`NetworksService::list`].
    NetworksList -> document(List<Network>) {
        /// Whether `search` tells upper and lower case apart; the engine does not when this is
        /// absent.
        query(bool) case_sensitive;
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
        /// Filters the result by a query in the engine's search language, such as `name=web* and
        /// status=up`.
        search(String) search;
    }
}

stream!(NetworksList, Network);
pages!(NetworksList, Network);
named!(NetworksService, Network, "name" = "name");
