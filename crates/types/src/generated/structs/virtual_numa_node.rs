//! `VirtualNumaNode`.
//!
//! @generated from `crates/model/data/types/vms.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{Cpu, Host, Link, List, NumaNodePin, NumaTuneMode, Shared, Statistic, Vm};

/// A NUMA node of a VM.
#[doc(alias = "VmNumaNode")]
#[derive(Clone)]
pub struct VirtualNumaNode {
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
    /// Host NUMA nodes it is bound to.
    pub numa_node_pins: Option<List<NumaNodePin>>,
    /// How memory is taken from these nodes.
    pub numa_tune_mode: Option<NumaTuneMode>,
    /// Host that it belongs to.
    pub host: Option<Link<Host>>,
    /// Measured figures of it.
    pub statistics: Option<List<Statistic>>,
    /// VM that it belongs to.
    pub vm: Option<Link<Vm>>,
}

api_struct! {
    VirtualNumaNode "vm_numa_node" "vm_numa_nodes" identified {
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
        /// Host NUMA nodes it is bound to.
        10 list(NumaNodePin) numa_node_pins;
        /// How memory is taken from these nodes.
        11 enumeration(NumaTuneMode) numa_tune_mode;
        /// Measured figures of it.
        12 links(Statistic) statistics;
        /// VM that it belongs to.
        13 link(Vm) vm;
    }
}
