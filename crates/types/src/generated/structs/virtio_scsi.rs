//! `VirtioScsi`.
//!
//! @generated from `crates/model/data/types/vms.api` by `cargo xtask generate`.

use crate::macros::structs::{api_struct, from_simple};

/// VirtIO-SCSI controller of a VM.
#[derive(Clone)]
pub struct VirtioScsi {
    /// Whether it is on.
    pub enabled: Option<bool>,
}

api_struct! {
    VirtioScsi "virtio_scsi" "virtio_scsis" anonymous {
        /// Whether it is on.
        0 boolean enabled;
    }
}

from_simple!(VirtioScsi, bool, enabled);
