//! `QosType`.
//!
//! @generated from `crates/model/data/types/networks.api` by `cargo xtask generate`.

use crate::choice::choice;

choice! {
    /// What limits are for.
    pub enum QosType {
        /// `cpu`.
        Cpu = "cpu",
        /// `hostnetwork`.
        Hostnetwork = "hostnetwork",
        /// `network`.
        Network = "network",
        /// `storage`.
        Storage = "storage",
    }
}
