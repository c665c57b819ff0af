//! `Usb`.
//!
//! @generated from `crates/model/data/types/vms.api` by `cargo xtask generate`.

use crate::UsbType;
use crate::object::object;

/// USB redirection to a guest.
#[derive(Clone)]
pub struct Usb {
    /// Whether devices of the client can be used.
    pub enabled: Option<bool>,
    /// Way that it is done.
    pub type_: Option<UsbType>,
}

object! {
    Usb "usb" "usbs" anonymous {
        0 boolean enabled = "enabled";
        1 choice(UsbType) type_ = "type";
    }
}
