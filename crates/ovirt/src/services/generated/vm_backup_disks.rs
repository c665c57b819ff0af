//! `VmBackupDisksService` and its requests.
//!
//! @generated from `crates/model/data/services/snapshots.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::VmBackupDiskService;
use crate::stream::stream;
use crate::types::{Disk, Identifier, List};

service! {
    /// VM backup disks, as a collection.
    ///
    /// API path: `/vms/{vm:id}/backups/{backup:id}/disks`
    VmBackupDisksService = "vm_backup_disks"
}

impl VmBackupDisksService {
    /// Lists the VM backup disks. Since 4.3.
    ///
    /// `GET /vms/{vm:id}/backups/{backup:id}/disks`
    #[inline]
    pub fn list(&self) -> VmBackupDisksList {
        VmBackupDisksList(self.0.get("vm_backup_disks.list"))
    }

    /// The disk with this identifier. Since 4.3.
    #[inline]
    pub fn disk_service(&self, id: impl Identifier<Disk>) -> VmBackupDiskService {
        VmBackupDiskService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`VmBackupDisksService::list`].
    VmBackupDisksList -> document(List<Disk>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
    }
}

stream!(VmBackupDisksList, Disk);
named!(VmBackupDisksService, Disk, "alias");
