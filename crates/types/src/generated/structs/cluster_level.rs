//! `ClusterLevel`.
//!
//! @generated from `crates/model/data/types/clusters.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{ClusterFeature, CpuType, List, Permit};

/// A compatibility version and what clusters of it can have; its identifier is the version.
#[derive(Clone)]
pub struct ClusterLevel {
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
    /// CPU types of the cluster level.
    pub cpu_types: Option<List<CpuType>>,
    /// Permits of the cluster level.
    pub permits: Option<List<Permit>>,
    /// Cluster features of the cluster level. Since 4.1.6.
    pub cluster_features: Option<List<ClusterFeature>>,
}

api_struct! {
    ClusterLevel "cluster_level" "cluster_levels" identified {
        /// Cluster features of the cluster level. Since 4.1.6.
        0 links(ClusterFeature) cluster_features;
        /// Free text by the user.
        1 text comment;
        /// CPU types of the cluster level.
        2 list(CpuType) cpu_types;
        /// Free text by the user, shown in lists.
        3 text description;
        /// Address of the object, as a path on the engine's host. Read-only.
        4 text href;
        /// Identifier assigned by the engine, usually a UUID.
        5 text id;
        /// Name; unique for most types, but not for disks.
        6 text name;
        /// Permits of the cluster level.
        7 list(Permit) permits;
    }
}
