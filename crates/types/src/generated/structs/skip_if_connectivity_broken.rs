//! `SkipIfConnectivityBroken`.
//!
//! @generated from `crates/model/data/types/clusters.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;

/// No fencing when many hosts have lost their connection.
#[derive(Clone)]
pub struct SkipIfConnectivityBroken {
    /// Whether it is on.
    pub enabled: Option<bool>,
    /// Hosts without a connection, from which on nothing is fenced. In percent.
    pub threshold: Option<i64>,
}

api_struct! {
    SkipIfConnectivityBroken "skip_if_connectivity_broken" "skip_if_connectivity_brokens" anonymous {
        /// Whether it is on.
        0 boolean enabled;
        /// Hosts without a connection, from which on nothing is fenced. In percent.
        1 integer threshold;
    }
}
