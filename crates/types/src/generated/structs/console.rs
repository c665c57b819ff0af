//! `Console`.
//!
//! @generated from `crates/model/data/types/vms.api` by `cargo xtask generate`.

use crate::object::{from_simple, object};

/// Serial console of a virtual machine.
#[derive(Clone)]
pub struct Console {
    /// Whether there is one.
    pub enabled: Option<bool>,
}

object! {
    Console "console" "consoles" anonymous {
        0 boolean enabled = "enabled";
    }
}

from_simple!(Console, bool, enabled);
