//! `SerialNumber`.
//!
//! @generated from `crates/model/data/types/clusters.api` by `cargo xtask generate`.

use crate::SerialNumberPolicy;
use crate::macros::structs::api_struct;

/// Where serial numbers of VMs come from.
#[derive(Clone)]
pub struct SerialNumber {
    /// Policy, a serial number policy.
    pub policy: Option<SerialNumberPolicy>,
    /// Value.
    pub value: Option<String>,
}

api_struct! {
    SerialNumber "serial_number" "serial_numbers" anonymous {
        /// Policy, a serial number policy.
        0 enumeration(SerialNumberPolicy) policy;
        /// Value.
        1 text value;
    }
}
