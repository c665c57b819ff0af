//! `SystemOptionService` and its requests.
//!
//! @generated from `crates/model/data/services/system.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::types::SystemOption;
use crate::wait::wait;

service! {
    /// One setting of the engine. Since 4.2.
    ///
    /// API path: `/options/{option:id}`
    SystemOptionService = "system_option"
}

impl SystemOptionService {
    /// Reads the setting's values, one for each compatibility level, or a single one for `general`.
    /// Since 4.2.
    ///
    /// `GET /options/{option:id}`
    #[inline]
    pub fn get(&self) -> SystemOptionGet {
        SystemOptionGet(self.0.get("system_option.get"))
    }
}

wait!(SystemOptionService, SystemOption);

request! {
    /// Request of [`SystemOptionService::get`].
    SystemOptionGet -> document(SystemOption) {
        /// Return the value for this compatibility level only, such as `4.7`; all if absent. Since
        /// 4.2.
        query(String) version;
    }
}
