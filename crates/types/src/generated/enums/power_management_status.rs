//! `PowerManagementStatus`.
//!
//! @generated from `crates/model/data/types/hosts.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// Whether a host is switched on.
    pub enum PowerManagementStatus {
        /// `off`.
        Off = "off",
        /// `on`.
        On = "on",
        /// `unknown`.
        Unknown = "unknown",
    }
}
