//! `QuotaClusterLimit`.
//!
//! @generated from `crates/model/data/types/data_centers.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{Cluster, Link, Quota};

/// A limit of CPU and memory in a cluster.
#[derive(Clone)]
pub struct QuotaClusterLimit {
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
    /// Most memory; -1 for no limit. In GiB.
    pub memory_limit: Option<f64>,
    /// Memory in use. In GiB. Read-only.
    pub memory_usage: Option<f64>,
    /// Most virtual CPUs; -1 for no limit.
    pub vcpu_limit: Option<i64>,
    /// Virtual CPUs in use. Read-only.
    pub vcpu_usage: Option<i64>,
    /// Cluster that it belongs to.
    pub cluster: Option<Link<Cluster>>,
    /// Quota it counts against.
    pub quota: Option<Link<Quota>>,
}

api_struct! {
    QuotaClusterLimit "quota_cluster_limit" "quota_cluster_limits" identified {
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
        /// Most memory; -1 for no limit. In GiB.
        5 decimal memory_limit;
        /// Memory in use. In GiB. Read-only.
        6 decimal memory_usage;
        /// Name; unique for most types, but not for disks.
        7 text name;
        /// Quota it counts against.
        8 link(Quota) quota;
        /// Most virtual CPUs; -1 for no limit.
        9 integer vcpu_limit;
        /// Virtual CPUs in use. Read-only.
        10 integer vcpu_usage;
    }
}
