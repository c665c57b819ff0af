//! `SnapshotStatus`.
//!
//! @generated from `crates/model/data/types/snapshots.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// States of a snapshot.
    pub enum SnapshotStatus {
        /// The VM is trying it; `commit_snapshot` keeps that, `undo_snapshot` goes back.
        InPreview = "in_preview",
        /// It is being made, removed or restored; other operations on the VM fail with 409.
        Locked = "locked",
        /// It is complete and can be used.
        Ok = "ok",
    }
}
