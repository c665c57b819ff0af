//! `Backup`.
//!
//! @generated from `crates/model/data/types/snapshots.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{BackupPhase, Date, Disk, Host, Link, List, Snapshot, Vm};

/// A backup of a VM's disks, from its start until it is finalized.
#[derive(Clone)]
pub struct Backup {
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
    /// When it was started. Read-only. Since 4.3.
    pub creation_date: Option<Date>,
    /// Checkpoint since which changes are wanted; a full backup if absent. Since 4.3.
    pub from_checkpoint_id: Option<String>,
    /// When its phase last changed. Read-only. Since 4.4.8.
    pub modification_date: Option<Date>,
    /// How far it is: disks can be downloaded when it is `ready`. Read-only. Since 4.3.
    pub phase: Option<BackupPhase>,
    /// Checkpoint that it creates, to begin the next incremental backup with. Read-only. Since 4.3.
    pub to_checkpoint_id: Option<String>,
    /// Disks to back up. Since 4.3.
    pub disks: Option<List<Disk>>,
    /// Host that the backup runs on. Read-only. Since 4.4.4.
    pub host: Option<Link<Host>>,
    /// Snapshot that the data are read from, where the engine makes one. Since 4.5.
    pub snapshot: Option<Link<Snapshot>>,
    /// VM that it belongs to. Since 4.3.
    pub vm: Option<Link<Vm>>,
}

api_struct! {
    Backup "backup" "backups" identified {
        /// Free text by the user.
        0 text comment;
        /// When it was started. Read-only. Since 4.3.
        1 date creation_date;
        /// Free text by the user, shown in lists.
        2 text description;
        /// Disks to back up. Since 4.3.
        3 links(Disk) disks;
        /// Checkpoint since which changes are wanted; a full backup if absent. Since 4.3.
        4 text from_checkpoint_id;
        /// Host that the backup runs on. Read-only. Since 4.4.4.
        5 link(Host) host;
        /// Address of the object, as a path on the engine's host. Read-only.
        6 text href;
        /// Identifier assigned by the engine, usually a UUID.
        7 text id;
        /// When its phase last changed. Read-only. Since 4.4.8.
        8 date modification_date;
        /// Name; unique for most types, but not for disks.
        9 text name;
        /// How far it is: disks can be downloaded when it is `ready`. Read-only. Since 4.3.
        10 enumeration(BackupPhase) phase;
        /// Snapshot that the data are read from, where the engine makes one. Since 4.5.
        11 link(Snapshot) snapshot;
        /// Checkpoint that it creates, to begin the next incremental backup with. Read-only. Since
        /// 4.3.
        12 text to_checkpoint_id;
        /// VM that it belongs to. Since 4.3.
        13 link(Vm) vm;
    }
}
