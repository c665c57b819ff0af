//! `SnapshotDiskService` and its requests.
//!
//! @generated from `crates/model/data/services/snapshots.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::types::{Disk, DiskStatus};
use crate::wait::wait;

service! {
    /// A snapshot disk.
    ///
    /// API path: `/vms/{vm:id}/snapshots/{snapshot:id}/disks/{disk:id}`
    SnapshotDiskService = "snapshot_disk"
}

impl SnapshotDiskService {
    /// Reads the snapshot disk.
    ///
    /// `GET /vms/{vm:id}/snapshots/{snapshot:id}/disks/{disk:id}`
    #[inline]
    pub fn get(&self) -> SnapshotDiskGet {
        SnapshotDiskGet(self.0.get("snapshot_disk.get"))
    }
}

wait!(SnapshotDiskService, Disk, DiskStatus);

request! {
    /// Request of [`SnapshotDiskService::get`].
    SnapshotDiskGet -> document(Disk) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}
