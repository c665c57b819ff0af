//! `NicInterface`.
//!
//! @generated from `crates/model/data/types/networks.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// Models of a virtual network interface.
    pub enum NicInterface {
        /// `e1000`.
        E1000 = "e1000",
        /// `e1000e`.
        E1000e = "e1000e",
        /// `pci_passthrough`.
        PciPassthrough = "pci_passthrough",
        /// `rtl8139`.
        Rtl8139 = "rtl8139",
        /// `rtl8139_virtio`.
        Rtl8139Virtio = "rtl8139_virtio",
        /// `spapr_vlan`.
        SpaprVlan = "spapr_vlan",
        /// `virtio`.
        Virtio = "virtio",
    }
}
