//! `ExternalVmProviderType`.
//!
//! @generated from `crates/model/data/types/external.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// Systems that VMs can be imported from. Since 4.0.4.
    pub enum ExternalVmProviderType {
        /// `kvm`.
        Kvm = "kvm",
        /// `vmware`.
        Vmware = "vmware",
        /// `xen`.
        Xen = "xen",
    }
}
