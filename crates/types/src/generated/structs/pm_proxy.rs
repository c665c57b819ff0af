//! `PmProxy`.
//!
//! @generated from `crates/model/data/types/hosts.api` by `cargo xtask generate`.

use crate::PmProxyType;
use crate::macros::structs::{api_struct, from_simple};

/// Where hosts are looked for that run fence agents.
#[derive(Clone)]
pub struct PmProxy {
    /// Kind of it.
    #[doc(alias = "type")]
    pub type_: Option<PmProxyType>,
}

api_struct! {
    PmProxy "pm_proxy" "pm_proxies" anonymous {
        /// Kind of it.
        0 enumeration(PmProxyType) type_ = "type";
    }
}

from_simple!(PmProxy, PmProxyType, type_);
