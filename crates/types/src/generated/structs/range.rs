//! `Range`.
//!
//! @generated from `crates/model/data/types/core.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;

/// A range of hardware addresses.
#[derive(Clone)]
pub struct Range {
    /// First address.
    pub from: Option<String>,
    /// Last address.
    pub to: Option<String>,
}

api_struct! {
    Range "range" "ranges" anonymous {
        /// First address.
        0 text from;
        /// Last address.
        1 text to;
    }
}
