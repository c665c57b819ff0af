//! `NetworkStatus`.
//!
//! @generated from `crates/model/data/types/networks.api` by `cargo xtask generate`.

use crate::choice::choice;

choice! {
    /// Whether all hosts that must have a network do.
    pub enum NetworkStatus {
        /// `non_operational`.
        NonOperational = "non_operational",
        /// `operational`.
        Operational = "operational",
    }
}
