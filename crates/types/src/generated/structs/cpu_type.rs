//! `CpuType`.
//!
//! @generated from `crates/model/data/types/vms.api` by `cargo xtask generate`.

use crate::Architecture;
use crate::macros::structs::api_struct;

/// A CPU type that clusters of a compatibility version can have.
#[derive(Clone)]
pub struct CpuType {
    /// Name, as `cpu.type` of a cluster has it.
    pub name: Option<String>,
    /// Architecture of hosts and VMs of a cluster with this type.
    pub architecture: Option<Architecture>,
    /// Rank among the types of the same vendor.
    pub level: Option<i64>,
}

api_struct! {
    CpuType "cpu_type" "cpu_types" anonymous {
        /// Architecture of hosts and VMs of a cluster with this type.
        0 enumeration(Architecture) architecture;
        /// Rank among the types of the same vendor.
        1 integer level;
        /// Name, as `cpu.type` of a cluster has it.
        2 text name;
    }
}
