//! `Vlan`.
//!
//! @generated from `crates/model/data/types/networks.api` by `cargo xtask generate`.

use crate::macros::structs::{api_struct, from_simple};

/// A VLAN tag.
#[derive(Clone)]
pub struct Vlan {
    /// The tag, 0 to 4094.
    pub id: Option<i64>,
    /// Address of the object, as a path on the engine's host. Read-only.
    pub href: Option<String>,
}

api_struct! {
    Vlan "vlan" "vlans" anonymous {
        /// Address of the object, as a path on the engine's host. Read-only.
        0 text href;
        /// The tag, 0 to 4094.
        1 integer id;
    }
}

from_simple!(Vlan, i64, id);
