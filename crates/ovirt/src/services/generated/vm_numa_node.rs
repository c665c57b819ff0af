//! `VmNumaNodeService` and its requests.
//!
//! @generated from `crates/model/data/services/vm_devices.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::types::VirtualNumaNode;
use crate::wait::wait;

service! {
    /// A VM NUMA node.
    ///
    /// API path: `/vms/{vm:id}/numanodes/{node:id}`
    VmNumaNodeService = "vm_numa_node"
}

impl VmNumaNodeService {
    /// Reads the VM NUMA node.
    ///
    /// `GET /vms/{vm:id}/numanodes/{node:id}`
    #[inline]
    pub fn get(&self) -> VmNumaNodeGet {
        VmNumaNodeGet(self.0.get("vm_numa_node.get"))
    }

    /// Removes the VM NUMA node.
    ///
    /// `DELETE /vms/{vm:id}/numanodes/{node:id}`
    #[inline]
    pub fn remove(&self) -> VmNumaNodeRemove {
        VmNumaNodeRemove(self.0.remove("vm_numa_node.remove"))
    }

    /// Updates the VM NUMA node; unset members are left unchanged.
    ///
    /// `PUT /vms/{vm:id}/numanodes/{node:id}`
    #[inline]
    pub fn update(&self, node: impl Into<VirtualNumaNode>) -> VmNumaNodeUpdate {
        VmNumaNodeUpdate(
            self.0
                .update::<VirtualNumaNode>("vm_numa_node.update", node.into()),
        )
    }
}

wait!(VmNumaNodeService, VirtualNumaNode);

request! {
    /// Request of [`VmNumaNodeService::get`].
    VmNumaNodeGet -> document(VirtualNumaNode) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

request! {
    /// Request of [`VmNumaNodeService::remove`].
    VmNumaNodeRemove -> nothing() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}

request! {
    /// Request of [`VmNumaNodeService::update`].
    VmNumaNodeUpdate -> document(VirtualNumaNode) {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}
