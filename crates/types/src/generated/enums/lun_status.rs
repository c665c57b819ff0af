//! `LunStatus`.
//!
//! @generated from `crates/model/data/types/storage_domains.api` by `cargo xtask generate`.

use crate::choice::choice;

choice! {
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
