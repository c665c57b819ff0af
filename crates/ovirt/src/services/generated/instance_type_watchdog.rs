//! `InstanceTypeWatchdogService` and its requests.
//!
//! @generated from `crates/model/data/services/templates.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::types::Watchdog;
use crate::wait::wait;

service! {
    /// An instance type watchdog.
    ///
    /// API path: `/instancetypes/{instance_type:id}/watchdogs/{watchdog:id}`
    InstanceTypeWatchdogService = "instance_type_watchdog"
}

impl InstanceTypeWatchdogService {
    /// Reads the instance type watchdog.
    ///
    /// `GET /instancetypes/{instance_type:id}/watchdogs/{watchdog:id}`
    #[inline]
    pub fn get(&self) -> InstanceTypeWatchdogGet {
        InstanceTypeWatchdogGet(self.0.get("instance_type_watchdog.get"))
    }

    /// Removes the instance type watchdog.
    ///
    /// `DELETE /instancetypes/{instance_type:id}/watchdogs/{watchdog:id}`
    #[inline]
    pub fn remove(&self) -> InstanceTypeWatchdogRemove {
        InstanceTypeWatchdogRemove(self.0.remove("instance_type_watchdog.remove"))
    }

    /// Updates the instance type watchdog; unset members are left unchanged.
    ///
    /// `PUT /instancetypes/{instance_type:id}/watchdogs/{watchdog:id}`
    #[inline]
    pub fn update(&self, watchdog: impl Into<Watchdog>) -> InstanceTypeWatchdogUpdate {
        InstanceTypeWatchdogUpdate(
            self.0
                .update::<Watchdog>("instance_type_watchdog.update", watchdog.into()),
        )
    }
}

wait!(InstanceTypeWatchdogService, Watchdog);

request! {
    /// Request of [`InstanceTypeWatchdogService::get`].
    InstanceTypeWatchdogGet -> document(Watchdog) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

request! {
    /// Request of [`InstanceTypeWatchdogService::remove`].
    InstanceTypeWatchdogRemove -> nothing() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}

request! {
    /// Request of [`InstanceTypeWatchdogService::update`].
    InstanceTypeWatchdogUpdate -> document(Watchdog) {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}
