//! `GlusterBricksService` and its requests.
//!
//! @generated from `crates/model/data/services/gluster.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::GlusterBrickService;
use crate::stream::stream;
use crate::types::{GlusterBrick, Identifier, List};

service! {
    /// The bricks of a Gluster volume.
    ///
    /// API path: `/clusters/{cluster:id}/glustervolumes/{volume:id}/glusterbricks`
    GlusterBricksService = "gluster_bricks"
}

impl GlusterBricksService {
    /// Takes bricks whose migration was stopped, or has ended, back into use rather than removing
    /// them.
    ///
    /// `POST /clusters/{cluster:id}/glustervolumes/{volume:id}/glusterbricks/activate`
    #[inline]
    pub fn activate(&self) -> GlusterBricksActivate {
        GlusterBricksActivate(self.0.action("gluster_bricks.activate", "activate"))
    }

    /// Adds bricks to the volume; data is spread on them by a `rebalance` of the volume.
    ///
    /// `POST /clusters/{cluster:id}/glustervolumes/{volume:id}/glusterbricks`
    #[inline]
    pub fn add(
        &self,
        bricks: impl IntoIterator<Item = impl Into<GlusterBrick>>,
    ) -> GlusterBricksAdd {
        GlusterBricksAdd(self.0.add_list(
            "gluster_bricks.add",
            &bricks.into_iter().collect::<List<GlusterBrick>>(),
        ))
    }

    /// All bricks of the volume.
    ///
    /// `GET /clusters/{cluster:id}/glustervolumes/{volume:id}/glusterbricks`
    #[inline]
    pub fn list(&self) -> GlusterBricksList {
        GlusterBricksList(self.0.get("gluster_bricks.list"))
    }

    /// Starts to move data off bricks that shall be removed; continues after the response, remove
    /// them when its job has ended.
    ///
    /// `POST /clusters/{cluster:id}/glustervolumes/{volume:id}/glusterbricks/migrate`
    #[inline]
    pub fn migrate(&self) -> GlusterBricksMigrate {
        GlusterBricksMigrate(self.0.action("gluster_bricks.migrate", "migrate"))
    }

    /// Removes bricks from the volume, which ends a migration of their data; a request with a
    /// document, unlike other removals.
    ///
    /// `DELETE /clusters/{cluster:id}/glustervolumes/{volume:id}/glusterbricks`
    #[inline]
    pub fn remove(&self) -> GlusterBricksRemove {
        GlusterBricksRemove(self.0.remove("gluster_bricks.remove"))
    }

    /// Stops a migration of data that is under way; the bricks must be activated then to be used
    /// again.
    ///
    /// `POST /clusters/{cluster:id}/glustervolumes/{volume:id}/glusterbricks/stopmigrate`
    #[inline]
    pub fn stop_migrate(&self) -> GlusterBricksStopMigrate {
        GlusterBricksStopMigrate(self.0.action("gluster_bricks.stop_migrate", "stopmigrate"))
    }

    /// One brick, by its identifier.
    #[inline]
    pub fn brick_service(&self, id: impl Identifier<GlusterBrick>) -> GlusterBrickService {
        GlusterBrickService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`GlusterBricksService::activate`].
    GlusterBricksActivate -> action() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        value(bool) async_;
        /// The bricks, by `id` or `name`.
        list(GlusterBrick) bricks;
    }
}

request! {
    /// Request of [`GlusterBricksService::add`].
    GlusterBricksAdd -> document(List<GlusterBrick>) {
        /// The new number of copies, where the bricks raise it; unchanged if absent.
        query(i64) replica_count;
        /// The new number of stripes, where the bricks raise it; unchanged if absent.
        query(i64) stripe_count;
    }
}

request! {
    /// Request of [`GlusterBricksService::list`].
    GlusterBricksList -> document(List<GlusterBrick>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
    }
}

request! {
    /// Request of [`GlusterBricksService::migrate`].
    GlusterBricksMigrate -> action() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        value(bool) async_;
        /// The bricks to empty, by `id` or `name`.
        list(GlusterBrick) bricks;
    }
}

request! {
    /// Request of [`GlusterBricksService::remove`].
    GlusterBricksRemove -> nothing() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        query(bool) async_ = "async";
        /// The bricks to remove, by `id` or `name`.
        list(GlusterBrick) bricks;
        /// The new number of copies, where the removal lowers it; unchanged if absent.
        query(i64) replica_count;
    }
}

request! {
    /// Request of [`GlusterBricksService::stop_migrate`].
    GlusterBricksStopMigrate -> action() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        value(bool) async_;
        /// The bricks whose migration is stopped, by `id` or `name`.
        list(GlusterBrick) bricks;
    }
}

stream!(GlusterBricksList, GlusterBrick);
named!(GlusterBricksService, GlusterBrick, "name");
