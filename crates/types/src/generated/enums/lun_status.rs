//! `LunStatus`.
//!
//! @generated from `crates/model/data/types/storage_domains.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// Whether a LUN is in use.
    pub enum LunStatus {
        /// `free`.
        Free = "free",
        /// `unusable`.
        Unusable = "unusable",
        /// `used`.
        Used = "used",
    }
}
