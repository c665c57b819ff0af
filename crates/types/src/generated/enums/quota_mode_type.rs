//! `QuotaModeType`.
//!
//! @generated from `crates/model/data/types/data_centers.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// Whether quotas count.
    pub enum QuotaModeType {
        /// `audit`.
        Audit = "audit",
        /// `disabled`.
        Disabled = "disabled",
        /// `enabled`.
        Enabled = "enabled",
    }
}
