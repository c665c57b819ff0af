//! `FirewallType`.
//!
//! @generated from `crates/model/data/types/networks.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// Firewalls of hosts. Since 4.2.
    pub enum FirewallType {
        /// `firewalld`. Since 4.2.
        Firewalld = "firewalld",
        /// `iptables`. Since 4.2.
        Iptables = "iptables",
    }
}
