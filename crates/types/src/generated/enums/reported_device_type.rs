//! `ReportedDeviceType`.
//!
//! @generated from `crates/model/data/types/hosts.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// Kinds of devices that a guest agent reports.
    pub enum ReportedDeviceType {
        /// `network`.
        Network = "network",
    }
}
