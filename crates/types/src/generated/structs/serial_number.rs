//! `SerialNumber`.
//!
//! @generated from `crates/model/data/types/clusters.api` by `cargo xtask generate`.

use crate::SerialNumberPolicy;
use crate::object::object;

/// Where serial numbers of virtual machines come from.
#[derive(Clone)]
pub struct SerialNumber {
    /// Policy, a serial number policy.
    pub policy: Option<SerialNumberPolicy>,
    /// Value.
    pub value: Option<String>,
}

object! {
    SerialNumber "serial_number" "serial_numbers" anonymous {
        0 choice(SerialNumberPolicy) policy = "policy";
        1 text value = "value";
    }
}
