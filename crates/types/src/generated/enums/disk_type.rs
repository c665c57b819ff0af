//! `DiskType`.
//!
//! @generated from `crates/model/data/types/disks.api` by `cargo xtask generate`.

use crate::choice::choice;

choice! {
    /// Former kinds of disks.
    pub enum DiskType {
        /// `data`.
        Data = "data",
        /// `system`.
        System = "system",
    }
}
