//! `VmBackupService` and its requests.
//!
//! @generated from `crates/model/data/services/snapshots.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::services::VmBackupDisksService;
use crate::types::{Backup, BackupPhase};
use crate::wait::wait;

service! {
    /// A backup of a VM. Since 4.3.
    ///
    /// API path: `/vms/{vm:id}/backups/{backup:id}`
    VmBackupService = "vm_backup"
}

impl VmBackupService {
    /// Ends the backup, once all its transfers are finalized. Since 4.3.
    ///
    /// `POST /vms/{vm:id}/backups/{backup:id}/finalize`
    #[inline]
    pub fn finalize(&self) -> VmBackupFinalize {
        VmBackupFinalize(self.0.action("vm_backup.finalize", "finalize"))
    }

    /// Reads the VM backup. Since 4.3.
    ///
    /// `GET /vms/{vm:id}/backups/{backup:id}`
    #[inline]
    pub fn get(&self) -> VmBackupGet {
        VmBackupGet(self.0.get("vm_backup.get"))
    }

    /// The disks. Since 4.3.
    #[inline]
    pub fn disks_service(&self) -> VmBackupDisksService {
        VmBackupDisksService(self.0.segment("disks"))
    }
}

wait!(VmBackupService, Backup, BackupPhase);

request! {
    /// Request of [`VmBackupService::finalize`].
    VmBackupFinalize -> action();
}

request! {
    /// Request of [`VmBackupService::get`].
    VmBackupGet -> document(Backup) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}
