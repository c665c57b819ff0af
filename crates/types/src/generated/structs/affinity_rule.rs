//! `AffinityRule`.
//!
//! @generated from `crates/model/data/types/affinity.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;

/// A rule of an affinity group. Since 4.1.
#[derive(Clone)]
pub struct AffinityRule {
    /// Whether it counts. Since 4.1.
    pub enabled: Option<bool>,
    /// Whether it is strict: a VM is not started rather than breaking it. Since 4.1.
    pub enforcing: Option<bool>,
    /// Whether it keeps together rather than apart. Since 4.1.
    pub positive: Option<bool>,
}

api_struct! {
    AffinityRule "affinity_rule" "affinity_rules" anonymous {
        /// Whether it counts. Since 4.1.
        0 boolean enabled;
        /// Whether it is strict: a VM is not started rather than breaking it. Since 4.1.
        1 boolean enforcing;
        /// Whether it keeps together rather than apart. Since 4.1.
        2 boolean positive;
    }
}
