//! `StorageDomainType`.
//!
//! @generated from `crates/model/data/types/storage_domains.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// What a storage domain is for.
    pub enum StorageDomainType {
        /// Disks, snapshots and templates.
        Data = "data",
        /// Former way to move VMs between data centers.
        Export = "export",
        /// `image`.
        Image = "image",
        /// Former place for ISO images.
        Iso = "iso",
        /// `managed_block_storage`. Since 4.3.
        ManagedBlockStorage = "managed_block_storage",
        /// `volume`.
        Volume = "volume",
    }
}
