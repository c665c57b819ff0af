//! `Io`.
//!
//! @generated from `crates/model/data/types/vms.api` by `cargo xtask generate`.

use crate::object::{from_simple, object};

/// I/O of a virtual machine.
#[derive(Clone)]
pub struct Io {
    /// Number of threads for disk I/O; 0 for none.
    pub threads: Option<i64>,
}

object! {
    Io "io" "ios" anonymous {
        0 integer threads = "threads";
    }
}

from_simple!(Io, i64, threads);
