//! `MigrationBandwidthAssignmentMethod`.
//!
//! @generated from `crates/model/data/types/clusters.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// Ways in which the bandwidth of migrations is set.
    pub enum MigrationBandwidthAssignmentMethod {
        /// `auto`.
        Auto = "auto",
        /// `custom`.
        Custom = "custom",
        /// `hypervisor_default`.
        HypervisorDefault = "hypervisor_default",
    }
}
