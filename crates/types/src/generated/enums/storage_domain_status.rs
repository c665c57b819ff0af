//! `StorageDomainStatus`.
//!
//! @generated from `crates/model/data/types/storage_domains.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// States of a storage domain.
    pub enum StorageDomainStatus {
        /// `activating`.
        Activating = "activating",
        /// It can be used.
        Active = "active",
        /// `detaching`.
        Detaching = "detaching",
        /// It can't be reached.
        Inactive = "inactive",
        /// An operation on it is going on.
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
