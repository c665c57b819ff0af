//! `NetworkStatus`.
//!
//! @generated from `crates/model/data/types/networks.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// Whether all hosts that must have a network do.
    pub enum NetworkStatus {
        /// `non_operational`.
        NonOperational = "non_operational",
        /// `operational`.
        Operational = "operational",
    }
}
