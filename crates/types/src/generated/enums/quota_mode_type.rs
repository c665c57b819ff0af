//! `QuotaModeType`.
//!
//! @generated from `crates/model/data/types/data_centers.api` by `cargo xtask generate`.

use crate::choice::choice;

choice! {
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
