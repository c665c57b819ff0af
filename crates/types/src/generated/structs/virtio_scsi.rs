//! `VirtioScsi`.
//!
//! @generated from `crates/model/data/types/vms.api` by `cargo xtask generate`.

use crate::object::{from_simple, object};

/// VirtIO-SCSI controller of a virtual machine.
#[derive(Clone)]
pub struct VirtioScsi {
    /// Whether it is on.
    pub enabled: Option<bool>,
}

object! {
    VirtioScsi "virtio_scsi" "virtio_scsis" anonymous {
        0 boolean enabled = "enabled";
    }
}

from_simple!(VirtioScsi, bool, enabled);
