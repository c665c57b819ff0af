//! `SystemOptionsService` and its requests.
//!
//! @generated from `crates/model/data/services/system.api` by `cargo xtask generate`.

use crate::service::service;
use crate::services::SystemOptionService;
use crate::types::{Identifier, SystemOption};

service! {
    /// The settings of the engine, by name; they cannot be listed or changed by the API. Since 4.2.
    ///
    /// API path: `/options`
    SystemOptionsService = "system_options"
}

impl SystemOptionsService {
    /// One setting, by its name such as `MaxVmNameLength`. Since 4.2.
    #[inline]
    pub fn option_service(&self, id: impl Identifier<SystemOption>) -> SystemOptionService {
        SystemOptionService(self.0.item(id.identifier()))
    }
}
