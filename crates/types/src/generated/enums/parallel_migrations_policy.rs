//! `ParallelMigrationsPolicy`.
//!
//! @generated from `crates/model/data/types/vms.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// How many connections a migration has. Since 4.5.1.
    pub enum ParallelMigrationsPolicy {
        /// Whether a migration has several connections, and how many, is decided for each
        /// migration. Since 4.5.1.
        Auto = "auto",
        /// A migration has several connections; how many is decided for each migration. Since
        /// 4.5.1.
        AutoParallel = "auto_parallel",
        /// A migration has as many connections as `custom_parallel_migrations` says. Since 4.5.1.
        Custom = "custom",
        /// A migration has a single connection. Since 4.5.1.
        Disabled = "disabled",
        /// As the cluster has it; for VMs and templates. Since 4.5.1.
        Inherit = "inherit",
    }
}
