//! `BootProtocol`.
//!
//! @generated from `crates/model/data/types/networks.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// Ways to assign an address to an interface.
    pub enum BootProtocol {
        /// `autoconf`.
        Autoconf = "autoconf",
        /// `dhcp`.
        Dhcp = "dhcp",
        /// `none`.
        None = "none",
        /// `poly_dhcp_autoconf`.
        PolyDhcpAutoconf = "poly_dhcp_autoconf",
        /// `static`.
        Static = "static",
    }
}
