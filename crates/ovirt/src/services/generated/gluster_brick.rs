//! `GlusterBrickService` and its requests.
//!
//! @generated from `crates/model/data/services/gluster.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::services::StatisticsService;
use crate::types::{GlusterBrick, GlusterBrickStatus};
use crate::wait::wait;

service! {
    /// One brick of a Gluster volume: a directory of a server.
    ///
    /// API path: `/clusters/{cluster:id}/glustervolumes/{volume:id}/glusterbricks/{brick:id}`
    GlusterBrickService = "gluster_brick"
}

impl GlusterBrickService {
    /// Reads the brick: `server_id`, `brick_dir`, `status`, and details where the server tells
    /// them.
    ///
    /// `GET /clusters/{cluster:id}/glustervolumes/{volume:id}/glusterbricks/{brick:id}`
    #[inline]
    pub fn get(&self) -> GlusterBrickGet {
        GlusterBrickGet(self.0.get("gluster_brick.get"))
    }

    /// Removes the brick from the volume without moving its data first; see `migrate` of the bricks
    /// for that.
    ///
    /// `DELETE /clusters/{cluster:id}/glustervolumes/{volume:id}/glusterbricks/{brick:id}`
    #[inline]
    pub fn remove(&self) -> GlusterBrickRemove {
        GlusterBrickRemove(self.0.remove("gluster_brick.remove"))
    }

    /// Puts another brick in place of this one; current engines expect a new brick and a migration
    /// instead. Deprecated.
    ///
    /// `POST /clusters/{cluster:id}/glustervolumes/{volume:id}/glusterbricks/{brick:id}/replace`
    #[inline]
    pub fn replace(&self) -> GlusterBrickReplace {
        GlusterBrickReplace(self.0.action("gluster_brick.replace", "replace"))
    }

    /// Measured figures of the object.
    #[inline]
    pub fn statistics_service(&self) -> StatisticsService {
        StatisticsService(self.0.segment("statistics"))
    }
}

wait!(GlusterBrickService, GlusterBrick, GlusterBrickStatus);

request! {
    /// Request of [`GlusterBrickService::get`].
    GlusterBrickGet -> document(GlusterBrick) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}

request! {
    /// Request of [`GlusterBrickService::remove`].
    GlusterBrickRemove -> nothing() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
    }
}

request! {
    /// Request of [`GlusterBrickService::replace`].
    GlusterBrickReplace -> action() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        value(bool) async_;
        /// Replace it even though its data cannot be moved; false if absent.
        value(bool) force;
    }
}
