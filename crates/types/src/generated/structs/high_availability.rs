//! `HighAvailability`.
//!
//! @generated from `crates/model/data/types/vms.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;

/// Restart of a VM that failed.
#[derive(Clone)]
pub struct HighAvailability {
    /// Whether it is started again on another host.
    pub enabled: Option<bool>,
    /// Order among VMs to be restarted: the higher, the sooner; from 1 to 100.
    pub priority: Option<i64>,
}

api_struct! {
    HighAvailability "high_availability" "high_availabilities" anonymous {
        /// Whether it is started again on another host.
        0 boolean enabled;
        /// Order among VMs to be restarted: the higher, the sooner; from 1 to 100.
        1 integer priority;
    }
}
