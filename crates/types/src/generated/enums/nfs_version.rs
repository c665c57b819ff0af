//! `NfsVersion`.
//!
//! @generated from `crates/model/data/types/storage_domains.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// Versions of NFS.
    pub enum NfsVersion {
        /// `auto`.
        Auto = "auto",
        /// `v3`.
        V3 = "v3",
        /// `v4`.
        V4 = "v4",
        /// `v4_0`. Since 4.3.6.
        V40 = "v4_0",
        /// `v4_1`.
        V41 = "v4_1",
        /// `v4_2`. Since 4.1.1.
        V42 = "v4_2",
    }
}
