//! `GlusterVolumeProfileDetails`.
//!
//! @generated from `crates/model/data/types/gluster.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{BrickProfileDetail, List, NfsProfileDetail};

/// Profile of a gluster volume.
#[derive(Clone)]
pub struct GlusterVolumeProfileDetails {
    /// Identifier assigned by the engine, usually a UUID.
    pub id: Option<String>,
    /// Address of the object, as a path on the engine's host. Read-only.
    pub href: Option<String>,
    /// Name; unique for most types, but not for disks.
    pub name: Option<String>,
    /// Free text by the user, shown in lists.
    pub description: Option<String>,
    /// Free text by the user.
    pub comment: Option<String>,
    /// Brick profile details of the gluster volume profile details.
    pub brick_profile_details: Option<List<BrickProfileDetail>>,
    /// NFS profile details of the gluster volume profile details.
    pub nfs_profile_details: Option<List<NfsProfileDetail>>,
}

api_struct! {
    GlusterVolumeProfileDetails "gluster_volume_profile_details" "gluster_volume_profile_detailss" identified {
        /// Brick profile details of the gluster volume profile details.
        0 list(BrickProfileDetail) brick_profile_details;
        /// Free text by the user.
        1 text comment;
        /// Free text by the user, shown in lists.
        2 text description;
        /// Address of the object, as a path on the engine's host. Read-only.
        3 text href;
        /// Identifier assigned by the engine, usually a UUID.
        4 text id;
        /// Name; unique for most types, but not for disks.
        5 text name;
        /// NFS profile details of the gluster volume profile details.
        6 list(NfsProfileDetail) nfs_profile_details;
    }
}
