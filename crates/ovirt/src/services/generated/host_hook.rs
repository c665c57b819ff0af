//! `HostHookService` and its requests.
//!
//! @generated from `crates/model/data/services/hosts.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::types::Hook;
use crate::wait::wait;

service! {
    /// One hook script of a host.
    ///
    /// API path: `/hosts/{host:id}/hooks/{hook:id}`
    HostHookService = "host_hook"
}

impl HostHookService {
    /// Reads the hook: its event, name and checksum.
    ///
    /// `GET /hosts/{host:id}/hooks/{hook:id}`
    #[inline]
    pub fn get(&self) -> HostHookGet {
        HostHookGet(self.0.get("host_hook.get"))
    }
}

wait!(HostHookService, Hook);

request! {
    /// Request of [`HostHookService::get`].
    HostHookGet -> document(Hook) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}
