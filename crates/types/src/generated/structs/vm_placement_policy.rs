//! `VmPlacementPolicy`.
//!
//! @generated from `crates/model/data/types/vms.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{Host, List, VmAffinity};

/// Where a VM may run.
#[derive(Clone)]
pub struct VmPlacementPolicy {
    /// Migration policy.
    pub affinity: Option<VmAffinity>,
    /// Hosts that it may run on; all of the cluster if absent.
    pub hosts: Option<List<Host>>,
}

api_struct! {
    VmPlacementPolicy "vm_placement_policy" "vm_placement_policies" anonymous {
        /// Migration policy.
        0 enumeration(VmAffinity) affinity;
        /// Hosts that it may run on; all of the cluster if absent.
        1 links(Host) hosts;
    }
}
