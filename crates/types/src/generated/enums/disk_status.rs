//! `DiskStatus`.
//!
//! @generated from `crates/model/data/types/disks.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// States of a disk.
    pub enum DiskStatus {
        /// It can't be used: an operation on it failed.
        Illegal = "illegal",
        /// An operation on it is going on.
        Locked = "locked",
        /// It can be used.
        Ok = "ok",
    }
}
