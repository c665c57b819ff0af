//! `ReportedDeviceType`.
//!
//! @generated from `crates/model/data/types/hosts.api` by `cargo xtask generate`.

use crate::choice::choice;

choice! {
    /// Kinds of devices that a guest agent reports.
    pub enum ReportedDeviceType {
        /// `network`.
        Network = "network",
    }
}
