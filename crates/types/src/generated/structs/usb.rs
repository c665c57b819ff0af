//! `Usb`.
//!
//! @generated from `crates/model/data/types/vms.api` by `cargo xtask generate`.

use crate::UsbType;
use crate::macros::structs::api_struct;

/// USB redirection to a guest.
#[derive(Clone)]
pub struct Usb {
    /// Whether devices of the client can be used.
    pub enabled: Option<bool>,
    /// Method.
    #[doc(alias = "type")]
    pub type_: Option<UsbType>,
}

api_struct! {
    Usb "usb" "usbs" anonymous {
        /// Whether devices of the client can be used.
        0 boolean enabled;
        /// Method.
        1 enumeration(UsbType) type_ = "type";
    }
}
