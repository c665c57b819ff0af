//! `EngineBackupInfo`.
//!
//! @generated from `crates/model/data/types/core.api` by `cargo xtask generate`.

use crate::Date;
use crate::macros::structs::api_struct;

/// When parts of the engine were last backed up. Since 4.6.1.
#[derive(Clone)]
pub struct EngineBackupInfo {
    /// When it was: last cinder backup. Since 4.6.1.
    pub last_cinder_backup: Option<Date>,
    /// When it was: last database backup. Since 4.6.1.
    pub last_db_backup: Option<Date>,
    /// When it was: last data warehouse backup. Since 4.6.1.
    pub last_dwh_backup: Option<Date>,
    /// When it was: last engine backup. Since 4.6.1.
    pub last_engine_backup: Option<Date>,
    /// When it was: last grafana backup. Since 4.6.1.
    pub last_grafana_backup: Option<Date>,
    /// When it was: last keycloak backup. Since 4.6.1.
    pub last_keycloak_backup: Option<Date>,
}

api_struct! {
    EngineBackupInfo "engine_backup_info" "engine_backup_infos" anonymous {
        /// When it was: last cinder backup. Since 4.6.1.
        0 date last_cinder_backup;
        /// When it was: last database backup. Since 4.6.1.
        1 date last_db_backup;
        /// When it was: last data warehouse backup. Since 4.6.1.
        2 date last_dwh_backup;
        /// When it was: last engine backup. Since 4.6.1.
        3 date last_engine_backup;
        /// When it was: last grafana backup. Since 4.6.1.
        4 date last_grafana_backup;
        /// When it was: last keycloak backup. Since 4.6.1.
        5 date last_keycloak_backup;
    }
}
