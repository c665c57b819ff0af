//! `DiskStatus`.
//!
//! @generated from `crates/model/data/types/disks.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// States of a disk.
    pub enum DiskStatus {
        /// Unusable: an operation on it failed.
        Illegal = "illegal",
        /// Locked by a running operation.
        Locked = "locked",
        /// Usable.
        Ok = "ok",
    }
}
