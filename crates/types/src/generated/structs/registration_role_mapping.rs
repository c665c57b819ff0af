//! `RegistrationRoleMapping`.
//!
//! @generated from `crates/model/data/types/registration.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{Link, Role};

/// A role of an imported VM's users and the one that it becomes here. Since 4.2.
#[derive(Clone)]
pub struct RegistrationRoleMapping {
    /// What it was called or belonged to where it comes from. Since 4.2.
    pub from: Option<Link<Role>>,
    /// What it becomes in this engine. Since 4.2.
    pub to: Option<Link<Role>>,
}

api_struct! {
    RegistrationRoleMapping "registration_role_mapping" "registration_role_mappings" anonymous {
        /// What it was called or belonged to where it comes from. Since 4.2.
        0 link(Role) from;
        /// What it becomes in this engine. Since 4.2.
        1 link(Role) to;
    }
}
