//! `VmCheckpointsService` and its requests.
//!
//! @generated from `crates/model/data/services/snapshots.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::VmCheckpointService;
use crate::stream::stream;
use crate::types::{Checkpoint, Identifier, List};

service! {
    /// VM checkpoints, as a collection. Since 4.4.
    ///
    /// API path: `/vms/{vm:id}/checkpoints`
    VmCheckpointsService = "vm_checkpoints"
}

impl VmCheckpointsService {
    /// Lists the VM checkpoints. Since 4.4.
    ///
    /// `GET /vms/{vm:id}/checkpoints`
    #[inline]
    pub fn list(&self) -> VmCheckpointsList {
        VmCheckpointsList(self.0.get("vm_checkpoints.list"))
    }

    /// The checkpoint with this identifier. Since 4.4.
    #[inline]
    pub fn checkpoint_service(&self, id: impl Identifier<Checkpoint>) -> VmCheckpointService {
        VmCheckpointService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`VmCheckpointsService::list`].
    VmCheckpointsList -> document(List<Checkpoint>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
    }
}

stream!(VmCheckpointsList, Checkpoint);
named!(VmCheckpointsService, Checkpoint, "name");
