//! `DiskBackupMode`.
//!
//! @generated from `crates/model/data/types/disks.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// Kinds of backup that a disk is in. Since 4.4.3.
    pub enum DiskBackupMode {
        /// `full`. Since 4.4.3.
        Full = "full",
        /// `incremental`. Since 4.4.3.
        Incremental = "incremental",
    }
}
