//! `VnicProfileMapping`.
//!
//! @generated from `crates/model/data/types/registration.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{Link, VnicProfile};

/// A network and profile of an imported VM and the profile that they become here. Since 4.1.
/// Deprecated.
#[derive(Clone)]
pub struct VnicProfileMapping {
    /// Name of the network where the VM comes from. Since 4.1. Deprecated.
    pub source_network_name: Option<String>,
    /// Name of the profile where the VM comes from. Since 4.1. Deprecated.
    pub source_network_profile_name: Option<String>,
    /// Profile here. Since 4.1. Deprecated.
    pub target_vnic_profile: Option<Link<VnicProfile>>,
}

api_struct! {
    VnicProfileMapping "vnic_profile_mapping" "vnic_profile_mappings" anonymous {
        /// Name of the network where the VM comes from. Since 4.1. Deprecated.
        0 text source_network_name;
        /// Name of the profile where the VM comes from. Since 4.1. Deprecated.
        1 text source_network_profile_name;
        /// Profile here. Since 4.1. Deprecated.
        2 link(VnicProfile) target_vnic_profile;
    }
}
