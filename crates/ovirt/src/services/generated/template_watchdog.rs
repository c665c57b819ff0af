//! `TemplateWatchdogService` and its requests.
//!
//! @generated from `crates/model/data/services/templates.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::types::Watchdog;
use crate::wait::wait;

service! {
    /// A template watchdog.
    ///
    /// API path: `/templates/{template:id}/watchdogs/{watchdog:id}`
    TemplateWatchdogService = "template_watchdog"
}

impl TemplateWatchdogService {
    /// Reads the template watchdog.
    ///
    /// `GET /templates/{template:id}/watchdogs/{watchdog:id}`
    #[inline]
    pub fn get(&self) -> TemplateWatchdogGet {
        TemplateWatchdogGet(self.0.get("template_watchdog.get"))
    }

    /// Removes the template watchdog.
    ///
    /// `DELETE /templates/{template:id}/watchdogs/{watchdog:id}`
    #[inline]
    pub fn remove(&self) -> TemplateWatchdogRemove {
        TemplateWatchdogRemove(self.0.remove("template_watchdog.remove"))
    }

    /// Updates the template watchdog; unset members are left unchanged.
    ///
    /// `PUT /templates/{template:id}/watchdogs/{watchdog:id}`
    #[inline]
    pub fn update(&self, watchdog: impl Into<Watchdog>) -> TemplateWatchdogUpdate {
        TemplateWatchdogUpdate(
            self.0
                .update::<Watchdog>("template_watchdog.update", watchdog.into()),
        )
    }
}

wait!(TemplateWatchdogService, Watchdog);

request! {
    /// Request of [`TemplateWatchdogService::get`].
    TemplateWatchdogGet -> document(Watchdog) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

request! {
    /// Request of [`TemplateWatchdogService::remove`].
    TemplateWatchdogRemove -> nothing() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}

request! {
    /// Request of [`TemplateWatchdogService::update`].
    TemplateWatchdogUpdate -> document(Watchdog) {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}
