//! `TemplateWatchdogsService` and its requests.
//!
//! @generated from `crates/model/data/services/templates.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::services::TemplateWatchdogService;
use crate::stream::stream;
use crate::types::{Identifier, List, Watchdog};

service! {
    /// Template watchdogs, as a collection.
    ///
    /// API path: `/templates/{template:id}/watchdogs`
    TemplateWatchdogsService = "template_watchdogs"
}

impl TemplateWatchdogsService {
    /// Adds a template watchdog.
    ///
    /// `POST /templates/{template:id}/watchdogs`
    ///
    /// Needs `watchdog.action`, `watchdog.model`.
    #[inline]
    pub fn add(&self, watchdog: impl Into<Watchdog>) -> TemplateWatchdogsAdd {
        TemplateWatchdogsAdd(
            self.0
                .add::<Watchdog>("template_watchdogs.add", watchdog.into())
                .requires("watchdog.action, watchdog.model"),
        )
    }

    /// Lists the template watchdogs.
    ///
    /// `GET /templates/{template:id}/watchdogs`
    #[inline]
    pub fn list(&self) -> TemplateWatchdogsList {
        TemplateWatchdogsList(self.0.get("template_watchdogs.list"))
    }

    /// The watchdog with this identifier.
    #[inline]
    pub fn watchdog_service(&self, id: impl Identifier<Watchdog>) -> TemplateWatchdogService {
        TemplateWatchdogService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`TemplateWatchdogsService::add`].
    TemplateWatchdogsAdd -> document(Watchdog);
}

request! {
    /// Request of [`TemplateWatchdogsService::list`].
    TemplateWatchdogsList -> document(List<Watchdog>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
    }
}

stream!(TemplateWatchdogsList, Watchdog);
