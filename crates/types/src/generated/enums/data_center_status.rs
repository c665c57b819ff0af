//! `DataCenterStatus`.
//!
//! @generated from `crates/model/data/types/data_centers.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// States of a data center.
    pub enum DataCenterStatus {
        /// `contend`.
        Contend = "contend",
        /// `maintenance`.
        Maintenance = "maintenance",
        /// `not_operational`.
        NotOperational = "not_operational",
        /// `problematic`.
        Problematic = "problematic",
        /// It has no storage yet.
        Uninitialized = "uninitialized",
        /// A host manages its storage.
        Up = "up",
    }
}
