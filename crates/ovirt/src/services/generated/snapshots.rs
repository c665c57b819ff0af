//! `SnapshotsService` and its requests.
//!
//! @generated from `crates/model/data/services/snapshots.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::SnapshotService;
use crate::stream::stream;
use crate::types::{Identifier, List, Snapshot};

service! {
    /// The snapshots of a VM.
    ///
    /// API path: `/vms/{vm:id}/snapshots`
    SnapshotsService = "snapshots"
}

impl SnapshotsService {
    /// Takes a snapshot, which is `locked` until it is complete; `description` is mandatory. The VM
    /// may run, but not be suspended or migrating.
    ///
    /// `POST /vms/{vm:id}/snapshots`
    ///
    /// Needs `snapshot.description`.
    #[inline]
    pub fn add(&self, snapshot: impl Into<Snapshot>) -> SnapshotsAdd {
        SnapshotsAdd(
            self.0
                .add::<Snapshot>("snapshots.add", snapshot.into())
                .requires("snapshot.description"),
        )
    }

    /// Lists the snapshots. Empty for an unknown VM.
    ///
    /// `GET /vms/{vm:id}/snapshots`
    #[inline]
    pub fn list(&self) -> SnapshotsList {
        SnapshotsList(self.0.get("snapshots.list"))
    }

    /// The snapshot with this identifier.
    #[inline]
    pub fn snapshot_service(&self, id: impl Identifier<Snapshot>) -> SnapshotService {
        SnapshotService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`SnapshotsService::add`].
    SnapshotsAdd -> document(Snapshot);
}

request! {
    /// Request of [`SnapshotsService::list`].
    SnapshotsList -> document(List<Snapshot>) {
        /// Also return members that cost the engine extra queries, such as a VM's console and
        /// payloads. Since 4.2.
        query(bool) all_content;
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
    }
}

stream!(SnapshotsList, Snapshot);
named!(SnapshotsService, Snapshot, "description");
