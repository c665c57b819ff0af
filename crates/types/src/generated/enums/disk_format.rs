//! `DiskFormat`.
//!
//! @generated from `crates/model/data/types/disks.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// Formats of a disk's image.
    pub enum DiskFormat {
        /// qcow2: space is allocated on demand, and snapshots are possible.
        Cow = "cow",
        /// The bytes that the guest sees.
        Raw = "raw",
    }
}
