//! `BootDevice`.
//!
//! @generated from `crates/model/data/types/vms.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// Devices that a VM can boot from.
    pub enum BootDevice {
        /// CD-ROM drive, with the ISO image that is in it.
        Cdrom = "cdrom",
        /// Disk: the one whose attachment is `bootable`.
        Hd = "hd",
        /// A server on the network, by PXE through a network interface.
        Network = "network",
    }
}
