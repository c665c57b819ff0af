//! `HostDevicePassthrough`.
//!
//! @generated from `crates/model/data/types/hosts.api` by `cargo xtask generate`.

use crate::object::{from_simple, object};

/// Whether devices of a host can be passed through.
#[derive(Clone)]
pub struct HostDevicePassthrough {
    /// Whether it is on.
    pub enabled: Option<bool>,
}

object! {
    HostDevicePassthrough "host_device_passthrough" "host_device_passthroughs" anonymous {
        0 boolean enabled = "enabled";
    }
}

from_simple!(HostDevicePassthrough, bool, enabled);
