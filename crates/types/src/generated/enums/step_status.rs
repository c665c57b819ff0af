//! `StepStatus`.
//!
//! @generated from `crates/model/data/types/jobs_and_events.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// How far a step is.
    pub enum StepStatus {
        /// `aborted`.
        Aborted = "aborted",
        /// `failed`.
        Failed = "failed",
        /// `finished`.
        Finished = "finished",
        /// `started`.
        Started = "started",
        /// `unknown`.
        Unknown = "unknown",
    }
}
