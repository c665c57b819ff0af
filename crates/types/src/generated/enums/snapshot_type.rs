//! `SnapshotType`.
//!
//! @generated from `crates/model/data/types/snapshots.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// Kinds of snapshots; users make `regular` ones.
    pub enum SnapshotType {
        /// The present state of the VM.
        Active = "active",
        /// The state before a snapshot was tried.
        Preview = "preview",
        /// Made by a user.
        Regular = "regular",
        /// What a stateless VM goes back to.
        Stateless = "stateless",
    }
}
