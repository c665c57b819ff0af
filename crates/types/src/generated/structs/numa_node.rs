//! `NumaNode`.
//!
//! @generated from `crates/model/data/types/vms.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{Cpu, Host, Link, List, Shared, Statistic};

/// A NUMA node: of a host, or virtual.
#[doc(alias = "HostNumaNode")]
#[derive(Clone)]
pub struct NumaNode {
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
    /// CPUs of the node.
    pub cpu: Option<Shared<Cpu>>,
    /// Number of the node, from 0.
    pub index: Option<i64>,
    /// Memory of the node. In MiB.
    pub memory: Option<i64>,
    /// Distances to the other nodes, separated by blanks.
    pub node_distance: Option<String>,
    /// Host that it belongs to.
    pub host: Option<Link<Host>>,
    /// Measured figures of it.
    pub statistics: Option<List<Statistic>>,
}

api_struct! {
    NumaNode "host_numa_node" "host_numa_nodes" identified {
        /// Free text by the user.
        0 text comment;
        /// CPUs of the node.
        1 object(Cpu) cpu;
        /// Free text by the user, shown in lists.
        2 text description;
        /// Host that it belongs to.
        3 link(Host) host;
        /// Address of the object, as a path on the engine's host. Read-only.
        4 text href;
        /// Identifier assigned by the engine, usually a UUID.
        5 text id;
        /// Number of the node, from 0.
        6 integer index;
        /// Memory of the node. In MiB.
        7 integer memory;
        /// Name; unique for most types, but not for disks.
        8 text name;
        /// Distances to the other nodes, separated by blanks.
        9 text node_distance;
        /// Measured figures of it.
        10 links(Statistic) statistics;
    }
}
