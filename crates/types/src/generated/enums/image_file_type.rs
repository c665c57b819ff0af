//! `ImageFileType`.
//!
//! @generated from `crates/model/data/types/disks.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// Kinds of files on an ISO domain. Since 4.2.0.
    pub enum ImageFileType {
        /// `disk`. Since 4.2.0.
        Disk = "disk",
        /// `floppy`. Since 4.2.0.
        Floppy = "floppy",
        /// `iso`. Since 4.2.0.
        Iso = "iso",
    }
}
