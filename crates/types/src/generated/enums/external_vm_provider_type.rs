//! `ExternalVmProviderType`.
//!
//! @generated from `crates/model/data/types/external.api` by `cargo xtask generate`.

use crate::choice::choice;

choice! {
    /// Systems that virtual machines can be imported from. Since 4.0.4.
    pub enum ExternalVmProviderType {
        /// `kvm`.
        Kvm = "kvm",
        /// `vmware`.
        Vmware = "vmware",
        /// `xen`.
        Xen = "xen",
    }
}
