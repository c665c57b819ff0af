//! `SnapshotNicService` and its requests.
//!
//! @generated from `crates/model/data/services/snapshots.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::types::Nic;
use crate::wait::wait;

service! {
    /// A snapshot network interface.
    ///
    /// API path: `/vms/{vm:id}/snapshots/{snapshot:id}/nics/{nic:id}`
    SnapshotNicService = "snapshot_nic"
}

impl SnapshotNicService {
    /// Reads the snapshot network interface.
    ///
    /// `GET /vms/{vm:id}/snapshots/{snapshot:id}/nics/{nic:id}`
    #[inline]
    pub fn get(&self) -> SnapshotNicGet {
        SnapshotNicGet(self.0.get("snapshot_nic.get"))
    }
}

wait!(SnapshotNicService, Nic);

request! {
    /// Request of [`SnapshotNicService::get`].
    SnapshotNicGet -> document(Nic) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}
