//! `CpuPinningPolicy`.
//!
//! @generated from `crates/model/data/types/vms.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// Policies for pinning virtual CPUs to host CPUs. Since 4.5.
    pub enum CpuPinningPolicy {
        /// Each virtual CPU gets a CPU of the host that no other VM uses, chosen at the start.
        /// Since 4.5.
        Dedicated = "dedicated",
        /// As `dedicated`, but each virtual CPU gets a whole core, whose other threads stay unused.
        /// Since 4.5.1.
        IsolateThreads = "isolate_threads",
        /// As `cpu.cpu_tune` says, CPU by CPU. Since 4.5.
        Manual = "manual",
        /// Virtual CPUs may run on any CPU of the host. Since 4.5.
        None = "none",
        /// At the start the CPU topology grows to that of the host, and CPUs and NUMA nodes are
        /// pinned to it. Since 4.5.
        ResizeAndPinNuma = "resize_and_pin_numa",
    }
}
