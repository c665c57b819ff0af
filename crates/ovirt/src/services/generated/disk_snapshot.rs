//! `DiskSnapshotService` and its requests.
//!
//! @generated from `crates/model/data/services/disks.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::types::{DiskSnapshot, DiskStatus};
use crate::wait::wait;

service! {
    /// One layer of a disk, as a snapshot has it.
    ///
    /// API path: `/disks/{disk:id}/disksnapshots/{snapshot:id}`
    DiskSnapshotService = "disk_snapshot"
}

impl DiskSnapshotService {
    /// Reads the layer: its snapshot, parent, format and size.
    ///
    /// `GET /disks/{disk:id}/disksnapshots/{snapshot:id}`
    #[inline]
    pub fn get(&self) -> DiskSnapshotGet {
        DiskSnapshotGet(self.0.get("disk_snapshot.get"))
    }

    /// Merges the layer into the next one, and so deletes it; the disk is `locked` meanwhile.
    ///
    /// `DELETE /disks/{disk:id}/disksnapshots/{snapshot:id}`
    #[inline]
    pub fn remove(&self) -> DiskSnapshotRemove {
        DiskSnapshotRemove(self.0.remove("disk_snapshot.remove"))
    }
}

wait!(DiskSnapshotService, DiskSnapshot, DiskStatus);

request! {
    /// Request of [`DiskSnapshotService::get`].
    DiskSnapshotGet -> document(DiskSnapshot) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

request! {
    /// Request of [`DiskSnapshotService::remove`].
    DiskSnapshotRemove -> nothing() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}
