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
    /// Address of the object, as a path on the engine's host. Set by the engine.
    pub href: Option<String>,
    /// Name; unique for most types, but not for disks.
    pub name: Option<String>,
    /// Free text by the user, shown in lists.
    pub description: Option<String>,
    /// Free text by the user.
    pub comment: Option<String>,
    /// Free space in bytes. Set by the engine.
    pub available: Option<i64>,
    /// Whether it is for backups: VMs on it do not run. Since 4.2.
    pub backup: Option<bool>,
    /// Size of a block in bytes. Set by the engine. Since 4.3.
    pub block_size: Option<i64>,
    /// Space that disks may come to take, in bytes. Set by the engine.
    pub committed: Option<i64>,
    /// Free space in GiB below which nothing that needs space is done.
    pub critical_space_action_blocker: Option<i64>,
    /// Whether blocks are given back to the storage when a disk is removed; block storage only.
    /// Since 4.1.
    pub discard_after_delete: Option<bool>,
    /// What an external system says of it. `ok` unless set.
    pub external_status: Option<ExternalStatus>,
    /// Whether existing storage is taken over rather than initialized.
    pub import: Option<bool>,
    /// Whether it carries the data center's metadata. Set by the engine.
    pub master: Option<bool>,
    /// State; at the top level it is only there for an unattached domain, else read it below its
    /// data center.
    pub status: Option<StorageDomainStatus>,
    /// Where it is: type, address, path or LUNs. Mandatory for adding.
    pub storage: Option<Shared<HostStorage>>,
    /// Version of its structure.
    pub storage_format: Option<StorageFormat>,
    /// Whether the storage can take blocks back. Set by the engine. Since 4.1.
    pub supports_discard: Option<bool>,
    /// Whether blocks given back read as zeros. Set by the engine. Since 4.1. Deprecated.
    pub supports_discard_zeroes_data: Option<bool>,
    /// What it is for, such as `data`. Mandatory for adding.
    pub type_: Option<StorageDomainType>,
    /// Used space in bytes. Set by the engine.
    pub used: Option<i64>,
    /// Free space in percent below which the engine warns.
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
        0 integer available;
        1 boolean backup;
        2 integer block_size;
        3 text comment;
        4 integer committed;
        5 integer critical_space_action_blocker;
        6 link(DataCenter) data_center;
        7 list(DataCenter) data_centers;
        8 text description;
        9 boolean discard_after_delete;
        10 list(DiskProfile) disk_profiles;
        11 list(DiskSnapshot) disk_snapshots;
        12 list(Disk) disks;
        13 enumeration(ExternalStatus) external_status;
        14 list(File) files;
        15 link(Host) host;
        16 text href;
        17 text id;
        18 list(Image) images;
        19 boolean import;
        20 boolean master;
        21 text name;
        22 list(Permission) permissions;
        23 enumeration(StorageDomainStatus) status;
        24 object(HostStorage) storage;
        25 list(StorageConnection) storage_connections;
        26 enumeration(StorageFormat) storage_format;
        27 boolean supports_discard;
        28 boolean supports_discard_zeroes_data;
        29 list(Template) templates;
        30 enumeration(StorageDomainType) type_ = "type";
        31 integer used;
        32 list(Vm) vms;
        33 integer warning_low_space_indicator;
        34 boolean wipe_after_delete;
    }
}
