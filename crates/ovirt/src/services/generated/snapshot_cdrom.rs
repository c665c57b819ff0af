//! `SnapshotCdromService` and its requests.
//!
//! @generated from `crates/model/data/services/snapshots.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::types::Cdrom;
use crate::wait::wait;

service! {
    /// A snapshot cdrom.
    ///
    /// API path: `/vms/{vm:id}/snapshots/{snapshot:id}/cdroms/{cdrom:id}`
    SnapshotCdromService = "snapshot_cdrom"
}

impl SnapshotCdromService {
    /// Reads the snapshot cdrom.
    ///
    /// `GET /vms/{vm:id}/snapshots/{snapshot:id}/cdroms/{cdrom:id}`
    #[inline]
    pub fn get(&self) -> SnapshotCdromGet {
        SnapshotCdromGet(self.0.get("snapshot_cdrom.get"))
    }
}

wait!(SnapshotCdromService, Cdrom);

request! {
    /// Request of [`SnapshotCdromService::get`].
    SnapshotCdromGet -> document(Cdrom) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}
