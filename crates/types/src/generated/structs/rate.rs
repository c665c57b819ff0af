//! `Rate`.
//!
//! @generated from `crates/model/data/types/core.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;

/// A limit of a random number generator.
#[derive(Clone)]
pub struct Rate {
    /// Data that may be read in each period. In bytes.
    pub bytes: Option<i64>,
    /// Length of a period. In milliseconds.
    pub period: Option<i64>,
}

api_struct! {
    Rate "rate" "rates" anonymous {
        /// Data that may be read in each period. In bytes.
        0 integer bytes;
        /// Length of a period. In milliseconds.
        1 integer period;
    }
}
