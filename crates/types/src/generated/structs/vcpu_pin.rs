//! `VcpuPin`.
//!
//! @generated from `crates/model/data/types/vms.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;

/// A virtual CPU and the host's CPUs that it may run on.
#[derive(Clone)]
pub struct VcpuPin {
    /// CPUs of the host, such as `0-3,^2`.
    pub cpu_set: Option<String>,
    /// Number of the virtual CPU, from 0.
    pub vcpu: Option<i64>,
}

api_struct! {
    VcpuPin "vcpu_pin" "vcpu_pins" anonymous {
        /// CPUs of the host, such as `0-3,^2`.
        0 text cpu_set;
        /// Number of the virtual CPU, from 0.
        1 integer vcpu;
    }
}
