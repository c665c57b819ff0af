//! `DiskStorageType`.
//!
//! @generated from `crates/model/data/types/disks.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// What a disk is on the storage.
    pub enum DiskStorageType {
        /// `cinder`.
        Cinder = "cinder",
        /// `image`.
        Image = "image",
        /// `lun`.
        Lun = "lun",
        /// `managed_block_storage`. Since 4.3.
        ManagedBlockStorage = "managed_block_storage",
    }
}
