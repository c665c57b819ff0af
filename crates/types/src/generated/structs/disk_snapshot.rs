//! `DiskSnapshot`.
//!
//! @generated from `crates/model/data/types/disks.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{
    Disk, DiskBackup, DiskBackupMode, DiskContentType, DiskFormat, DiskInterface, DiskProfile,
    DiskStatus, DiskStorageType, HostStorage, InstanceType, Link, List, OpenStackVolumeType,
    Permission, QcowVersion, Quota, ScsiGenericIO, Shared, Snapshot, Statistic, StorageDomain,
    Template, Vm,
};

/// A disk as a snapshot has it; its image can be downloaded by itself.
#[derive(Clone)]
pub struct DiskSnapshot {
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
    /// Whether the VM sees it; on attachments nowadays.
    pub active: Option<bool>,
    /// Space that it takes on the storage. In bytes. Read-only.
    pub actual_size: Option<i64>,
    /// Name of the disk; the same as `name`.
    pub alias: Option<String>,
    /// Whether incremental backups are possible; `incremental` needs the format `cow`. Since 4.3.
    pub backup: Option<DiskBackup>,
    /// Kind of backup; set in backups only. Since 4.4.3.
    pub backup_mode: Option<DiskBackupMode>,
    /// Whether the VM boots from it; on attachments nowadays. Deprecated.
    pub bootable: Option<bool>,
    /// What it holds; `data` unless set. Since 4.2.1.
    pub content_type: Option<DiskContentType>,
    /// Path of a disk that is not managed by the engine. Since 4.4.0.
    pub external_disk: Option<String>,
    /// Format of the image: `raw` or `cow`. Mandatory for adding.
    pub format: Option<DiskFormat>,
    /// Identifier of the image. Read-only.
    pub image_id: Option<String>,
    /// Space that is allocated at once, for thin disks on block storage. In bytes. Since 4.0.7.
    pub initial_size: Option<i64>,
    /// Bus; on attachments nowadays. Deprecated.
    pub interface: Option<DiskInterface>,
    /// Name that the guest has for it, such as `/dev/sda`, as its agent reports it. Read-only.
    pub logical_name: Option<String>,
    /// LUN of the disk, for disks without an image.
    pub lun_storage: Option<Shared<HostStorage>>,
    /// Whether the guest sees storage errors, rather than the VM being paused.
    pub propagate_errors: Option<bool>,
    /// Size that the guest sees. Mandatory for adding an image. In bytes.
    pub provisioned_size: Option<i64>,
    /// Version of the `cow` format. Since 4.1.
    pub qcow_version: Option<QcowVersion>,
    /// Whether the guest cannot write; on attachments nowadays. Deprecated.
    pub read_only: Option<bool>,
    /// SCSI commands that a guest may send to a LUN. Since 3.3.
    pub sgio: Option<ScsiGenericIO>,
    /// Whether several VMs may have it at once.
    pub shareable: Option<bool>,
    /// Whether space is allocated on demand (thin provisioning).
    pub sparse: Option<bool>,
    /// State: `locked` while it is made or moved, then `ok`; absent for LUNs. Read-only.
    pub status: Option<DiskStatus>,
    /// What it is: an image or a LUN. Read-only.
    pub storage_type: Option<DiskStorageType>,
    /// Space that it takes with its snapshots. In bytes. Read-only. Since 4.2.0.
    pub total_size: Option<i64>,
    /// Whether the guest may reserve the LUN; on attachments nowadays.
    pub uses_scsi_reservation: Option<bool>,
    /// Whether it is overwritten with zeros when it is removed.
    pub wipe_after_delete: Option<bool>,
    /// Disk it belongs to.
    pub disk: Option<Link<Disk>>,
    /// Disk profile, with its limits.
    pub disk_profile: Option<Link<DiskProfile>>,
    /// Its snapshots.
    pub disk_snapshots: Option<List<DiskSnapshot>>,
    /// Instance type that it belongs to.
    pub instance_type: Option<Link<InstanceType>>,
    /// Type of a Cinder volume.
    pub openstack_volume_type: Option<Link<OpenStackVolumeType>>,
    /// Snapshot before it. Since 4.4.3.
    pub parent: Option<Link<DiskSnapshot>>,
    /// Permissions on it.
    pub permissions: Option<List<Permission>>,
    /// Quota it counts against.
    pub quota: Option<Link<Quota>>,
    /// Snapshot that it belongs to.
    pub snapshot: Option<Link<Snapshot>>,
    /// Measured figures of it.
    pub statistics: Option<List<Statistic>>,
    /// Storage domain in whose context it was read.
    pub storage_domain: Option<Link<StorageDomain>>,
    /// Storage domains that hold the disk; when adding one, the target storage domain.
    pub storage_domains: Option<List<StorageDomain>>,
    /// Template that it belongs to.
    pub template: Option<Link<Template>>,
    /// VM that it belongs to. Deprecated.
    pub vm: Option<Link<Vm>>,
    /// VMs that have it.
    pub vms: Option<List<Vm>>,
}

