//! `VmAffinity`.
//!
//! @generated from `crates/model/data/types/vms.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// Whether a virtual machine may be migrated, and by whom.
    pub enum VmAffinity {
        /// It may be migrated by users and by the engine.
        Migratable = "migratable",
        /// It can't be migrated.
        Pinned = "pinned",
        /// Only users may migrate it.
        UserMigratable = "user_migratable",
    }
}
