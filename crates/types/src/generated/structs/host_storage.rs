//! `HostStorage`.
//!
//! @generated from `crates/model/data/types/storage_domains.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{
    Host, Link, List, LogicalUnit, NfsVersion, Property, Shared, StorageType, VolumeGroup,
};

/// Storage as a host sees it, or as a storage domain is to be made of.
#[derive(Clone)]
pub struct HostStorage {
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
    /// Name or IP address of the server.
    pub address: Option<String>,
    /// Driver options of the host storage. Since 4.3.
    pub driver_options: Option<List<Property>>,
    /// Driver sensitive options of the host storage. Since 4.3.
    pub driver_sensitive_options: Option<List<Property>>,
    /// LUNs.
    pub logical_units: Option<List<LogicalUnit>>,
    /// Options of the mount, for NFS and POSIX file systems.
    pub mount_options: Option<String>,
    /// Repetitions of an NFS request before it fails.
    pub nfs_retrans: Option<i64>,
    /// Time until an NFS request is repeated, in tenths of a second.
    pub nfs_timeo: Option<i64>,
    /// Version of NFS.
    pub nfs_version: Option<NfsVersion>,
    /// Whether LUNs with data on them may be taken.
    pub override_luns: Option<bool>,
    /// Password to log in with. Never returned.
    pub password: Option<String>,
    /// Path on the server, or of a local folder.
    pub path: Option<String>,
    /// Port to connect to.
    pub port: Option<i64>,
    /// Address and port of the iSCSI portal.
    pub portal: Option<String>,
    /// Name of the iSCSI target.
    pub target: Option<String>,
    /// Kind of storage.
    #[doc(alias = "type")]
    pub type_: Option<StorageType>,
    /// Name to log in with.
    pub username: Option<String>,
    /// File system of a POSIX storage.
    pub vfs_type: Option<String>,
    /// LVM volume group of a block storage domain.
    pub volume_group: Option<Shared<VolumeGroup>>,
    /// Host that it belongs to.
    pub host: Option<Link<Host>>,
}

api_struct! {
    HostStorage "host_storage" "host_storages" identified {
        /// Name or IP address of the server.
        0 text address;
        /// Free text by the user.
        1 text comment;
        /// Free text by the user, shown in lists.
        2 text description;
        /// Driver options of the host storage. Since 4.3.
        3 secrets(Property) driver_options;
        /// Driver sensitive options of the host storage. Since 4.3.
        4 secrets(Property) driver_sensitive_options;
        /// Host that it belongs to.
        5 link(Host) host;
        /// Address of the object, as a path on the engine's host. Read-only.
        6 text href;
        /// Identifier assigned by the engine, usually a UUID.
        7 text id;
        /// LUNs.
        8 list(LogicalUnit) logical_units;
        /// Options of the mount, for NFS and POSIX file systems.
        9 secret mount_options;
        /// Name; unique for most types, but not for disks.
        10 text name;
        /// Repetitions of an NFS request before it fails.
        11 integer nfs_retrans;
        /// Time until an NFS request is repeated, in tenths of a second.
        12 integer nfs_timeo;
        /// Version of NFS.
        13 enumeration(NfsVersion) nfs_version;
        /// Whether LUNs with data on them may be taken.
        14 boolean override_luns;
        /// Password to log in with. Never returned.
        15 secret password;
        /// Path on the server, or of a local folder.
        16 text path;
        /// Port to connect to.
        17 integer port;
        /// Address and port of the iSCSI portal.
        18 text portal;
        /// Name of the iSCSI target.
        19 text target;
        /// Kind of storage.
        20 enumeration(StorageType) type_ = "type";
        /// Name to log in with.
        21 text username;
        /// File system of a POSIX storage.
        22 text vfs_type;
        /// LVM volume group of a block storage domain.
        23 object(VolumeGroup) volume_group;
    }
}
