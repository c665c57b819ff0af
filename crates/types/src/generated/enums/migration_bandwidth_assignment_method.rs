//! `MigrationBandwidthAssignmentMethod`.
//!
//! @generated from `crates/model/data/types/clusters.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// Ways to set the bandwidth of migrations.
    pub enum MigrationBandwidthAssignmentMethod {
        /// `auto`.
        Auto = "auto",
        /// `custom`.
        Custom = "custom",
        /// `hypervisor_default`.
        HypervisorDefault = "hypervisor_default",
    }
}
