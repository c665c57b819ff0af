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
    /// Address of the object, as a path on the engine's host. Set by the engine.
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
        0 link(ClusterLevel) cluster_level;
        1 text comment;
        2 text description;
        3 text href;
        4 text id;
        5 text name;
    }
}
