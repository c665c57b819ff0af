//! `Ip`.
//!
//! @generated from `crates/model/data/types/networks.api` by `cargo xtask generate`.

use crate::IpVersion;
use crate::macros::structs::api_struct;

/// An IP address with its network.
#[derive(Clone)]
pub struct Ip {
    /// The address.
    pub address: Option<String>,
    /// Default gateway.
    pub gateway: Option<String>,
    /// Netmask, or the length of an IPv6 prefix.
    pub netmask: Option<String>,
    /// IPv4 or IPv6.
    pub version: Option<IpVersion>,
}

api_struct! {
    Ip "ip" "ips" anonymous {
        /// The address.
        0 text address;
        /// Default gateway.
        1 text gateway;
        /// Netmask, or the length of an IPv6 prefix.
        2 text netmask;
        /// IPv4 or IPv6.
        3 enumeration(IpVersion) version;
    }
}
