//! `VmBackupDiskService` and its requests.
//!
//! @generated from `crates/model/data/services/snapshots.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::types::{Disk, DiskStatus};
use crate::wait::wait;

service! {
    /// A VM backup disk.
    ///
    /// API path: `/vms/{vm:id}/backups/{backup:id}/disks/{disk:id}`
    VmBackupDiskService = "vm_backup_disk"
}

impl VmBackupDiskService {
    /// Reads the VM backup disk. Since 4.3.
    ///
    /// `GET /vms/{vm:id}/backups/{backup:id}/disks/{disk:id}`
    #[inline]
    pub fn get(&self) -> VmBackupDiskGet {
        VmBackupDiskGet(self.0.get("vm_backup_disk.get"))
    }
}

wait!(VmBackupDiskService, Disk, DiskStatus);

request! {
    /// Request of [`VmBackupDiskService::get`].
    VmBackupDiskGet -> document(Disk) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}
