//! `Ksm`.
//!
//! @generated from `crates/model/data/types/hosts.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;

/// Sharing of equal memory pages.
#[derive(Clone)]
pub struct Ksm {
    /// Whether it is done.
    pub enabled: Option<bool>,
    /// Whether pages of different NUMA nodes are shared.
    pub merge_across_nodes: Option<bool>,
}

api_struct! {
    Ksm "ksm" "ksms" anonymous {
        /// Whether it is done.
        0 boolean enabled;
        /// Whether pages of different NUMA nodes are shared.
        1 boolean merge_across_nodes;
    }
}
