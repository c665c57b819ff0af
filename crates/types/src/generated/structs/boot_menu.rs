//! `BootMenu`.
//!
//! @generated from `crates/model/data/types/vms.api` by `cargo xtask generate`.

use crate::macros::structs::{api_struct, from_simple};

/// Menu to choose a boot device from.
#[derive(Clone)]
pub struct BootMenu {
    /// Whether the menu is shown.
    pub enabled: Option<bool>,
}

api_struct! {
    BootMenu "boot_menu" "boot_menus" anonymous {
        /// Whether the menu is shown.
        0 boolean enabled;
    }
}

from_simple!(BootMenu, bool, enabled);
