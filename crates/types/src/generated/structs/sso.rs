//! `Sso`.
//!
//! @generated from `crates/model/data/types/vms.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{List, Method};

/// Single sign-on from the portal into the guest.
#[derive(Clone)]
pub struct Sso {
    /// The ways that are on; none when empty.
    pub methods: Option<List<Method>>,
}

api_struct! {
    Sso "sso" "ssos" anonymous {
        /// The ways that are on; none when empty.
        0 list(Method) methods;
    }
}
