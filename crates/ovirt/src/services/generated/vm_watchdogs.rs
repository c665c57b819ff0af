//! `VmWatchdogsService` and its requests.
//!
//! @generated from `crates/model/data/services/vm_devices.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::services::VmWatchdogService;
use crate::stream::stream;
use crate::types::{Identifier, List, Watchdog};

service! {
    /// VM watchdogs, as a collection.
    ///
    /// API path: `/vms/{vm:id}/watchdogs`
    VmWatchdogsService = "vm_watchdogs"
}

impl VmWatchdogsService {
    /// Adds a VM watchdog.
    ///
    /// `POST /vms/{vm:id}/watchdogs`
    ///
    /// Needs `watchdog.action`, `watchdog.model`.
    #[inline]
    pub fn add(&self, watchdog: impl Into<Watchdog>) -> VmWatchdogsAdd {
        VmWatchdogsAdd(
            self.0
                .add::<Watchdog>("vm_watchdogs.add", watchdog.into())
                .requires("watchdog.action, watchdog.model"),
        )
    }

    /// Lists the VM watchdogs.
    ///
    /// `GET /vms/{vm:id}/watchdogs`
    #[inline]
    pub fn list(&self) -> VmWatchdogsList {
        VmWatchdogsList(self.0.get("vm_watchdogs.list"))
    }

    /// The watchdog with this identifier.
    #[inline]
    pub fn watchdog_service(&self, id: impl Identifier<Watchdog>) -> VmWatchdogService {
        VmWatchdogService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`VmWatchdogsService::add`].
    VmWatchdogsAdd -> document(Watchdog);
}

request! {
    /// Request of [`VmWatchdogsService::list`].
    VmWatchdogsList -> document(List<Watchdog>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
    }
}

stream!(VmWatchdogsList, Watchdog);
