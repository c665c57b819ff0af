//! `VmBackupsService` and its requests.
//!
//! @generated from `crates/model/data/services/snapshots.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::VmBackupService;
use crate::stream::stream;
use crate::types::{Backup, Identifier, List};

service! {
    /// Backups of a VM. Since 4.3.
    ///
    /// API path: `/vms/{vm:id}/backups`
    VmBackupsService = "vm_backups"
}

impl VmBackupsService {
    /// Starts a backup of some disks; they can be downloaded when its phase is `ready`. Since 4.3.
    ///
    /// `POST /vms/{vm:id}/backups`
    ///
    /// Needs `backup.disks`.
    #[inline]
    pub fn add(&self, backup: impl Into<Backup>) -> VmBackupsAdd {
        VmBackupsAdd(
            self.0
                .add::<Backup>("vm_backups.add", backup.into())
                .requires("backup.disks"),
        )
    }

    /// Lists the VM backups. Since 4.3.
    ///
    /// `GET /vms/{vm:id}/backups`
    #[inline]
    pub fn list(&self) -> VmBackupsList {
        VmBackupsList(self.0.get("vm_backups.list"))
    }

    /// The backup with this identifier. Since 4.3.
    #[inline]
    pub fn backup_service(&self, id: impl Identifier<Backup>) -> VmBackupService {
        VmBackupService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`VmBackupsService::add`].
    VmBackupsAdd -> document(Backup) {
        /// Whether it fails when the guest's file systems cannot be frozen. Since 4.4.4.
        query(bool) require_consistency;
        /// Whether the data are read from the running VM rather than a snapshot. Since 4.5.
        query(bool) use_active;
    }
}

request! {
    /// Request of [`VmBackupsService::list`].
    VmBackupsList -> document(List<Backup>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
    }
}

stream!(VmBackupsList, Backup);
named!(VmBackupsService, Backup, "name");
