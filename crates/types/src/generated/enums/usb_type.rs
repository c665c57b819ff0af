//! `UsbType`.
//!
//! @generated from `crates/model/data/types/vms.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// Ways of USB redirection.
    pub enum UsbType {
        /// Former way, by a driver of its own in the guest. Deprecated.
        Legacy = "legacy",
        /// By the SPICE protocol, without an additional driver in the guest.
        Native = "native",
    }
}
