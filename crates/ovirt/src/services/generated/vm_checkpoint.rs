//! `VmCheckpointService` and its requests.
//!
//! @generated from `crates/model/data/services/snapshots.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::services::VmCheckpointDisksService;
use crate::types::Checkpoint;
use crate::wait::wait;

service! {
    /// A VM checkpoint. Since 4.4.
    ///
    /// API path: `/vms/{vm:id}/checkpoints/{checkpoint:id}`
    VmCheckpointService = "vm_checkpoint"
}

impl VmCheckpointService {
    /// Reads the VM checkpoint. Since 4.4.
    ///
    /// `GET /vms/{vm:id}/checkpoints/{checkpoint:id}`
    #[inline]
    pub fn get(&self) -> VmCheckpointGet {
        VmCheckpointGet(self.0.get("vm_checkpoint.get"))
    }

    /// Removes the VM checkpoint. Since 4.4.
    ///
    /// `DELETE /vms/{vm:id}/checkpoints/{checkpoint:id}`
    #[inline]
    pub fn remove(&self) -> VmCheckpointRemove {
        VmCheckpointRemove(self.0.remove("vm_checkpoint.remove"))
    }

    /// The disks. Since 4.4.
    #[inline]
    pub fn disks_service(&self) -> VmCheckpointDisksService {
        VmCheckpointDisksService(self.0.segment("disks"))
    }
}

wait!(VmCheckpointService, Checkpoint);

request! {
    /// Request of [`VmCheckpointService::get`].
    VmCheckpointGet -> document(Checkpoint) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

request! {
    /// Request of [`VmCheckpointService::remove`].
    VmCheckpointRemove -> nothing() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}
