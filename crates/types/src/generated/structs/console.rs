//! `Console`.
//!
//! @generated from `crates/model/data/types/vms.api` by `cargo xtask generate`.

use crate::macros::structs::{api_struct, from_simple};

/// Serial console of a VM.
#[derive(Clone)]
pub struct Console {
    /// Whether it is present.
    pub enabled: Option<bool>,
}

api_struct! {
    Console "console" "consoles" anonymous {
        /// Whether it is present.
        0 boolean enabled;
    }
}

from_simple!(Console, bool, enabled);
