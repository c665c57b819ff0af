//! `StorageFormat`.
//!
//! @generated from `crates/model/data/types/storage_domains.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// Versions of a storage domain's structure.
    pub enum StorageFormat {
        /// `v1`.
        V1 = "v1",
        /// `v2`.
        V2 = "v2",
        /// `v3`.
        V3 = "v3",
        /// `v4`. Since 4.1.
        V4 = "v4",
        /// `v5`. Since 4.3.
        V5 = "v5",
    }
}
