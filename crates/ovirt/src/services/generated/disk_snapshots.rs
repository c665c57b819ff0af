//! `DiskSnapshotsService` and its requests.
//!
//! @generated from `crates/model/data/services/disks.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::DiskSnapshotService;
use crate::stream::stream;
use crate::types::{DiskSnapshot, Identifier, List};

service! {
    /// The layers of disks, of one disk or of all on a storage domain; a download of one layer
    /// names its identifier.
    ///
    /// API path: `/disks/{disk:id}/disksnapshots`
    DiskSnapshotsService = "disk_snapshots"
}

impl DiskSnapshotsService {
    /// The layers that belong to snapshots.
    ///
    /// `GET /disks/{disk:id}/disksnapshots`
    #[inline]
    pub fn list(&self) -> DiskSnapshotsList {
        DiskSnapshotsList(self.0.get("disk_snapshots.list"))
    }

    /// One layer, by its identifier.
    #[inline]
    pub fn snapshot_service(&self, id: impl Identifier<DiskSnapshot>) -> DiskSnapshotService {
        DiskSnapshotService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`DiskSnapshotsService::list`].
    DiskSnapshotsList -> document(List<DiskSnapshot>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return the layer too that the VM writes to; false if absent. Since 4.4.3.
        query(bool) include_active;
        /// Return the template's layer too that a thin disk is based on; false if absent. Since
        /// 4.4.8.
        query(bool) include_template;
        /// Return at most this many objects; all if absent.
        query(i64) max;
    }
}

stream!(DiskSnapshotsList, DiskSnapshot);
named!(DiskSnapshotsService, DiskSnapshot, "alias");
