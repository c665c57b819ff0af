//! `StepEnum`.
//!
//! @generated from `crates/model/data/types/jobs_and_events.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// Kinds of steps of a job.
    pub enum StepEnum {
        /// `executing`.
        Executing = "executing",
        /// `finalizing`.
        Finalizing = "finalizing",
        /// `rebalancing_volume`.
        RebalancingVolume = "rebalancing_volume",
        /// `removing_bricks`.
        RemovingBricks = "removing_bricks",
        /// `unknown`.
        Unknown = "unknown",
        /// `validating`.
        Validating = "validating",
    }
}
