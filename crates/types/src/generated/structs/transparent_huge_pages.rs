//! `TransparentHugePages`.
//!
//! @generated from `crates/model/data/types/hosts.api` by `cargo xtask generate`.

use crate::object::{from_simple, object};

/// Huge pages of a host's memory.
#[derive(Clone)]
pub struct TransparentHugePages {
    /// Whether it is on.
    pub enabled: Option<bool>,
}

object! {
    TransparentHugePages "transparent_hugepages" "transparent_huge_pagess" anonymous {
        0 boolean enabled = "enabled";
    }
}

from_simple!(TransparentHugePages, bool, enabled);
