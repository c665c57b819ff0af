//! `VmSummary`.
//!
//! @generated from `crates/model/data/types/vms.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;

/// How many VMs a host has.
#[derive(Clone)]
pub struct VmSummary {
    /// VMs that run.
    pub active: Option<i64>,
    /// VMs that are coming or going.
    pub migrating: Option<i64>,
    /// All VMs on it.
    pub total: Option<i64>,
}

api_struct! {
    VmSummary "vm_summary" "vm_summaries" anonymous {
        /// VMs that run.
        0 integer active;
        /// VMs that are coming or going.
        1 integer migrating;
        /// All VMs on it.
        2 integer total;
    }
}
