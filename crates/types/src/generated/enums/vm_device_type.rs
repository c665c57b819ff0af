//! `VmDeviceType`.
//!
//! @generated from `crates/model/data/types/vms.api` by `cargo xtask generate`.

use crate::macros::enums::api_enum;

api_enum! {
    /// Devices that a payload can be on.
    pub enum VmDeviceType {
        /// A CD-ROM, which the guest can only read.
        Cdrom = "cdrom",
        /// A floppy, which has little room.
        Floppy = "floppy",
    }
}
