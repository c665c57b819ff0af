//! `IpAddressAssignment`.
//!
//! @generated from `crates/model/data/types/networks.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{BootProtocol, Ip, Shared};

/// An address of a host on a network.
#[derive(Clone)]
pub struct IpAddressAssignment {
    /// Assignment method, a boot protocol.
    pub assignment_method: Option<BootProtocol>,
    /// IP address of the IP address address assignment.
    pub ip: Option<Shared<Ip>>,
}

api_struct! {
    IpAddressAssignment "ip_address_assignment" "ip_address_assignments" anonymous {
        /// Assignment method, a boot protocol.
        0 enumeration(BootProtocol) assignment_method;
        /// IP address of the IP address address assignment.
        1 object(Ip) ip;
    }
}
