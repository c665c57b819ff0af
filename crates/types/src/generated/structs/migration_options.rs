//! `MigrationOptions`.
//!
//! @generated from `crates/model/data/types/clusters.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{
    InheritableBoolean, Link, MigrationBandwidth, MigrationPolicy, ParallelMigrationsPolicy, Shared,
};

/// How VMs are migrated while they run.
#[doc(alias = "Migration")]
#[derive(Clone)]
pub struct MigrationOptions {
    /// Whether the guest is slowed down when it changes memory too fast.
    pub auto_converge: Option<InheritableBoolean>,
    /// Most bandwidth of the migrations of a host.
    pub bandwidth: Option<Shared<MigrationBandwidth>>,
    /// Whether changed memory is compressed.
    pub compressed: Option<InheritableBoolean>,
    /// Number of connections of a migration, where it is a custom one. Since 4.5.1.
    pub custom_parallel_migrations: Option<i64>,
    /// Whether the data are encrypted. Since 4.4.
    pub encrypted: Option<InheritableBoolean>,
    /// How many connections a migration has. Since 4.5.1.
    pub parallel_migrations_policy: Option<ParallelMigrationsPolicy>,
    /// Policy that says what to do when a migration takes too long.
    pub policy: Option<Link<MigrationPolicy>>,
}

api_struct! {
    MigrationOptions "migration" "migration_optionss" anonymous {
        /// Whether the guest is slowed down when it changes memory too fast.
        0 enumeration(InheritableBoolean) auto_converge;
        /// Most bandwidth of the migrations of a host.
        1 object(MigrationBandwidth) bandwidth;
        /// Whether changed memory is compressed.
        2 enumeration(InheritableBoolean) compressed;
        /// Number of connections of a migration, where it is a custom one. Since 4.5.1.
        3 integer custom_parallel_migrations;
        /// Whether the data are encrypted. Since 4.4.
        4 enumeration(InheritableBoolean) encrypted;
        /// How many connections a migration has. Since 4.5.1.
        5 enumeration(ParallelMigrationsPolicy) parallel_migrations_policy;
        /// Policy that says what to do when a migration takes too long.
        6 link(MigrationPolicy) policy;
    }
}
