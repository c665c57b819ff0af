//! `DynamicCpu`.
//!
//! @generated from `crates/model/data/types/vms.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{CpuTopology, CpuTune, Shared};

/// CPU settings that are in force while a VM runs.
#[derive(Clone)]
pub struct DynamicCpu {
    /// Address of the object, as a path on the engine's host. Read-only.
    pub href: Option<String>,
    /// Pinning of virtual CPUs that is in force; differs from `cpu.cpu_tune` where the engine chose
    /// it at the start.
    pub cpu_tune: Option<Shared<CpuTune>>,
    /// Sockets, cores and threads that the VM runs with.
    pub topology: Option<Shared<CpuTopology>>,
}

api_struct! {
    DynamicCpu "dynamic_cpu" "dynamic_cpus" anonymous {
        /// Pinning of virtual CPUs that is in force; differs from `cpu.cpu_tune` where the engine
        /// chose it at the start.
        0 object(CpuTune) cpu_tune;
        /// Address of the object, as a path on the engine's host. Read-only.
        1 text href;
        /// Sockets, cores and threads that the VM runs with.
        2 object(CpuTopology) topology;
    }
}
