//! `NumaTuneMode`.
//!
//! @generated from `crates/model/data/types/vms.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// Policies for allocating memory from NUMA nodes.
    pub enum NumaTuneMode {
        /// Memory is taken from the pinned nodes in turn.
        Interleave = "interleave",
        /// Memory is taken from the pinned node as long as it has some, then from others.
        Preferred = "preferred",
        /// Memory is taken from the pinned nodes only; where they have none left, there is none.
        Strict = "strict",
    }
}
