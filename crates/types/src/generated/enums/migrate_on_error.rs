//! `MigrateOnError`.
//!
//! @generated from `crates/model/data/types/clusters.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// Which VMs are migrated away from a failing host.
    pub enum MigrateOnError {
        /// `do_not_migrate`.
        DoNotMigrate = "do_not_migrate",
        /// `migrate`.
        Migrate = "migrate",
        /// `migrate_highly_available`.
        MigrateHighlyAvailable = "migrate_highly_available",
    }
}
