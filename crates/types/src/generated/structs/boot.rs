//! `Boot`.
//!
//! @generated from `crates/model/data/types/vms.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{BootDevice, List};

/// Devices to boot from.
#[derive(Clone)]
pub struct Boot {
    /// Devices in the order in which they are tried.
    pub devices: Option<List<BootDevice>>,
}

api_struct! {
    Boot "boot" "boots" anonymous {
        /// Devices in the order in which they are tried.
        0 enumerations(BootDevice) devices of "device";
    }
}
