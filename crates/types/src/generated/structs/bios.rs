//! `Bios`.
//!
//! @generated from `crates/model/data/types/vms.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{BiosType, BootMenu};

/// Firmware of a VM.
#[derive(Clone)]
pub struct Bios {
    /// Menu to choose a boot device from.
    pub boot_menu: Option<BootMenu>,
    /// Chipset and firmware; that of the cluster if absent. Since 4.3.
    #[doc(alias = "type")]
    pub type_: Option<BiosType>,
}

api_struct! {
    Bios "bios" "bioss" anonymous {
        /// Menu to choose a boot device from.
        0 inline(BootMenu) boot_menu;
        /// Chipset and firmware; that of the cluster if absent. Since 4.3.
        1 enumeration(BiosType) type_ = "type";
    }
}
