//! `MigrationBandwidth`.
//!
//! @generated from `crates/model/data/types/clusters.api` by `cargo xtask generate`.

use crate::MigrationBandwidthAssignmentMethod;
use crate::macros::structs::api_struct;

/// Most bandwidth of the migrations of a host.
#[derive(Clone)]
pub struct MigrationBandwidth {
    /// Assignment method, a migration bandwidth assignment method.
    pub assignment_method: Option<MigrationBandwidthAssignmentMethod>,
    /// Bandwidth, where it is a custom one. In Mbit/s.
    pub custom_value: Option<i64>,
}

api_struct! {
    MigrationBandwidth "migration_bandwidth" "migration_bandwidths" anonymous {
        /// Assignment method, a migration bandwidth assignment method.
        0 enumeration(MigrationBandwidthAssignmentMethod) assignment_method;
        /// Bandwidth, where it is a custom one. In Mbit/s.
        1 integer custom_value;
    }
}
