//! `SkipIfSdActive`.
//!
//! @generated from `crates/model/data/types/clusters.api` by `cargo xtask generate`.

use crate::macros::structs::{api_struct, from_simple};

/// No fencing while the host renews its leases on storage.
#[derive(Clone)]
pub struct SkipIfSdActive {
    /// Whether it is on.
    pub enabled: Option<bool>,
}

api_struct! {
    SkipIfSdActive "skip_if_sd_active" "skip_if_sd_actives" anonymous {
        /// Whether it is on.
        0 boolean enabled;
    }
}

from_simple!(SkipIfSdActive, bool, enabled);
