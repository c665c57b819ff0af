//! `GlusterVolumesService` and its requests.
//!
//! @generated from `crates/model/data/services/gluster.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::GlusterVolumeService;
use crate::stream::pages;
use crate::stream::stream;
use crate::types::{GlusterVolume, Identifier, List};

service! {
    /// The Gluster volumes of a cluster, which has to have its Gluster service on.
    ///
    /// API path: `/clusters/{cluster:id}/glustervolumes`
    GlusterVolumesService = "gluster_volumes"
}

impl GlusterVolumesService {
    /// Makes a volume on bricks of the cluster's servers; it is `down` until `start`.
    ///
    /// `POST /clusters/{cluster:id}/glustervolumes`
    ///
    /// Needs `volume.bricks[].brick_dir`, `volume.bricks[].server_id`, `volume.name`,
    /// `volume.volume_type`.
    #[inline]
    pub fn add(&self, volume: impl Into<GlusterVolume>) -> GlusterVolumesAdd {
        GlusterVolumesAdd(self.0.add::<GlusterVolume>("gluster_volumes.add", volume.into()).requires("volume.bricks[].brick_dir, volume.bricks[].server_id, volume.name, volume.volume_type"))
    }

    /// The volumes of the cluster; searchable by name, type and state.
    ///
    /// `GET /clusters/{cluster:id}/glustervolumes`
    #[inline]
    pub fn list(&self) -> GlusterVolumesList {
        GlusterVolumesList(self.0.get("gluster_volumes.list"))
    }

    /// One volume, by its identifier.
    #[inline]
    pub fn volume_service(&self, id: impl Identifier<GlusterVolume>) -> GlusterVolumeService {
        GlusterVolumeService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`GlusterVolumesService::add`].
    GlusterVolumesAdd -> document(GlusterVolume);
}

request! {
    /// Request of [`GlusterVolumesService::list`].
    GlusterVolumesList -> document(List<GlusterVolume>) {
        /// Whether `search` tells upper and lower case apart; the engine does not when this is
        /// absent.
        query(bool) case_sensitive;
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
        /// Filters the result by a query in the engine's search language, such as `name=web* and
        /// status=up`.
        search(String) search;
    }
}

stream!(GlusterVolumesList, GlusterVolume);
pages!(GlusterVolumesList, GlusterVolume);
named!(GlusterVolumesService, GlusterVolume, "name" = "name");
