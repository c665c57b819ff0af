//! `SpmStatus`.
//!
//! @generated from `crates/model/data/types/hosts.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// Whether a host manages the storage of its data center.
    pub enum SpmStatus {
        /// `contending`.
        Contending = "contending",
        /// `none`.
        None = "none",
        /// `spm`.
        Spm = "spm",
    }
}
