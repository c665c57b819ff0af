//! `QosType`.
//!
//! @generated from `crates/model/data/types/networks.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
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
