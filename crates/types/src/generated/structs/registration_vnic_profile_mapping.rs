//! `RegistrationVnicProfileMapping`.
//!
//! @generated from `crates/model/data/types/registration.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{Link, VnicProfile};

/// A vNIC profile of an imported VM and the one that it becomes here. Since 4.1.
#[derive(Clone)]
pub struct RegistrationVnicProfileMapping {
    /// What it was called or belonged to where it comes from. Since 4.2.1.
    pub from: Option<Link<VnicProfile>>,
    /// What it becomes in this engine. Since 4.2.1.
    pub to: Option<Link<VnicProfile>>,
}

api_struct! {
    RegistrationVnicProfileMapping "registration_vnic_profile_mapping" "registration_vnic_profile_mappings" anonymous {
        /// What it was called or belonged to where it comes from. Since 4.2.1.
        0 link(VnicProfile) from;
        /// What it becomes in this engine. Since 4.2.1.
        1 link(VnicProfile) to;
    }
}
