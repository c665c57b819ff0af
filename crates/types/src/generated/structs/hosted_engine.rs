//! `HostedEngine`.
//!
//! @generated from `crates/model/data/types/hosts.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;

/// A host's part in running the engine itself as a VM.
#[derive(Clone)]
pub struct HostedEngine {
    /// Whether the engine could run on it.
    pub active: Option<bool>,
    /// Whether it is set up for that.
    pub configured: Option<bool>,
    /// Whether nothing is done by itself on all such hosts.
    pub global_maintenance: Option<bool>,
    /// Whether nothing is done by itself on this host.
    pub local_maintenance: Option<bool>,
    /// How well the host is suited; at most 3400.
    pub score: Option<i64>,
}

api_struct! {
    HostedEngine "hosted_engine" "hosted_engines" anonymous {
        /// Whether the engine could run on it.
        0 boolean active;
        /// Whether it is set up for that.
        1 boolean configured;
        /// Whether nothing is done by itself on all such hosts.
        2 boolean global_maintenance;
        /// Whether nothing is done by itself on this host.
        3 boolean local_maintenance;
        /// How well the host is suited; at most 3400.
        4 integer score;
    }
}
