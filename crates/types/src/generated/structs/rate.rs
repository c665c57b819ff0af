//! `Rate`.
//!
//! @generated from `crates/model/data/types/core.api` by `cargo xtask generate`.

use crate::object::object;

/// A limit of a random number generator.
#[derive(Clone)]
pub struct Rate {
    /// Bytes that may be read in each period.
    pub bytes: Option<i64>,
    /// Length of a period in milliseconds.
    pub period: Option<i64>,
}

object! {
    Rate "rate" "rates" anonymous {
        0 integer bytes = "bytes";
        1 integer period = "period";
    }
}
