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
    /// Address of the object, as a path on the engine's host. Set by the engine.
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
        0 text address;
        1 text comment;
        2 text description;
        3 link(GlusterVolume) gluster_volume;
        4 link(Host) host;
        5 text href;
        6 text id;
        7 text mount_options;
        8 text name;
        9 integer nfs_retrans;
        10 integer nfs_timeo;
        11 enumeration(NfsVersion) nfs_version;
        12 secret password;
        13 text path;
        14 integer port;
        15 text portal;
        16 text target;
        17 enumeration(StorageType) type_ = "type";
        18 text username;
        19 text vfs_type;
    }
}
