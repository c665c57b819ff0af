//! `Payload`.
//!
//! @generated from `crates/model/data/types/vms.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{File, List, VmDeviceType};

/// Files on a virtual CD-ROM or floppy of a VM.
#[derive(Clone)]
pub struct Payload {
    /// The files, with name and content.
    pub files: Option<List<File>>,
    /// Device that they are on.
    #[doc(alias = "type")]
    pub type_: Option<VmDeviceType>,
    /// Label of the medium.
    pub volume_id: Option<String>,
}

api_struct! {
    Payload "payload" "payloads" anonymous {
        /// The files, with name and content.
        0 list(File) files;
        /// Device that they are on.
        1 enumeration(VmDeviceType) type_ = "type";
        /// Label of the medium.
        2 text volume_id;
    }
}
