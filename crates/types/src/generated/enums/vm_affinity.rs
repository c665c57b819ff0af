//! `VmAffinity`.
//!
//! @generated from `crates/model/data/types/vms.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// Migration policies of VMs.
    pub enum VmAffinity {
        /// It may be migrated by users and by the engine.
        Migratable = "migratable",
        /// It cannot be migrated.
        Pinned = "pinned",
        /// Only users may migrate it.
        UserMigratable = "user_migratable",
    }
}
