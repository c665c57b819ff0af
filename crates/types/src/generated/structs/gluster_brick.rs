//! `GlusterBrick`.
//!
//! @generated from `crates/model/data/types/gluster.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{
    GlusterBrickStatus, GlusterClient, GlusterMemoryPool, GlusterVolume, InstanceType, Link, List,
    Statistic, Template, Vm,
};

/// A folder of a host that a gluster volume is made of.
#[doc(alias = "Brick")]
#[derive(Clone)]
pub struct GlusterBrick {
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
    /// Brick dir of the gluster brick.
    pub brick_dir: Option<String>,
    /// Device of the gluster brick advanced details.
    pub device: Option<String>,
    /// Fs name of the gluster brick advanced details.
    pub fs_name: Option<String>,
    /// Gluster clients of the gluster brick advanced details.
    pub gluster_clients: Option<List<GlusterClient>>,
    /// Memory pools of the gluster brick advanced details.
    pub memory_pools: Option<List<GlusterMemoryPool>>,
    /// Mnt options of the gluster brick advanced details.
    pub mnt_options: Option<String>,
    /// Process identifier, a whole number.
    pub pid: Option<i64>,
    /// Port to connect to.
    pub port: Option<i64>,
    /// Server identifier of the gluster brick.
    pub server_id: Option<String>,
    /// State. Read-only.
    pub status: Option<GlusterBrickStatus>,
    /// Gluster volume of the gluster brick.
    pub gluster_volume: Option<Link<GlusterVolume>>,
    /// Instance type that it belongs to.
    pub instance_type: Option<Link<InstanceType>>,
    /// Measured figures of it.
    pub statistics: Option<List<Statistic>>,
    /// Template that it belongs to.
    pub template: Option<Link<Template>>,
    /// VM that it belongs to. Deprecated.
    pub vm: Option<Link<Vm>>,
    /// VMs that have it.
    pub vms: Option<List<Vm>>,
}

api_struct! {
    GlusterBrick "brick" "bricks" identified {
        /// Brick dir of the gluster brick.
        0 text brick_dir;
        /// Free text by the user.
        1 text comment;
        /// Free text by the user, shown in lists.
        2 text description;
        /// Device of the gluster brick advanced details.
        3 text device;
        /// Fs name of the gluster brick advanced details.
        4 text fs_name;
        /// Gluster clients of the gluster brick advanced details.
        5 list(GlusterClient) gluster_clients;
        /// Gluster volume of the gluster brick.
        6 link(GlusterVolume) gluster_volume;
        /// Address of the object, as a path on the engine's host. Read-only.
        7 text href;
        /// Identifier assigned by the engine, usually a UUID.
        8 text id;
        /// Instance type that it belongs to.
        9 link(InstanceType) instance_type;
        /// Memory pools of the gluster brick advanced details.
        10 list(GlusterMemoryPool) memory_pools;
        /// Mnt options of the gluster brick advanced details.
        11 text mnt_options;
        /// Name; unique for most types, but not for disks.
        12 text name;
        /// Process identifier, a whole number.
        13 integer pid;
        /// Port to connect to.
        14 integer port;
        /// Server identifier of the gluster brick.
        15 text server_id;
        /// Measured figures of it.
        16 links(Statistic) statistics;
        /// State. Read-only.
        17 enumeration(GlusterBrickStatus) status;
        /// Template that it belongs to.
        18 link(Template) template;
        /// VM that it belongs to. Deprecated.
        19 link(Vm) vm;
        /// VMs that have it.
        20 links(Vm) vms;
    }
}
