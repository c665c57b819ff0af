//! `GracePeriod`.
//!
//! @generated from `crates/model/data/types/core.api` by `cargo xtask generate`.

use crate::object::object;

/// Time before an action begins.
#[derive(Clone)]
pub struct GracePeriod {
    /// The time in milliseconds.
    pub expiry: Option<i64>,
}

object! {
    GracePeriod "grace_period" "grace_periods" anonymous {
        0 integer expiry = "expiry";
    }
}
