//! `CpuTopology`.
//!
//! @generated from `crates/model/data/types/vms.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;

/// How many CPUs there are; the product of the three is the number of virtual CPUs.
#[derive(Clone)]
pub struct CpuTopology {
    /// Cores in each socket.
    pub cores: Option<i64>,
    /// Sockets.
    pub sockets: Option<i64>,
    /// Threads in each core.
    pub threads: Option<i64>,
}

api_struct! {
    CpuTopology "cpu_topology" "cpu_topologies" anonymous {
        /// Cores in each socket.
        0 integer cores;
        /// Sockets.
        1 integer sockets;
        /// Threads in each core.
        2 integer threads;
    }
}
