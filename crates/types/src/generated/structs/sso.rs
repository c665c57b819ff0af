//! `Sso`.
//!
//! @generated from `crates/model/data/types/vms.api` by `cargo xtask generate`.

use crate::object::object;
use crate::{List, Method};

/// Single sign-on from the portal into the guest.
#[derive(Clone)]
pub struct Sso {
    /// The ways that are on; none when empty.
    pub methods: Option<List<Method>>,
}

object! {
    Sso "sso" "ssos" anonymous {
        0 list(Method) methods = "methods";
    }
}
