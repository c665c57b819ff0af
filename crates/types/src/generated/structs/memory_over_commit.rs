//! `MemoryOverCommit`.
//!
//! @generated from `crates/model/data/types/clusters.api` by `cargo xtask generate`.

use crate::macros::structs::{api_struct, from_simple};

/// How far VMs of a cluster may have more memory than the hosts.
#[derive(Clone)]
pub struct MemoryOverCommit {
    /// Memory of the VMs relative to that of the host; 100 means no overcommit. In percent.
    pub percent: Option<i64>,
}

api_struct! {
    MemoryOverCommit "memory_over_commit" "memory_over_commits" anonymous {
        /// Memory of the VMs relative to that of the host; 100 means no overcommit. In percent.
        0 integer percent;
    }
}

from_simple!(MemoryOverCommit, i64, percent);
