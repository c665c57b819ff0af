//! `VnicPassThrough`.
//!
//! @generated from `crates/model/data/types/networks.api` by `cargo xtask generate`.

use crate::VnicPassThroughMode;
use crate::macros::structs::{api_struct, from_simple};

/// Whether an interface is a device of the host.
#[derive(Clone)]
pub struct VnicPassThrough {
    /// Mode, a vNIC pass through mode.
    pub mode: Option<VnicPassThroughMode>,
}

api_struct! {
    VnicPassThrough "vnic_pass_through" "vnic_pass_throughs" anonymous {
        /// Mode, a vNIC pass through mode.
        0 enumeration(VnicPassThroughMode) mode;
    }
}

from_simple!(VnicPassThrough, VnicPassThroughMode, mode);
