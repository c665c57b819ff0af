//! `NicConfiguration`.
//!
//! @generated from `crates/model/data/types/hosts.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{BootProtocol, Ip, Shared};

/// Network settings of a guest's interface at its first boot.
#[derive(Clone)]
pub struct NicConfiguration {
    /// Name of the interface in the guest, such as `eth0`.
    pub name: Option<String>,
    /// How the IPv4 address is assigned.
    pub boot_protocol: Option<BootProtocol>,
    /// IP address of the network interface configuration.
    pub ip: Option<Shared<Ip>>,
    /// IPv6, an IP address.
    pub ipv6: Option<Shared<Ip>>,
    /// How the IPv6 address is assigned.
    pub ipv6_boot_protocol: Option<BootProtocol>,
    /// Whether it is brought up at boot.
    pub on_boot: Option<bool>,
}

api_struct! {
    NicConfiguration "nic_configuration" "nic_configurations" anonymous {
        /// How the IPv4 address is assigned.
        0 enumeration(BootProtocol) boot_protocol;
        /// IP address of the network interface configuration.
        1 object(Ip) ip;
        /// IPv6, an IP address.
        2 object(Ip) ipv6;
        /// How the IPv6 address is assigned.
        3 enumeration(BootProtocol) ipv6_boot_protocol;
        /// Name of the interface in the guest, such as `eth0`.
        4 text name;
        /// Whether it is brought up at boot.
        5 boolean on_boot;
    }
}
