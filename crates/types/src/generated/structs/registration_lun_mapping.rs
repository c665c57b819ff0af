//! `RegistrationLunMapping`.
//!
//! @generated from `crates/model/data/types/registration.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{Disk, Link};

/// A LUN disk of an imported VM and the one that it becomes here. Since 4.2.
#[derive(Clone)]
pub struct RegistrationLunMapping {
    /// What it was called or belonged to where it comes from. Since 4.2.
    pub from: Option<Link<Disk>>,
    /// What it becomes in this engine. Since 4.2.
    pub to: Option<Link<Disk>>,
}

api_struct! {
    RegistrationLunMapping "registration_lun_mapping" "registration_lun_mappings" anonymous {
        /// What it was called or belonged to where it comes from. Since 4.2.
        0 link(Disk) from;
        /// What it becomes in this engine. Since 4.2.
        1 link(Disk) to;
    }
}
