//! `PowerManagementStatus`.
//!
//! @generated from `crates/model/data/types/hosts.api` by `cargo xtask generate`.

use crate::choice::choice;

choice! {
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
