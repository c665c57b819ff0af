//! `ClusterFeature`.
//!
//! @generated from `crates/model/data/types/clusters.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{ClusterLevel, Link};

/// A feature that a cluster can ask of its hosts. Since 4.1.6.
#[derive(Clone)]
pub struct ClusterFeature {
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
    /// Cluster level of the cluster feature. Since 4.1.6.
    pub cluster_level: Option<Link<ClusterLevel>>,
}

api_struct! {
    ClusterFeature "cluster_feature" "cluster_features" identified {
        /// Cluster level of the cluster feature. Since 4.1.6.
        0 link(ClusterLevel) cluster_level;
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
    }
}
