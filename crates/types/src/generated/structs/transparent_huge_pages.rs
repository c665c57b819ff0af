//! `TransparentHugePages`.
//!
//! @generated from `crates/model/data/types/hosts.api` by `cargo xtask generate`.

use crate::macros::structs::{api_struct, from_simple};

/// Huge pages of a host's memory.
#[derive(Clone)]
pub struct TransparentHugePages {
    /// Whether it is on.
    pub enabled: Option<bool>,
}

api_struct! {
    TransparentHugePages "transparent_hugepages" "transparent_huge_pagess" anonymous {
        /// Whether it is on.
        0 boolean enabled;
    }
}

from_simple!(TransparentHugePages, bool, enabled);
