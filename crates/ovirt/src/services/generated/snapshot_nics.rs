//! `SnapshotNicsService` and its requests.
//!
//! @generated from `crates/model/data/services/snapshots.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::SnapshotNicService;
use crate::stream::stream;
use crate::types::{Identifier, List, Nic};

service! {
    /// Snapshot network interfaces, as a collection.
    ///
    /// API path: `/vms/{vm:id}/snapshots/{snapshot:id}/nics`
    SnapshotNicsService = "snapshot_nics"
}

impl SnapshotNicsService {
    /// Lists the snapshot network interfaces.
    ///
    /// `GET /vms/{vm:id}/snapshots/{snapshot:id}/nics`
    #[inline]
    pub fn list(&self) -> SnapshotNicsList {
        SnapshotNicsList(self.0.get("snapshot_nics.list"))
    }

    /// The network interface with this identifier.
    #[inline]
    pub fn nic_service(&self, id: impl Identifier<Nic>) -> SnapshotNicService {
        SnapshotNicService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`SnapshotNicsService::list`].
    SnapshotNicsList -> document(List<Nic>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
    }
}

stream!(SnapshotNicsList, Nic);
named!(SnapshotNicsService, Nic, "name");
