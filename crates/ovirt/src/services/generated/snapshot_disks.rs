//! `SnapshotDisksService` and its requests.
//!
//! @generated from `crates/model/data/services/snapshots.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::SnapshotDiskService;
use crate::stream::stream;
use crate::types::{Disk, Identifier, List};

service! {
    /// Snapshot disks, as a collection.
    ///
    /// API path: `/vms/{vm:id}/snapshots/{snapshot:id}/disks`
    SnapshotDisksService = "snapshot_disks"
}

impl SnapshotDisksService {
    /// Lists the snapshot disks.
    ///
    /// `GET /vms/{vm:id}/snapshots/{snapshot:id}/disks`
    #[inline]
    pub fn list(&self) -> SnapshotDisksList {
        SnapshotDisksList(self.0.get("snapshot_disks.list"))
    }

    /// The disk with this identifier.
    #[inline]
    pub fn disk_service(&self, id: impl Identifier<Disk>) -> SnapshotDiskService {
        SnapshotDiskService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`SnapshotDisksService::list`].
    SnapshotDisksList -> document(List<Disk>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
    }
}

stream!(SnapshotDisksList, Disk);
named!(SnapshotDisksService, Disk, "alias");
