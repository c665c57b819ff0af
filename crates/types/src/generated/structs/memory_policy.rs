//! `MemoryPolicy`.
//!
//! @generated from `crates/model/data/types/vms.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{MemoryOverCommit, TransparentHugePages};

/// Memory that a VM is sure to have, and can have.
#[derive(Clone)]
pub struct MemoryPolicy {
    /// Whether the host may take memory back from the guest.
    pub ballooning: Option<bool>,
    /// Memory that a host must have free to run it. In bytes.
    pub guaranteed: Option<i64>,
    /// Up to which memory can be plugged in while it runs. In bytes. Since 4.1.
    pub max: Option<i64>,
    /// Memory overcommit limit of VMs.
    pub over_commit: Option<MemoryOverCommit>,
    /// Huge pages on the hosts of a cluster.
    #[doc(alias = "transparent_hugepages")]
    pub transparent_huge_pages: Option<TransparentHugePages>,
}

api_struct! {
    MemoryPolicy "memory_policy" "memory_policies" anonymous {
        /// Whether the host may take memory back from the guest.
        0 boolean ballooning;
        /// Memory that a host must have free to run it. In bytes.
        1 integer guaranteed;
        /// Up to which memory can be plugged in while it runs. In bytes. Since 4.1.
        2 integer max;
        /// Memory overcommit limit of VMs.
        3 inline(MemoryOverCommit) over_commit;
        /// Huge pages on the hosts of a cluster.
        4 inline(TransparentHugePages) transparent_huge_pages as "transparent_hugepages";
    }
}
