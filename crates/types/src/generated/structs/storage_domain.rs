//! `StorageDomain`.
//!
//! @generated from `crates/model/data/types/storage_domains.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{
    DataCenter, Disk, DiskProfile, DiskSnapshot, ExternalStatus, File, Host, HostStorage, Image,
    Link, List, Permission, Shared, StorageConnection, StorageDomainStatus, StorageDomainType,
    StorageFormat, Template, Vm,
};

/// Storage for disks, templates or images, shared by the hosts of a data center.
#[derive(Clone)]
pub struct StorageDomain {
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
    /// Free space. In bytes. Read-only.
    pub available: Option<i64>,
    /// Whether it is for backups: VMs on it do not run. Since 4.2.
    pub backup: Option<bool>,
    /// Size of a block. In bytes. Read-only. Since 4.3.
    pub block_size: Option<i64>,
    /// Space that disks may come to take. In bytes. Read-only.
    pub committed: Option<i64>,
    /// Free space below which nothing that needs space is done. In GiB.
    pub critical_space_action_blocker: Option<i64>,
    /// Whether blocks are given back to the storage when a disk is removed; block storage only.
    /// Since 4.1.
    pub discard_after_delete: Option<bool>,
    /// What an external system says of it. `ok` unless set.
    pub external_status: Option<ExternalStatus>,
    /// Whether existing storage is taken over rather than initialized.
    pub import: Option<bool>,
    /// Whether it carries the data center's metadata. Read-only.
    pub master: Option<bool>,
    /// State; at the top level it is only there for an unattached domain, else read it below its
    /// data center. Read-only.
    pub status: Option<StorageDomainStatus>,
    /// Where it is: type, address, path or LUNs. Mandatory for adding.
    pub storage: Option<Shared<HostStorage>>,
    /// Version of its structure.
    pub storage_format: Option<StorageFormat>,
    /// Whether the storage can take blocks back. Read-only. Since 4.1.
    pub supports_discard: Option<bool>,
    /// Whether blocks given back read as zeros. Read-only. Since 4.1. Deprecated.
    pub supports_discard_zeroes_data: Option<bool>,
    /// What it is for, such as `data`. Mandatory for adding.
    #[doc(alias = "type")]
    pub type_: Option<StorageDomainType>,
    /// Used space. In bytes. Read-only.
    pub used: Option<i64>,
    /// Free space below which the engine warns. In percent.
    pub warning_low_space_indicator: Option<i64>,
    /// Whether disks are overwritten with zeros when they are removed, unless they say otherwise.
    pub wipe_after_delete: Option<bool>,
    /// Data center it is attached to.
    pub data_center: Option<Link<DataCenter>>,
    /// Data centers it is attached to; absent when it is unattached.
    pub data_centers: Option<List<DataCenter>>,
    /// Disk profiles.
    pub disk_profiles: Option<List<DiskProfile>>,
    /// Snapshots of disks on it.
    pub disk_snapshots: Option<List<DiskSnapshot>>,
    /// Disks on it.
    pub disks: Option<List<Disk>>,
    /// Files on an ISO domain.
    pub files: Option<List<File>>,
    /// Host that makes it or looks at it, for adding and removing.
    pub host: Option<Link<Host>>,
    /// Images of a Glance domain.
    pub images: Option<List<Image>>,
    /// Permissions on it.
    pub permissions: Option<List<Permission>>,
    /// Connections to its storage servers.
    pub storage_connections: Option<List<StorageConnection>>,
    /// Templates on it.
    pub templates: Option<List<Template>>,
    /// VMs with disks on it.
    pub vms: Option<List<Vm>>,
}

api_struct! {
    StorageDomain "storage_domain" "storage_domains" identified {
        /// Free space. In bytes. Read-only.
        0 integer available;
        /// Whether it is for backups: VMs on it do not run. Since 4.2.
        1 boolean backup;
        /// Size of a block. In bytes. Read-only. Since 4.3.
        2 integer block_size;
        /// Free text by the user.
        3 text comment;
        /// Space that disks may come to take. In bytes. Read-only.
        4 integer committed;
        /// Free space below which nothing that needs space is done. In GiB.
        5 integer critical_space_action_blocker;
        /// Data center it is attached to.
        6 link(DataCenter) data_center;
        /// Data centers it is attached to; absent when it is unattached.
        7 links(DataCenter) data_centers;
        /// Free text by the user, shown in lists.
        8 text description;
        /// Whether blocks are given back to the storage when a disk is removed; block storage only.
        /// Since 4.1.
        9 boolean discard_after_delete;
        /// Disk profiles.
        10 links(DiskProfile) disk_profiles;
        /// Snapshots of disks on it.
        11 links(DiskSnapshot) disk_snapshots;
        /// Disks on it.
        12 links(Disk) disks;
        /// What an external system says of it. `ok` unless set.
        13 enumeration(ExternalStatus) external_status;
        /// Files on an ISO domain.
        14 links(File) files;
        /// Host that makes it or looks at it, for adding and removing.
        15 link(Host) host;
        /// Address of the object, as a path on the engine's host. Read-only.
        16 text href;
        /// Identifier assigned by the engine, usually a UUID.
        17 text id;
        /// Images of a Glance domain.
        18 links(Image) images;
        /// Whether existing storage is taken over rather than initialized.
        19 boolean import;
        /// Whether it carries the data center's metadata. Read-only.
        20 boolean master;
        /// Name; unique for most types, but not for disks.
        21 text name;
        /// Permissions on it.
        22 links(Permission) permissions;
        /// State; at the top level it is only there for an unattached domain, else read it below
        /// its data center. Read-only.
        23 enumeration(StorageDomainStatus) status;
        /// Where it is: type, address, path or LUNs. Mandatory for adding.
        24 object(HostStorage) storage;
        /// Connections to its storage servers.
        25 links(StorageConnection) storage_connections;
        /// Version of its structure.
        26 enumeration(StorageFormat) storage_format;
        /// Whether the storage can take blocks back. Read-only. Since 4.1.
        27 boolean supports_discard;
        /// Whether blocks given back read as zeros. Read-only. Since 4.1. Deprecated.
        28 boolean supports_discard_zeroes_data;
        /// Templates on it.
        29 links(Template) templates;
        /// What it is for, such as `data`. Mandatory for adding.
        30 enumeration(StorageDomainType) type_ = "type";
        /// Used space. In bytes. Read-only.
        31 integer used;
        /// VMs with disks on it.
        32 links(Vm) vms;
        /// Free space below which the engine warns. In percent.
        33 integer warning_low_space_indicator;
        /// Whether disks are overwritten with zeros when they are removed, unless they say
        /// otherwise.
        34 boolean wipe_after_delete;
    }
}
