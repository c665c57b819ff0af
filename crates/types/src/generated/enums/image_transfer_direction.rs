//! `ImageTransferDirection`.
//!
//! @generated from `crates/model/data/types/disks.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// Directions of a transfer. Since 4.1.
    pub enum ImageTransferDirection {
        /// `download`. Since 4.1.
        Download = "download",
        /// `upload`. Since 4.1.
        Upload = "upload",
    }
}
