//! `SnapshotService` and its requests.
//!
//! @generated from `crates/model/data/services/snapshots.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::services::{SnapshotCdromsService, SnapshotDisksService, SnapshotNicsService};
use crate::types::{Disk, Snapshot, SnapshotStatus};
use crate::wait::wait;

service! {
    /// A snapshot of a VM.
    ///
    /// API path: `/vms/{vm:id}/snapshots/{snapshot:id}`
    SnapshotService = "snapshot"
}

impl SnapshotService {
    /// Reads the snapshot.
    ///
    /// `GET /vms/{vm:id}/snapshots/{snapshot:id}`
    #[inline]
    pub fn get(&self) -> SnapshotGet {
        SnapshotGet(self.0.get("snapshot.get"))
    }

    /// Removes the snapshot: its data are merged, which can take long.
    ///
    /// `DELETE /vms/{vm:id}/snapshots/{snapshot:id}`
    #[inline]
    pub fn remove(&self) -> SnapshotRemove {
        SnapshotRemove(self.0.remove("snapshot.remove"))
    }

    /// Makes the snapshot the present state; the VM must be down.
    ///
    /// `POST /vms/{vm:id}/snapshots/{snapshot:id}/restore`
    #[inline]
    pub fn restore(&self) -> SnapshotRestore {
        SnapshotRestore(self.0.action("snapshot.restore", "restore"))
    }

    /// The cdroms.
    #[inline]
    pub fn cdroms_service(&self) -> SnapshotCdromsService {
        SnapshotCdromsService(self.0.segment("cdroms"))
    }

    /// The disks.
    #[inline]
    pub fn disks_service(&self) -> SnapshotDisksService {
        SnapshotDisksService(self.0.segment("disks"))
    }

    /// The network interfaces.
    #[inline]
    pub fn nics_service(&self) -> SnapshotNicsService {
        SnapshotNicsService(self.0.segment("nics"))
    }
}

wait!(SnapshotService, Snapshot, SnapshotStatus);

request! {
    /// Request of [`SnapshotService::get`].
    SnapshotGet -> document(Snapshot) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

request! {
    /// Request of [`SnapshotService::remove`].
    SnapshotRemove -> nothing() {
        /// Also return members that cost the engine extra queries, such as a VM's console and
        /// payloads. Since 4.2.
        query(bool) all_content;
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}

request! {
    /// Request of [`SnapshotService::restore`].
    SnapshotRestore -> action() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        value(bool) async_;
        /// Disks to restore; all if absent.
        list(Disk) disks;
        /// Whether the memory is restored too.
        value(bool) restore_memory;
    }
}
