//! `Rate`.
//!
//! @generated from `crates/model/data/types/core.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;

/// A limit of a random number generator.
#[derive(Clone)]
pub struct Rate {
    /// Bytes that may be read in each period.
    pub bytes: Option<i64>,
    /// Length of a period in milliseconds.
    pub period: Option<i64>,
}

api_struct! {
    Rate "rate" "rates" anonymous {
        /// Bytes that may be read in each period.
        0 integer bytes;
        /// Length of a period in milliseconds.
        1 integer period;
    }
}
