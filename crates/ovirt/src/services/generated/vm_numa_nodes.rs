//! `VmNumaNodesService` and its requests.
//!
//! @generated from `crates/model/data/services/vm_devices.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::VmNumaNodeService;
use crate::stream::stream;
use crate::types::{Identifier, List, VirtualNumaNode};

service! {
    /// VM NUMA nodes, as a collection.
    ///
    /// API path: `/vms/{vm:id}/numanodes`
    VmNumaNodesService = "vm_numa_nodes"
}

impl VmNumaNodesService {
    /// Adds a VM NUMA node.
    ///
    /// `POST /vms/{vm:id}/numanodes`
    ///
    /// Needs `node.cpu.cores[].index`, `node.index`, `node.memory`.
    #[inline]
    pub fn add(&self, node: impl Into<VirtualNumaNode>) -> VmNumaNodesAdd {
        VmNumaNodesAdd(
            self.0
                .add::<VirtualNumaNode>("vm_numa_nodes.add", node.into())
                .requires("node.cpu.cores[].index, node.index, node.memory"),
        )
    }

    /// Lists the VM NUMA nodes.
    ///
    /// `GET /vms/{vm:id}/numanodes`
    #[inline]
    pub fn list(&self) -> VmNumaNodesList {
        VmNumaNodesList(self.0.get("vm_numa_nodes.list"))
    }

    /// The node with this identifier.
    #[inline]
    pub fn node_service(&self, id: impl Identifier<VirtualNumaNode>) -> VmNumaNodeService {
        VmNumaNodeService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`VmNumaNodesService::add`].
    VmNumaNodesAdd -> document(VirtualNumaNode);
}

request! {
    /// Request of [`VmNumaNodesService::list`].
    VmNumaNodesList -> document(List<VirtualNumaNode>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
    }
}

stream!(VmNumaNodesList, VirtualNumaNode);
named!(VmNumaNodesService, VirtualNumaNode, "name");
