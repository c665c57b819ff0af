//! `ResolutionType`.
//!
//! @generated from `crates/model/data/types/vms.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// Ways to resolve a conflict of gluster hooks.
    pub enum ResolutionType {
        /// The hook is put on the servers that lack it.
        Add = "add",
        /// One copy of the hook replaces all that differ.
        Copy = "copy",
    }
}
