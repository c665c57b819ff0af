//! `SeLinuxMode`.
//!
//! @generated from `crates/model/data/types/hosts.api` by `cargo xtask generate`.

use crate::choice::choice;

choice! {
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
