//! `RegistrationClusterMapping`.
//!
//! @generated from `crates/model/data/types/registration.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{Cluster, Link};

/// A cluster of an imported VM and the one that it becomes here. Since 4.2.
#[derive(Clone)]
pub struct RegistrationClusterMapping {
    /// What it was called or belonged to where it comes from. Since 4.2.
    pub from: Option<Link<Cluster>>,
    /// What it becomes in this engine. Since 4.2.
    pub to: Option<Link<Cluster>>,
}

api_struct! {
    RegistrationClusterMapping "registration_cluster_mapping" "registration_cluster_mappings" anonymous {
        /// What it was called or belonged to where it comes from. Since 4.2.
        0 link(Cluster) from;
        /// What it becomes in this engine. Since 4.2.
        1 link(Cluster) to;
    }
}
