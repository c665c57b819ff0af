//! `GlusterHookService` and its requests.
//!
//! @generated from `crates/model/data/services/gluster.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::types::{GlusterHook, GlusterHookStatus, Host};
use crate::wait::wait;

service! {
    /// One Gluster hook script of a cluster.
    ///
    /// API path: `/clusters/{cluster:id}/glusterhooks/{hook:id}`
    GlusterHookService = "gluster_hook"
}

impl GlusterHookService {
    /// Switches the script off on all servers of the cluster.
    ///
    /// `POST /clusters/{cluster:id}/glusterhooks/{hook:id}/disable`
    #[inline]
    pub fn disable(&self) -> GlusterHookDisable {
        GlusterHookDisable(self.0.action("gluster_hook.disable", "disable"))
    }

    /// Switches the script on on all servers of the cluster.
    ///
    /// `POST /clusters/{cluster:id}/glusterhooks/{hook:id}/enable`
    #[inline]
    pub fn enable(&self) -> GlusterHookEnable {
        GlusterHookEnable(self.0.action("gluster_hook.enable", "enable"))
    }

    /// Reads the script: command, stage, `status`, and in what servers differ (`conflict_status`).
    ///
    /// `GET /clusters/{cluster:id}/glusterhooks/{hook:id}`
    #[inline]
    pub fn get(&self) -> GlusterHookGet {
        GlusterHookGet(self.0.get("gluster_hook.get"))
    }

    /// Removes the script from all servers of the cluster.
    ///
    /// `DELETE /clusters/{cluster:id}/glusterhooks/{hook:id}`
    #[inline]
    pub fn remove(&self) -> GlusterHookRemove {
        GlusterHookRemove(self.0.remove("gluster_hook.remove"))
    }

    /// Ends a conflict: servers have different copies or states of the script, or none.
    ///
    /// `POST /clusters/{cluster:id}/glusterhooks/{hook:id}/resolve`
    ///
    /// Needs `resolution_type`.
    #[inline]
    pub fn resolve(&self, resolution_type: impl Into<String>) -> GlusterHookResolve {
        GlusterHookResolve(
            self.0
                .action("gluster_hook.resolve", "resolve")
                .requires("action.resolution_type"),
        )
        .resolution_type(resolution_type)
    }
}

wait!(GlusterHookService, GlusterHook, GlusterHookStatus);

request! {
    /// Request of [`GlusterHookService::disable`].
    GlusterHookDisable -> action() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        value(bool) async_;
    }
}

request! {
    /// Request of [`GlusterHookService::enable`].
    GlusterHookEnable -> action() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        value(bool) async_;
    }
}

request! {
    /// Request of [`GlusterHookService::get`].
    GlusterHookGet -> document(GlusterHook) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

request! {
    /// Request of [`GlusterHookService::remove`].
    GlusterHookRemove -> nothing() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}

request! {
    /// Request of [`GlusterHookService::resolve`].
    GlusterHookResolve -> action() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        value(bool) async_;
        /// The server whose copy is taken, by `id` or `name`; for `copy` only, the engine's copy if
        /// absent.
        reference(Host) host;
        /// `add` puts the script on servers without it, `copy` takes one copy for all; mandatory.
        value(String) resolution_type;
    }
}
