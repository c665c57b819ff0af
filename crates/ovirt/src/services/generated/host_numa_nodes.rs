//! `HostNumaNodesService` and its requests.
//!
//! @generated from `crates/model/data/services/hosts.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::HostNumaNodeService;
use crate::stream::stream;
use crate::types::{Identifier, List, NumaNode};

service! {
    /// The NUMA nodes of a host.
    ///
    /// API path: `/hosts/{host:id}/numanodes`
    HostNumaNodesService = "host_numa_nodes"
}

impl HostNumaNodesService {
    /// All NUMA nodes of the host; a single one where the hardware has no such architecture.
    ///
    /// `GET /hosts/{host:id}/numanodes`
    #[inline]
    pub fn list(&self) -> HostNumaNodesList {
        HostNumaNodesList(self.0.get("host_numa_nodes.list"))
    }

    /// One NUMA node, by its identifier.
    #[inline]
    pub fn node_service(&self, id: impl Identifier<NumaNode>) -> HostNumaNodeService {
        HostNumaNodeService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`HostNumaNodesService::list`].
    HostNumaNodesList -> document(List<NumaNode>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
    }
}

stream!(HostNumaNodesList, NumaNode);
named!(HostNumaNodesService, NumaNode, "name");
