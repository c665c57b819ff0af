//! `AutoNumaStatus`.
//!
//! @generated from `crates/model/data/types/hosts.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// Whether a host balances NUMA memory by itself.
    pub enum AutoNumaStatus {
        /// `disable`.
        Disable = "disable",
        /// `enable`.
        Enable = "enable",
        /// `unknown`.
        Unknown = "unknown",
    }
}
