//! `HostHooksService` and its requests.
//!
//! @generated from `crates/model/data/services/hosts.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::HostHookService;
use crate::stream::stream;
use crate::types::{Hook, Identifier, List};

service! {
    /// The hook scripts that run on a host at events of VMs and networks.
    ///
    /// API path: `/hosts/{host:id}/hooks`
    HostHooksService = "host_hooks"
}

impl HostHooksService {
    /// All hook scripts that the host reported.
    ///
    /// `GET /hosts/{host:id}/hooks`
    #[inline]
    pub fn list(&self) -> HostHooksList {
        HostHooksList(self.0.get("host_hooks.list"))
    }

    /// One hook script, by its identifier.
    #[inline]
    pub fn hook_service(&self, id: impl Identifier<Hook>) -> HostHookService {
        HostHookService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`HostHooksService::list`].
    HostHooksList -> document(List<Hook>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
    }
}

stream!(HostHooksList, Hook);
named!(HostHooksService, Hook, "name");
