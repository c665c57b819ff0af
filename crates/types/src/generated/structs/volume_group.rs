//! `VolumeGroup`.
//!
//! @generated from `crates/model/data/types/storage_domains.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{List, LogicalUnit};

/// LVM volume group of a block storage domain.
#[derive(Clone)]
pub struct VolumeGroup {
    /// Identifier of the group.
    pub id: Option<String>,
    /// Address of the object, as a path on the engine's host. Read-only.
    pub href: Option<String>,
    /// Name.
    pub name: Option<String>,
    /// Logical units of the volume group.
    pub logical_units: Option<List<LogicalUnit>>,
}

api_struct! {
    VolumeGroup "volume_group" "volume_groups" identified {
        /// Address of the object, as a path on the engine's host. Read-only.
        0 text href;
        /// Identifier of the group.
        1 text id;
        /// Logical units of the volume group.
        2 list(LogicalUnit) logical_units;
        /// Name.
        3 text name;
    }
}
