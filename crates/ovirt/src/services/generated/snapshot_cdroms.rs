//! `SnapshotCdromsService` and its requests.
//!
//! @generated from `crates/model/data/services/snapshots.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::services::SnapshotCdromService;
use crate::stream::stream;
use crate::types::{Cdrom, Identifier, List};

service! {
    /// Snapshot cdroms, as a collection.
    ///
    /// API path: `/vms/{vm:id}/snapshots/{snapshot:id}/cdroms`
    SnapshotCdromsService = "snapshot_cdroms"
}

impl SnapshotCdromsService {
    /// Lists the snapshot cdroms.
    ///
    /// `GET /vms/{vm:id}/snapshots/{snapshot:id}/cdroms`
    #[inline]
    pub fn list(&self) -> SnapshotCdromsList {
        SnapshotCdromsList(self.0.get("snapshot_cdroms.list"))
    }

    /// The cdrom with this identifier.
    #[inline]
    pub fn cdrom_service(&self, id: impl Identifier<Cdrom>) -> SnapshotCdromService {
        SnapshotCdromService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`SnapshotCdromsService::list`].
    SnapshotCdromsList -> document(List<Cdrom>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
    }
}

stream!(SnapshotCdromsList, Cdrom);
