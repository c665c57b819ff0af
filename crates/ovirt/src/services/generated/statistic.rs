//! `StatisticService` and its requests.
//!
//! @generated from `crates/model/data/services/system.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::types::Statistic;
use crate::wait::wait;

service! {
    /// One measured figure of an object.
    ///
    /// API path: `/vms/{vm:id}/statistics/{statistic:id}`
    StatisticService = "statistic"
}

impl StatisticService {
    /// Reads the figure: `values`, `unit` and `kind`.
    ///
    /// `GET /vms/{vm:id}/statistics/{statistic:id}`
    #[inline]
    pub fn get(&self) -> StatisticGet {
        StatisticGet(self.0.get("statistic.get"))
    }
}

wait!(StatisticService, Statistic);

request! {
    /// Request of [`StatisticService::get`].
    StatisticGet -> document(Statistic) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}
