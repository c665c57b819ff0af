//! `RegistrationDomainMapping`.
//!
//! @generated from `crates/model/data/types/registration.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{Domain, Link};

/// A directory domain of an imported VM's users and the one that it becomes here. Since 4.2.
#[derive(Clone)]
pub struct RegistrationDomainMapping {
    /// What it was called or belonged to where it comes from. Since 4.2.
    pub from: Option<Link<Domain>>,
    /// What it becomes in this engine. Since 4.2.
    pub to: Option<Link<Domain>>,
}

api_struct! {
    RegistrationDomainMapping "registration_domain_mapping" "registration_domain_mappings" anonymous {
        /// What it was called or belonged to where it comes from. Since 4.2.
        0 link(Domain) from;
        /// What it becomes in this engine. Since 4.2.
        1 link(Domain) to;
    }
}
