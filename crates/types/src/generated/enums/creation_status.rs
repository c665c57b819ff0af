//! `CreationStatus`.
//!
//! @generated from `crates/model/data/types/vms.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// How far the creation of an object is.
    pub enum CreationStatus {
        /// All tasks are done; also said of tasks that the engine no longer knows.
        Complete = "complete",
        /// A task failed, and the object may be missing or unusable.
        Failed = "failed",
        /// Tasks are being worked on; the object can be read already, in a locked state.
        InProgress = "in_progress",
        /// Tasks wait for their beginning; the object can be read already, in a locked state.
        Pending = "pending",
    }
}
