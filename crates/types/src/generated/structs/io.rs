//! `Io`.
//!
//! @generated from `crates/model/data/types/vms.api` by `cargo xtask generate`.

use crate::macros::structs::{api_struct, from_simple};

/// I/O of a VM.
#[derive(Clone)]
pub struct Io {
    /// Number of threads for disk I/O; 0 for none.
    pub threads: Option<i64>,
}

api_struct! {
    Io "io" "ios" anonymous {
        /// Number of threads for disk I/O; 0 for none.
        0 integer threads;
    }
}

from_simple!(Io, i64, threads);
