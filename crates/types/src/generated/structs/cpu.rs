//! `Cpu`.
//!
//! @generated from `crates/model/data/types/vms.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{Architecture, Core, CpuMode, CpuTopology, CpuTune, List, Shared};

/// CPU of a VM, a host or a cluster.
#[derive(Clone)]
pub struct Cpu {
    /// Model name, as reported by a host.
    pub name: Option<String>,
    /// Architecture, such as `x86_64`; of a cluster, `undefined` until it has a host.
    pub architecture: Option<Architecture>,
    /// Cores of a host's CPU, one by one.
    pub cores: Option<List<Core>>,
    /// Pinning of virtual CPUs.
    pub cpu_tune: Option<Shared<CpuTune>>,
    /// Rank of the CPU type among those of its vendor.
    pub level: Option<i64>,
    /// How the model is chosen: a host's own, passed through, or a custom one.
    pub mode: Option<CpuMode>,
    /// Frequency, as reported by a host. In MHz.
    pub speed: Option<f64>,
    /// Sockets, cores and threads.
    pub topology: Option<Shared<CpuTopology>>,
    /// CPU type of a cluster, such as `Intel Nehalem Family`, as its VMs see it.
    #[doc(alias = "type")]
    pub type_: Option<String>,
}

api_struct! {
    Cpu "cpu" "cpus" anonymous {
        /// Architecture, such as `x86_64`; of a cluster, `undefined` until it has a host.
        0 enumeration(Architecture) architecture;
        /// Cores of a host's CPU, one by one.
        1 list(Core) cores;
        /// Pinning of virtual CPUs.
        2 object(CpuTune) cpu_tune;
        /// Rank of the CPU type among those of its vendor.
        3 integer level;
        /// How the model is chosen: a host's own, passed through, or a custom one.
        4 enumeration(CpuMode) mode;
        /// Model name, as reported by a host.
        5 text name;
        /// Frequency, as reported by a host. In MHz.
        6 decimal speed;
        /// Sockets, cores and threads.
        7 object(CpuTopology) topology;
        /// CPU type of a cluster, such as `Intel Nehalem Family`, as its VMs see it.
        8 text type_ = "type";
    }
}
