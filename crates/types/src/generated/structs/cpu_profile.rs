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
    /// Address of the object, as a path on the engine's host. Read-only.
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
        /// Cluster that it belongs to.
        0 link(Cluster) cluster;
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
        /// Permissions on it.
        6 links(Permission) permissions;
        /// Limits that hold for it.
        7 link(Qos) qos;
    }
}
