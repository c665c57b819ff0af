//! `RegistrationAffinityGroupMapping`.
//!
//! @generated from `crates/model/data/types/affinity.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{AffinityGroup, Link};

/// An affinity group of an imported VM and the one that it becomes here. Since 4.2.
#[derive(Clone)]
pub struct RegistrationAffinityGroupMapping {
    /// What it was called or belonged to where it comes from. Since 4.2.
    pub from: Option<Link<AffinityGroup>>,
    /// What it becomes in this engine. Since 4.2.
    pub to: Option<Link<AffinityGroup>>,
}

api_struct! {
    RegistrationAffinityGroupMapping "registration_affinity_group_mapping" "registration_affinity_group_mappings" anonymous {
        /// What it was called or belonged to where it comes from. Since 4.2.
        0 link(AffinityGroup) from;
        /// What it becomes in this engine. Since 4.2.
        1 link(AffinityGroup) to;
    }
}
