//! `VmType`.
//!
//! @generated from `crates/model/data/types/vms.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// What a VM is tuned for.
    pub enum VmType {
        /// Sound and many monitors.
        Desktop = "desktop",
        /// As near to the hardware as can be. Since 4.2.
        HighPerformance = "high_performance",
        /// Neither sound nor display comforts.
        Server = "server",
    }
}
