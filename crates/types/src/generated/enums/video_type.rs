//! `VideoType`.
//!
//! @generated from `crates/model/data/types/vms.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// Video devices.
    pub enum VideoType {
        /// Plain display for UEFI guests, without the burden of VGA compatibility.
        Bochs = "bochs",
        /// Device of the 1990s, for old guests only. Deprecated.
        Cirrus = "cirrus",
        /// Device made for SPICE, with several monitors. Deprecated.
        Qxl = "qxl",
        /// Standard VGA, which every guest knows.
        Vga = "vga",
    }
}
