//! `HostDevicePassthrough`.
//!
//! @generated from `crates/model/data/types/hosts.api` by `cargo xtask generate`.

use crate::macros::structs::{api_struct, from_simple};

/// Whether devices of a host can be passed through.
#[derive(Clone)]
pub struct HostDevicePassthrough {
    /// Whether it is on.
    pub enabled: Option<bool>,
}

api_struct! {
    HostDevicePassthrough "host_device_passthrough" "host_device_passthroughs" anonymous {
        /// Whether it is on.
        0 boolean enabled;
    }
}

from_simple!(HostDevicePassthrough, bool, enabled);
