//! `Core`.
//!
//! @generated from `crates/model/data/types/vms.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;

/// A core of a CPU.
#[derive(Clone)]
pub struct Core {
    /// Its number, from 0.
    pub index: Option<i64>,
    /// Number of its socket, from 0.
    pub socket: Option<i64>,
}

api_struct! {
    Core "core" "cores" anonymous {
        /// Its number, from 0.
        0 integer index;
        /// Number of its socket, from 0.
        1 integer socket;
    }
}
