//! `Method`.
//!
//! @generated from `crates/model/data/types/vms.api` by `cargo xtask generate`.

use crate::SsoMethod;
use crate::macros::structs::{api_struct, from_simple};

/// A way of single sign-on.
#[derive(Clone)]
pub struct Method {
    /// The way: the guest agent is the only one.
    pub id: Option<SsoMethod>,
    /// Address of the object, as a path on the engine's host. Read-only.
    pub href: Option<String>,
}

api_struct! {
    Method "method" "methods" anonymous {
        /// Address of the object, as a path on the engine's host. Read-only.
        0 text href;
        /// The way: the guest agent is the only one.
        1 enumeration(SsoMethod) id;
    }
}

from_simple!(Method, SsoMethod, id);
