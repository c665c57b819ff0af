//! `GracePeriod`.
//!
//! @generated from `crates/model/data/types/core.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;

/// Time before an action begins.
#[derive(Clone)]
pub struct GracePeriod {
    /// The time. In milliseconds.
    pub expiry: Option<i64>,
}

api_struct! {
    GracePeriod "grace_period" "grace_periods" anonymous {
        /// The time. In milliseconds.
        0 integer expiry;
    }
}
