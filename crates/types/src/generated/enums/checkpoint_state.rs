//! `CheckpointState`.
//!
//! @generated from `crates/model/data/types/snapshots.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// Whether a checkpoint can still be used.
    pub enum CheckpointState {
        /// An incremental backup can start from it. Since 4.4.7.
        Created = "created",
        /// Its record of changes is lost: the next backup must be a full one. Since 4.4.7.
        Invalid = "invalid",
    }
}
