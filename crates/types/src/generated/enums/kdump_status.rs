//! `KdumpStatus`.
//!
//! @generated from `crates/model/data/types/hosts.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// Whether a host's kernel is set up to dump a crash.
    pub enum KdumpStatus {
        /// `disabled`.
        Disabled = "disabled",
        /// `enabled`.
        Enabled = "enabled",
        /// `unknown`.
        Unknown = "unknown",
    }
}
