//! `Range`.
//!
//! @generated from `crates/model/data/types/core.api` by `cargo xtask generate`.

use crate::object::object;

/// A range of hardware addresses.
#[derive(Clone)]
pub struct Range {
    /// First address.
    pub from: Option<String>,
    /// Last address.
    pub to: Option<String>,
}

object! {
    Range "range" "ranges" anonymous {
        0 text from = "from";
        1 text to = "to";
    }
}
