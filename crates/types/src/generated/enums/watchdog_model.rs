//! `WatchdogModel`.
//!
//! @generated from `crates/model/data/types/vms.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// Watchdog devices.
    pub enum WatchdogModel {
        /// Device of s390x VMs. Since 4.2.
        Diag288 = "diag288",
        /// PCI device of Intel, for other architectures.
        I6300esb = "i6300esb",
    }
}
