//! `VmCheckpointDisksService` and its requests.
//!
//! @generated from `crates/model/data/services/snapshots.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::VmCheckpointDiskService;
use crate::stream::stream;
use crate::types::{Disk, Identifier, List};

service! {
    /// VM checkpoint disks, as a collection.
    ///
    /// API path: `/vms/{vm:id}/checkpoints/{checkpoint:id}/disks`
    VmCheckpointDisksService = "vm_checkpoint_disks"
}

impl VmCheckpointDisksService {
    /// Lists the VM checkpoint disks. Since 4.4.
    ///
    /// `GET /vms/{vm:id}/checkpoints/{checkpoint:id}/disks`
    #[inline]
    pub fn list(&self) -> VmCheckpointDisksList {
        VmCheckpointDisksList(self.0.get("vm_checkpoint_disks.list"))
    }

    /// The disk with this identifier. Since 4.4.
    #[inline]
    pub fn disk_service(&self, id: impl Identifier<Disk>) -> VmCheckpointDiskService {
        VmCheckpointDiskService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`VmCheckpointDisksService::list`].
    VmCheckpointDisksList -> document(List<Disk>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
    }
}

stream!(VmCheckpointDisksList, Disk);
named!(VmCheckpointDisksService, Disk, "alias");
