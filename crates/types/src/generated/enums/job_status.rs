//! `JobStatus`.
//!
//! @generated from `crates/model/data/types/jobs_and_events.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// How far a job is.
    pub enum JobStatus {
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
