//! `DiskType`.
//!
//! @generated from `crates/model/data/types/disks.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// Former kinds of disks.
    pub enum DiskType {
        /// `data`.
        Data = "data",
        /// `system`.
        System = "system",
    }
}
