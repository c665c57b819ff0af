//! `GlusterBrickAdvancedDetails`.
//!
//! @generated from `crates/model/data/types/gluster.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{GlusterClient, GlusterMemoryPool, InstanceType, Link, List, Template, Vm};

/// State of a gluster brick as its server reports it.
#[derive(Clone)]
pub struct GlusterBrickAdvancedDetails {
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
    /// Instance type that it belongs to.
    pub instance_type: Option<Link<InstanceType>>,
    /// Template that it belongs to.
    pub template: Option<Link<Template>>,
    /// VM that it belongs to. Deprecated.
    pub vm: Option<Link<Vm>>,
    /// VMs that have it.
    pub vms: Option<List<Vm>>,
}

api_struct! {
    GlusterBrickAdvancedDetails "gluster_brick_advanced_details" "gluster_brick_advanced_detailss" identified {
        /// Free text by the user.
        0 text comment;
        /// Free text by the user, shown in lists.
        1 text description;
        /// Device of the gluster brick advanced details.
        2 text device;
        /// Fs name of the gluster brick advanced details.
        3 text fs_name;
        /// Gluster clients of the gluster brick advanced details.
        4 list(GlusterClient) gluster_clients;
        /// Address of the object, as a path on the engine's host. Read-only.
        5 text href;
        /// Identifier assigned by the engine, usually a UUID.
        6 text id;
        /// Instance type that it belongs to.
        7 link(InstanceType) instance_type;
        /// Memory pools of the gluster brick advanced details.
        8 list(GlusterMemoryPool) memory_pools;
        /// Mnt options of the gluster brick advanced details.
        9 text mnt_options;
        /// Name; unique for most types, but not for disks.
        10 text name;
        /// Process identifier, a whole number.
        11 integer pid;
        /// Port to connect to.
        12 integer port;
        /// Template that it belongs to.
        13 link(Template) template;
        /// VM that it belongs to. Deprecated.
        14 link(Vm) vm;
        /// VMs that have it.
        15 links(Vm) vms;
    }
}
