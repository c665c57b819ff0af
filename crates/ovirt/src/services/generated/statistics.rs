//! `StatisticsService` and its requests.
//!
//! @generated from `crates/model/data/services/system.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::StatisticService;
use crate::stream::stream;
use crate::types::{Identifier, List, Statistic};

service! {
    /// The measured figures of an object, as of the engine's last round, some seconds old.
    ///
    /// API path: `/vms/{vm:id}/statistics`
    StatisticsService = "statistics"
}

impl StatisticsService {
    /// All figures of the object, such as `memory.used` and `cpu.current.total`.
    ///
    /// `GET /vms/{vm:id}/statistics`
    #[inline]
    pub fn list(&self) -> StatisticsList {
        StatisticsList(self.0.get("statistics.list"))
    }

    /// One figure, by its identifier, which is the same for all objects.
    #[inline]
    pub fn statistic_service(&self, id: impl Identifier<Statistic>) -> StatisticService {
        StatisticService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`StatisticsService::list`].
    StatisticsList -> document(List<Statistic>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
    }
}

stream!(StatisticsList, Statistic);
named!(StatisticsService, Statistic, "name");
