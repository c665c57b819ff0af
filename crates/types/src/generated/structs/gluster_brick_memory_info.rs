//! `GlusterBrickMemoryInfo`.
//!
//! @generated from `crates/model/data/types/gluster.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{GlusterMemoryPool, List};

/// Memory of a gluster brick.
#[doc(alias = "BrickMemoryinfo")]
#[derive(Clone)]
pub struct GlusterBrickMemoryInfo {
    /// Memory pools of the gluster brick memory info.
    pub memory_pools: Option<List<GlusterMemoryPool>>,
}

api_struct! {
    GlusterBrickMemoryInfo "brick_memoryinfo" "gluster_brick_memory_infos" anonymous {
        /// Memory pools of the gluster brick memory info.
        0 list(GlusterMemoryPool) memory_pools;
    }
}
