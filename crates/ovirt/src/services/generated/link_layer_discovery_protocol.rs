//! `LinkLayerDiscoveryProtocolService` and its requests.
//!
//! @generated from `crates/model/data/services/hosts.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::stream::stream;
use crate::types::{LinkLayerDiscoveryProtocolElement, List};

service! {
    /// What the switch at the other end of a NIC's cable tells by LLDP. Since 4.1.6.
    ///
    /// API path: `/hosts/{host:id}/nics/{nic:id}/linklayerdiscoveryprotocolelements`
    LinkLayerDiscoveryProtocolService = "link_layer_discovery_protocol"
}

impl LinkLayerDiscoveryProtocolService {
    /// Asks the host for the elements received; empty when the switch sends none or the NIC is
    /// down. Since 4.1.6.
    ///
    /// `GET /hosts/{host:id}/nics/{nic:id}/linklayerdiscoveryprotocolelements`
    #[inline]
    pub fn list(&self) -> LinkLayerDiscoveryProtocolList {
        LinkLayerDiscoveryProtocolList(self.0.get("link_layer_discovery_protocol.list"))
    }
}

request! {
    /// Request of [`LinkLayerDiscoveryProtocolService::list`].
    LinkLayerDiscoveryProtocolList -> document(List<LinkLayerDiscoveryProtocolElement>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

stream!(
    LinkLayerDiscoveryProtocolList,
    LinkLayerDiscoveryProtocolElement
);
named!(
    LinkLayerDiscoveryProtocolService,
    LinkLayerDiscoveryProtocolElement,
    "name"
);
