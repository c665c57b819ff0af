//! `SeLinuxMode`.
//!
//! @generated from `crates/model/data/types/hosts.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// Modes of SELinux.
    pub enum SeLinuxMode {
        /// `disabled`.
        Disabled = "disabled",
        /// `enforcing`.
        Enforcing = "enforcing",
        /// `permissive`.
        Permissive = "permissive",
    }
}
