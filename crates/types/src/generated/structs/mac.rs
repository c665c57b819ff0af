//! `Mac`.
//!
//! @generated from `crates/model/data/types/networks.api` by `cargo xtask generate`.

use crate::macros::structs::{api_struct, from_simple};

/// A hardware address.
#[derive(Clone)]
pub struct Mac {
    /// Six bytes in hexadecimal: `56:6f:1a:00:00:01`.
    pub address: Option<String>,
}

api_struct! {
    Mac "mac" "macs" anonymous {
        /// Six bytes in hexadecimal: `56:6f:1a:00:00:01`.
        0 text address;
    }
}

from_simple!(Mac, text, address);
