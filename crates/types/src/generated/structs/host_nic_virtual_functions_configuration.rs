//! `HostNicVirtualFunctionsConfiguration`.
//!
//! @generated from `crates/model/data/types/hosts.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;

/// SR-IOV settings of a physical interface.
#[derive(Clone)]
pub struct HostNicVirtualFunctionsConfiguration {
    /// Whether every network may use the virtual functions.
    pub all_networks_allowed: Option<bool>,
    /// Most functions that the device can have.
    pub max_number_of_virtual_functions: Option<i64>,
    /// Functions that it has now.
    pub number_of_virtual_functions: Option<i64>,
}

api_struct! {
    HostNicVirtualFunctionsConfiguration "host_nic_virtual_functions_configuration" "host_nic_virtual_functions_configurations" anonymous {
        /// Whether every network may use the virtual functions.
        0 boolean all_networks_allowed;
        /// Most functions that the device can have.
        1 integer max_number_of_virtual_functions;
        /// Functions that it has now.
        2 integer number_of_virtual_functions;
    }
}
