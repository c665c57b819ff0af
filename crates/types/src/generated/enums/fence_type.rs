//! `FenceType`.
//!
//! @generated from `crates/model/data/types/hosts.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// What can be done by power management.
    pub enum FenceType {
        /// `manual`.
        Manual = "manual",
        /// `restart`.
        Restart = "restart",
        /// `start`.
        Start = "start",
        /// `status`.
        Status = "status",
        /// `stop`.
        Stop = "stop",
    }
}
