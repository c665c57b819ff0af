//! `GlusterVolume`.
//!
//! @generated from `crates/model/data/types/gluster.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{
    Cluster, GlusterBrick, GlusterVolumeStatus, GlusterVolumeType, Link, List, NamedOption,
    Statistic, TransportType,
};

/// A gluster volume of a cluster.
#[derive(Clone)]
pub struct GlusterVolume {
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
    /// Disperse count, a whole number.
    pub disperse_count: Option<i64>,
    /// Options as names and values.
    pub options: Option<List<NamedOption>>,
    /// Redundancy count, a whole number.
    pub redundancy_count: Option<i64>,
    /// Replica count, a whole number.
    pub replica_count: Option<i64>,
    /// State. Read-only.
    pub status: Option<GlusterVolumeStatus>,
    /// Stripe count, a whole number.
    pub stripe_count: Option<i64>,
    /// Transport types of the gluster volume.
    pub transport_types: Option<List<TransportType>>,
    /// Volume type, a gluster volume type.
    pub volume_type: Option<GlusterVolumeType>,
    /// Bricks of the gluster volume.
    pub bricks: Option<List<GlusterBrick>>,
    /// Cluster that it belongs to.
    pub cluster: Option<Link<Cluster>>,
    /// Measured figures of it.
    pub statistics: Option<List<Statistic>>,
}

api_struct! {
    GlusterVolume "gluster_volume" "gluster_volumes" identified {
        /// Bricks of the gluster volume.
        0 links(GlusterBrick) bricks;
        /// Cluster that it belongs to.
        1 link(Cluster) cluster;
        /// Free text by the user.
        2 text comment;
        /// Free text by the user, shown in lists.
        3 text description;
        /// Disperse count, a whole number.
        4 integer disperse_count;
        /// Address of the object, as a path on the engine's host. Read-only.
        5 text href;
        /// Identifier assigned by the engine, usually a UUID.
        6 text id;
        /// Name; unique for most types, but not for disks.
        7 text name;
        /// Options as names and values.
        8 list(NamedOption) options;
        /// Redundancy count, a whole number.
        9 integer redundancy_count;
        /// Replica count, a whole number.
        10 integer replica_count;
        /// Measured figures of it.
        11 links(Statistic) statistics;
        /// State. Read-only.
        12 enumeration(GlusterVolumeStatus) status;
        /// Stripe count, a whole number.
        13 integer stripe_count;
        /// Transport types of the gluster volume.
        14 enumerations(TransportType) transport_types of "transport_type";
        /// Volume type, a gluster volume type.
        15 enumeration(GlusterVolumeType) volume_type;
    }
}
