//! `VmWatchdogService` and its requests.
//!
//! @generated from `crates/model/data/services/vm_devices.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::types::Watchdog;
use crate::wait::wait;

service! {
    /// A VM watchdog.
    ///
    /// API path: `/vms/{vm:id}/watchdogs/{watchdog:id}`
    VmWatchdogService = "vm_watchdog"
}

impl VmWatchdogService {
    /// Reads the VM watchdog.
    ///
    /// `GET /vms/{vm:id}/watchdogs/{watchdog:id}`
    #[inline]
    pub fn get(&self) -> VmWatchdogGet {
        VmWatchdogGet(self.0.get("vm_watchdog.get"))
    }

    /// Removes the VM watchdog.
    ///
    /// `DELETE /vms/{vm:id}/watchdogs/{watchdog:id}`
    #[inline]
    pub fn remove(&self) -> VmWatchdogRemove {
        VmWatchdogRemove(self.0.remove("vm_watchdog.remove"))
    }

    /// Updates the VM watchdog; unset members are left unchanged.
    ///
    /// `PUT /vms/{vm:id}/watchdogs/{watchdog:id}`
    #[inline]
    pub fn update(&self, watchdog: impl Into<Watchdog>) -> VmWatchdogUpdate {
        VmWatchdogUpdate(
            self.0
                .update::<Watchdog>("vm_watchdog.update", watchdog.into()),
        )
    }
}

wait!(VmWatchdogService, Watchdog);

request! {
    /// Request of [`VmWatchdogService::get`].
    VmWatchdogGet -> document(Watchdog) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

request! {
    /// Request of [`VmWatchdogService::remove`].
    VmWatchdogRemove -> nothing() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}

request! {
    /// Request of [`VmWatchdogService::update`].
    VmWatchdogUpdate -> document(Watchdog) {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}
