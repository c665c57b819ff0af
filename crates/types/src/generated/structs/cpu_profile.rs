//! `CpuProfile`.
//!
//! @generated from `crates/model/data/types/clusters.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{Cluster, Link, List, Permission, Qos};

/// CPU limits that VMs of a cluster can be given.
#[derive(Clone)]
pub struct CpuProfile {
    /// Identifier assigned by the engine, usually a UUID.
    pub id: Option<String>,
    /// Address of the object, as a path on the engine's host. Set by the engine.
    pub href: Option<String>,
    /// Name; unique for most types, but not for disks.
    pub name: Option<String>,
    /// Free text by the user, shown in lists.
    pub description: Option<String>,
    /// Free text by the user.
    pub comment: Option<String>,
    /// Cluster that it belongs to.
    pub cluster: Option<Link<Cluster>>,
    /// Permissions on it.
    pub permissions: Option<List<Permission>>,
    /// Limits that hold for it.
    pub qos: Option<Link<Qos>>,
}

api_struct! {
    CpuProfile "cpu_profile" "cpu_profiles" identified {
        0 link(Cluster) cluster;
        1 text comment;
        2 text description;
        3 text href;
        4 text id;
        5 text name;
        6 list(Permission) permissions;
        7 link(Qos) qos;
    }
}