api_struct! {
    DiskSnapshot "disk_snapshot" "disk_snapshots" identified {
        /// Whether the VM sees it; on attachments nowadays.
        0 boolean active;
        /// Space that it takes on the storage. In bytes. Read-only.
        1 integer actual_size;
        /// Name of the disk; the same as `name`.
        2 text alias;
        /// Whether incremental backups are possible; `incremental` needs the format `cow`. Since
        /// 4.3.
        3 enumeration(DiskBackup) backup;
        /// Kind of backup; set in backups only. Since 4.4.3.
        4 enumeration(DiskBackupMode) backup_mode;
        /// Whether the VM boots from it; on attachments nowadays. Deprecated.
        5 boolean bootable;
        /// Free text by the user.
        6 text comment;
        /// What it holds; `data` unless set. Since 4.2.1.
        7 enumeration(DiskContentType) content_type;
        /// Free text by the user, shown in lists.
        8 text description;
        /// Disk it belongs to.
        9 link(Disk) disk;
        /// Disk profile, with its limits.
        10 link(DiskProfile) disk_profile;
        /// Its snapshots.
        11 links(DiskSnapshot) disk_snapshots;
        /// Path of a disk that is not managed by the engine. Since 4.4.0.
        12 text external_disk;
        /// Format of the image: `raw` or `cow`. Mandatory for adding.
        13 enumeration(DiskFormat) format;
        /// Address of the object, as a path on the engine's host. Read-only.
        14 text href;
        /// Identifier assigned by the engine, usually a UUID.
        15 text id;
        /// Identifier of the image. Read-only.
        16 text image_id;
        /// Space that is allocated at once, for thin disks on block storage. In bytes. Since 4.0.7.
        17 integer initial_size;
        /// Instance type that it belongs to.
        18 link(InstanceType) instance_type;
        /// Bus; on attachments nowadays. Deprecated.
        19 enumeration(DiskInterface) interface;
        /// Name that the guest has for it, such as `/dev/sda`, as its agent reports it. Read-only.
        20 text logical_name;
        /// LUN of the disk, for disks without an image.
        21 object(HostStorage) lun_storage;
        /// Name; unique for most types, but not for disks.
        22 text name;
        /// Type of a Cinder volume.
        23 link(OpenStackVolumeType) openstack_volume_type;
        /// Snapshot before it. Since 4.4.3.
        24 link(DiskSnapshot) parent;
        /// Permissions on it.
        25 links(Permission) permissions;
        /// Whether the guest sees storage errors, rather than the VM being paused.
        26 boolean propagate_errors;
        /// Size that the guest sees. Mandatory for adding an image. In bytes.
        27 integer provisioned_size;
        /// Version of the `cow` format. Since 4.1.
        28 enumeration(QcowVersion) qcow_version;
        /// Quota it counts against.
        29 link(Quota) quota;
        /// Whether the guest cannot write; on attachments nowadays. Deprecated.
        30 boolean read_only;
        /// SCSI commands that a guest may send to a LUN. Since 3.3.
        31 enumeration(ScsiGenericIO) sgio;
        /// Whether several VMs may have it at once.
        32 boolean shareable;
        /// Snapshot that it belongs to.
        33 link(Snapshot) snapshot;
        /// Whether space is allocated on demand (thin provisioning).
        34 boolean sparse;
        /// Measured figures of it.
        35 links(Statistic) statistics;
        /// State: `locked` while it is made or moved, then `ok`; absent for LUNs. Read-only.
        36 enumeration(DiskStatus) status;
        /// Storage domain in whose context it was read.
        37 link(StorageDomain) storage_domain;
        /// Storage domains that hold the disk; when adding one, the target storage domain.
        38 links(StorageDomain) storage_domains;
        /// What it is: an image or a LUN. Read-only.
        39 enumeration(DiskStorageType) storage_type;
        /// Template that it belongs to.
        40 link(Template) template;
        /// Space that it takes with its snapshots. In bytes. Read-only. Since 4.2.0.
        41 integer total_size;
        /// Whether the guest may reserve the LUN; on attachments nowadays.
        42 boolean uses_scsi_reservation;
        /// VM that it belongs to. Deprecated.
        43 link(Vm) vm;
        /// VMs that have it.
        44 links(Vm) vms;
        /// Whether it is overwritten with zeros when it is removed.
        45 boolean wipe_after_delete;
    }
}
