//! `HostNumaNodeService` and its requests.
//!
//! @generated from `crates/model/data/services/hosts.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::services::StatisticsService;
use crate::types::NumaNode;
use crate::wait::wait;

service! {
    /// One NUMA node of a host, with statistics of its memory and CPU.
    ///
    /// API path: `/hosts/{host:id}/numanodes/{node:id}`
    HostNumaNodeService = "host_numa_node"
}

impl HostNumaNodeService {
    /// Reads the node: index, memory in MiB, CPUs, distances to the other nodes.
    ///
    /// `GET /hosts/{host:id}/numanodes/{node:id}`
    #[inline]
    pub fn get(&self) -> HostNumaNodeGet {
        HostNumaNodeGet(self.0.get("host_numa_node.get"))
    }

    /// Measured figures of the object.
    #[inline]
    pub fn statistics_service(&self) -> StatisticsService {
        StatisticsService(self.0.segment("statistics"))
    }
}

wait!(HostNumaNodeService, NumaNode);

request! {
    /// Request of [`HostNumaNodeService::get`].
    HostNumaNodeGet -> document(NumaNode) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}
