//! `Checkpoint`.
//!
//! @generated from `crates/model/data/types/snapshots.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{CheckpointState, Date, Disk, Link, List, Vm};

/// A point in time since which changes of a VM's disks can be backed up.
#[derive(Clone)]
pub struct Checkpoint {
    /// Identifier assigned by the engine, usually a UUID.
    pub id: Option<String>,
    /// Address of the object, as a path on the engine's host. Read-only.
    pub href: Option<String>,
    /// Name; unique for most types, but not for disks.
    pub name: Option<String>,
    /// Free text by the user, shown in lists.
    pub description: Option<String>,
    /// Free text by the user.
    pub comment: Option<String>,
    /// When it was made. Read-only. Since 4.4.
    pub creation_date: Option<Date>,
    /// Checkpoint before it; absent for the oldest one, the only one that can be removed. Since
    /// 4.4.
    pub parent_id: Option<String>,
    /// Whether it can still be used. Since 4.4.7.
    pub state: Option<CheckpointState>,
    /// Disks that it covers. Since 4.4.
    pub disks: Option<List<Disk>>,
    /// VM that it belongs to. Since 4.4.
    pub vm: Option<Link<Vm>>,
}

api_struct! {
    Checkpoint "checkpoint" "checkpoints" identified {
        /// Free text by the user.
        0 text comment;
        /// When it was made. Read-only. Since 4.4.
        1 date creation_date;
        /// Free text by the user, shown in lists.
        2 text description;
        /// Disks that it covers. Since 4.4.
        3 links(Disk) disks;
        /// Address of the object, as a path on the engine's host. Read-only.
        4 text href;
        /// Identifier assigned by the engine, usually a UUID.
        5 text id;
        /// Name; unique for most types, but not for disks.
        6 text name;
        /// Checkpoint before it; absent for the oldest one, the only one that can be removed. Since
        /// 4.4.
        7 text parent_id;
        /// Whether it can still be used. Since 4.4.7.
        8 enumeration(CheckpointState) state;
        /// VM that it belongs to. Since 4.4.
        9 link(Vm) vm;
    }
}
