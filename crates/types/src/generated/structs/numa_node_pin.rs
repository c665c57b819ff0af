//! `NumaNodePin`.
//!
//! @generated from `crates/model/data/types/vms.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{NumaNode, Shared};

/// A virtual NUMA node's place on the host.
#[derive(Clone)]
pub struct NumaNodePin {
    /// Former reference to the node of the host; `index` is the successor. Deprecated.
    pub host_numa_node: Option<Shared<NumaNode>>,
    /// Number of the host's NUMA node, from 0.
    pub index: Option<i64>,
    /// Whether it is bound to that node. Deprecated.
    pub pinned: Option<bool>,
}

api_struct! {
    NumaNodePin "numa_node_pin" "numa_node_pins" anonymous {
        /// Former reference to the node of the host; `index` is the successor. Deprecated.
        0 object(NumaNode) host_numa_node;
        /// Number of the host's NUMA node, from 0.
        1 integer index;
        /// Whether it is bound to that node. Deprecated.
        2 boolean pinned;
    }
}
