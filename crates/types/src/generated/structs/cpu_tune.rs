//! `CpuTune`.
//!
//! @generated from `crates/model/data/types/vms.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{List, VcpuPin};

/// Binding of virtual CPUs to those of the host.
#[derive(Clone)]
pub struct CpuTune {
    /// One entry for each virtual CPU that is bound.
    pub vcpu_pins: Option<List<VcpuPin>>,
}

api_struct! {
    CpuTune "cpu_tune" "cpu_tunes" anonymous {
        /// One entry for each virtual CPU that is bound.
        0 list(VcpuPin) vcpu_pins;
    }
}
