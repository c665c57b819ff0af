//! `DisplayType`.
//!
//! @generated from `crates/model/data/types/vms.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// Protocols of a display.
    pub enum DisplayType {
        /// SPICE, with copy and paste, USB and smart cards of the client.
        Spice = "spice",
        /// VNC, with screen, keyboard and mouse only.
        Vnc = "vnc",
    }
}
