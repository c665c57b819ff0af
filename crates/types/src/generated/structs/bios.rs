//! `Bios`.
//!
//! @generated from `crates/model/data/types/vms.api` by `cargo xtask generate`.

use crate::object::object;
use crate::{BiosType, BootMenu};

/// Firmware of a virtual machine.
#[derive(Clone)]
pub struct Bios {
    /// Menu to choose a boot device from.
    pub boot_menu: Option<BootMenu>,
    /// Chipset and firmware; that of the cluster when absent. Since 4.3.
    pub type_: Option<BiosType>,
}

object! {
    Bios "bios" "bioss" anonymous {
        0 part(BootMenu) boot_menu = "boot_menu";
        1 choice(BiosType) type_ = "type";
    }
}
