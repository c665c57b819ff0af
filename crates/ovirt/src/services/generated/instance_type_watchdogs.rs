//! `InstanceTypeWatchdogsService` and its requests.
//!
//! @generated from `crates/model/data/services/templates.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::services::InstanceTypeWatchdogService;
use crate::stream::pages;
use crate::stream::stream;
use crate::types::{Identifier, List, Watchdog};

service! {
    /// Instance type watchdogs, as a collection.
    ///
    /// API path: `/instancetypes/{instance_type:id}/watchdogs`
    InstanceTypeWatchdogsService = "instance_type_watchdogs"
}

impl InstanceTypeWatchdogsService {
    /// Adds an instance type watchdog.
    ///
    /// `POST /instancetypes/{instance_type:id}/watchdogs`
    #[inline]
    pub fn add(&self, watchdog: impl Into<Watchdog>) -> InstanceTypeWatchdogsAdd {
        InstanceTypeWatchdogsAdd(
            self.0
                .add::<Watchdog>("instance_type_watchdogs.add", watchdog.into()),
        )
    }

    /// Lists the instance type watchdogs.
    ///
    /// `GET /instancetypes/{instance_type:id}/watchdogs`
    #[inline]
    pub fn list(&self) -> InstanceTypeWatchdogsList {
        InstanceTypeWatchdogsList(self.0.get("instance_type_watchdogs.list"))
    }

    /// The watchdog with this identifier.
    #[inline]
    pub fn watchdog_service(&self, id: impl Identifier<Watchdog>) -> InstanceTypeWatchdogService {
        InstanceTypeWatchdogService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`InstanceTypeWatchdogsService::add`].
    InstanceTypeWatchdogsAdd -> document(Watchdog);
}

request! {
    /// Request of [`InstanceTypeWatchdogsService::list`].
    InstanceTypeWatchdogsList -> document(List<Watchdog>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
        /// Filters the result by a query in the engine's search language, such as `name=web* and
        /// status=up`.
        search(String) search;
    }
}

stream!(InstanceTypeWatchdogsList, Watchdog);
pages!(InstanceTypeWatchdogsList, Watchdog);
