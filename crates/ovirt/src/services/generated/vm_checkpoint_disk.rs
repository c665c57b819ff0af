//! `VmCheckpointDiskService` and its requests.
//!
//! @generated from `crates/model/data/services/snapshots.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::types::{Disk, DiskStatus};
use crate::wait::wait;

service! {
    /// A VM checkpoint disk.
    ///
    /// API path: `/vms/{vm:id}/checkpoints/{checkpoint:id}/disks/{disk:id}`
    VmCheckpointDiskService = "vm_checkpoint_disk"
}

impl VmCheckpointDiskService {
    /// Reads the VM checkpoint disk. Since 4.4.
    ///
    /// `GET /vms/{vm:id}/checkpoints/{checkpoint:id}/disks/{disk:id}`
    #[inline]
    pub fn get(&self) -> VmCheckpointDiskGet {
        VmCheckpointDiskGet(self.0.get("vm_checkpoint_disk.get"))
    }
}

wait!(VmCheckpointDiskService, Disk, DiskStatus);

request! {
    /// Request of [`VmCheckpointDiskService::get`].
    VmCheckpointDiskGet -> document(Disk) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}
