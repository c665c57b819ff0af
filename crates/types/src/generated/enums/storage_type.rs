//! `StorageType`.
//!
//! @generated from `crates/model/data/types/storage_domains.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// Kinds of storage.
    pub enum StorageType {
        /// `cinder`.
        Cinder = "cinder",
        /// `fcp`.
        Fcp = "fcp",
        /// `glance`.
        Glance = "glance",
        /// `glusterfs`.
        Glusterfs = "glusterfs",
        /// `iscsi`.
        Iscsi = "iscsi",
        /// `localfs`.
        Localfs = "localfs",
        /// `managed_block_storage`. Since 4.3.
        ManagedBlockStorage = "managed_block_storage",
        /// `nfs`.
        Nfs = "nfs",
        /// `posixfs`.
        Posixfs = "posixfs",
    }
}
