//! `DiskBackup`.
//!
//! @generated from `crates/model/data/types/disks.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// Kinds of backups that a disk allows. Since 4.3.
    pub enum DiskBackup {
        /// `incremental`. Since 4.3.
        Incremental = "incremental",
        /// `none`. Since 4.3.
        None = "none",
    }
}
