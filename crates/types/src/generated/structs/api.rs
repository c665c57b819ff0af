//! `Api`.
//!
//! @generated from `crates/model/data/types/core.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{ApiSummary, Date, EngineBackupInfo, Link, ProductInfo, Shared, SpecialObjects, User};

/// The root of the API: what the engine is, and where to begin.
#[derive(Clone)]
pub struct Api {
    /// When parts of the engine were last backed up. Since 4.6.1.
    pub engine_backup: Option<Shared<EngineBackupInfo>>,
    /// Name and version of the engine.
    pub product_info: Option<Shared<ProductInfo>>,
    /// Objects that every engine has.
    pub special_objects: Option<Shared<SpecialObjects>>,
    /// Object counts of some types; for administrators only.
    pub summary: Option<Shared<ApiSummary>>,
    /// Present time of the engine.
    pub time: Option<Date>,
    /// User who is logged in. Since 4.2.
    pub authenticated_user: Option<Link<User>>,
    /// User whose permissions count. Since 4.2.
    pub effective_user: Option<Link<User>>,
}

api_struct! {
    Api "api" "apis" anonymous {
        /// User who is logged in. Since 4.2.
        0 link(User) authenticated_user;
        /// User whose permissions count. Since 4.2.
        1 link(User) effective_user;
        /// When parts of the engine were last backed up. Since 4.6.1.
        2 object(EngineBackupInfo) engine_backup;
        /// Name and version of the engine.
        3 object(ProductInfo) product_info;
        /// Objects that every engine has.
        4 object(SpecialObjects) special_objects;
        /// Object counts of some types; for administrators only.
        5 object(ApiSummary) summary;
        /// Present time of the engine.
        6 date time;
    }
}
