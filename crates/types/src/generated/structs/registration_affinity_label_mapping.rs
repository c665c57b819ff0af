//! `RegistrationAffinityLabelMapping`.
//!
//! @generated from `crates/model/data/types/affinity.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{AffinityLabel, Link};

/// An affinity label of an imported VM and the one that it becomes here. Since 4.2.
#[derive(Clone)]
pub struct RegistrationAffinityLabelMapping {
    /// What it was called or belonged to where it comes from. Since 4.2.
    pub from: Option<Link<AffinityLabel>>,
    /// What it becomes in this engine. Since 4.2.
    pub to: Option<Link<AffinityLabel>>,
}

api_struct! {
    RegistrationAffinityLabelMapping "registration_affinity_label_mapping" "registration_affinity_label_mappings" anonymous {
        /// What it was called or belonged to where it comes from. Since 4.2.
        0 link(AffinityLabel) from;
        /// What it becomes in this engine. Since 4.2.
        1 link(AffinityLabel) to;
    }
}
