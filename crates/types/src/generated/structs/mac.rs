//! `Mac`.
//!
//! @generated from `crates/model/data/types/networks.api` by `cargo xtask generate`.

use crate::object::{from_simple, object};

/// A hardware address.
#[derive(Clone)]
pub struct Mac {
    /// Six bytes in hexadecimal: `56:6f:1a:00:00:01`.
    pub address: Option<String>,
}

object! {
    Mac "mac" "macs" anonymous {
        0 text address = "address";
    }
}

from_simple!(Mac, &str, address);

from_simple!(Mac, String, address);
