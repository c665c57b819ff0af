//! `GlusterHooksService` and its requests.
//!
//! @generated from `crates/model/data/services/gluster.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::GlusterHookService;
use crate::stream::stream;
use crate::types::{GlusterHook, Identifier, List};

service! {
    /// The Gluster hook scripts of a cluster's servers.
    ///
    /// API path: `/clusters/{cluster:id}/glusterhooks`
    GlusterHooksService = "gluster_hooks"
}

impl GlusterHooksService {
    /// All hook scripts, as the engine last read them from the servers.
    ///
    /// `GET /clusters/{cluster:id}/glusterhooks`
    #[inline]
    pub fn list(&self) -> GlusterHooksList {
        GlusterHooksList(self.0.get("gluster_hooks.list"))
    }

    /// One hook script, by its identifier.
    #[inline]
    pub fn hook_service(&self, id: impl Identifier<GlusterHook>) -> GlusterHookService {
        GlusterHookService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`GlusterHooksService::list`].
    GlusterHooksList -> document(List<GlusterHook>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
    }
}

stream!(GlusterHooksList, GlusterHook);
named!(GlusterHooksService, GlusterHook, "name");
