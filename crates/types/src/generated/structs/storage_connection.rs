//! `StorageConnection`.
//!
//! @generated from `crates/model/data/types/storage_domains.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{GlusterVolume, Host, Link, NfsVersion, StorageType};

/// A connection to a storage server, which storage domains are made of.
#[derive(Clone)]
pub struct StorageConnection {
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
    /// Name or IP address.
    pub address: Option<String>,
    /// Options of the mount.
    pub mount_options: Option<String>,
    /// Repetitions of an NFS request before it fails.
    pub nfs_retrans: Option<i64>,
    /// Time until an NFS request is repeated, in tenths of a second.
    pub nfs_timeo: Option<i64>,
    /// Version of NFS.
    pub nfs_version: Option<NfsVersion>,
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
    /// Kind of it.
    #[doc(alias = "type")]
    pub type_: Option<StorageType>,
    /// Name to log in with.
    pub username: Option<String>,
    /// File system of a POSIX storage.
    pub vfs_type: Option<String>,
    /// Gluster volume of the storage connection.
    pub gluster_volume: Option<Link<GlusterVolume>>,
    /// Host that it belongs to.
    pub host: Option<Link<Host>>,
}

api_struct! {
    StorageConnection "storage_connection" "storage_connections" identified {
        /// Name or IP address.
        0 text address;
        /// Free text by the user.
        1 text comment;
        /// Free text by the user, shown in lists.
        2 text description;
        /// Gluster volume of the storage connection.
        3 link(GlusterVolume) gluster_volume;
        /// Host that it belongs to.
        4 link(Host) host;
        /// Address of the object, as a path on the engine's host. Read-only.
        5 text href;
        /// Identifier assigned by the engine, usually a UUID.
        6 text id;
        /// Options of the mount.
        7 secret mount_options;
        /// Name; unique for most types, but not for disks.
        8 text name;
        /// Repetitions of an NFS request before it fails.
        9 integer nfs_retrans;
        /// Time until an NFS request is repeated, in tenths of a second.
        10 integer nfs_timeo;
        /// Version of NFS.
        11 enumeration(NfsVersion) nfs_version;
        /// Password to log in with. Never returned.
        12 secret password;
        /// Path on the server, or of a local folder.
        13 text path;
        /// Port to connect to.
        14 integer port;
        /// Address and port of the iSCSI portal.
        15 text portal;
        /// Name of the iSCSI target.
        16 text target;
        /// Kind of it.
        17 enumeration(StorageType) type_ = "type";
        /// Name to log in with.
        18 text username;
        /// File system of a POSIX storage.
        19 text vfs_type;
    }
}
