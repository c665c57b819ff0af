//! `StorageDomainStatus`.
//!
//! @generated from `crates/model/data/types/storage_domains.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// States of a storage domain.
    pub enum StorageDomainStatus {
        /// `activating`.
        Activating = "activating",
        /// Usable.
        Active = "active",
        /// `detaching`.
        Detaching = "detaching",
        /// It cannot be reached.
        Inactive = "inactive",
        /// Locked by a running operation.
        Locked = "locked",
        /// It is attached and not in use.
        Maintenance = "maintenance",
        /// `mixed`.
        Mixed = "mixed",
        /// `preparing_for_maintenance`.
        PreparingForMaintenance = "preparing_for_maintenance",
        /// It belongs to no data center.
        Unattached = "unattached",
        /// `unknown`.
        Unknown = "unknown",
    }
}
