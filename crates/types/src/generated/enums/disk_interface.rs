//! `DiskInterface`.
//!
//! @generated from `crates/model/data/types/disks.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// Buses that a disk can be on.
    pub enum DiskInterface {
        /// `ide`.
        Ide = "ide",
        /// `sata`. Since 4.3.
        Sata = "sata",
        /// `spapr_vscsi`.
        SpaprVscsi = "spapr_vscsi",
        /// VirtIO: each disk is a PCI device.
        Virtio = "virtio",
        /// VirtIO-SCSI: disks share a controller.
        VirtioScsi = "virtio_scsi",
    }
}
