//! `DiskProfile`.
//!
//! @generated from `crates/model/data/types/disks.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{Link, List, Permission, Qos, StorageDomain};

/// Storage limits that disks of a storage domain can be given.
#[derive(Clone)]
pub struct DiskProfile {
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
    /// Permissions on it.
    pub permissions: Option<List<Permission>>,
    /// Limits that hold for it.
    pub qos: Option<Link<Qos>>,
    /// Storage domain that it belongs to.
    pub storage_domain: Option<Link<StorageDomain>>,
}

api_struct! {
    DiskProfile "disk_profile" "disk_profiles" identified {
        /// Free text by the user.
        0 text comment;
        /// Free text by the user, shown in lists.
        1 text description;
        /// Address of the object, as a path on the engine's host. Read-only.
        2 text href;
        /// Identifier assigned by the engine, usually a UUID.
        3 text id;
        /// Name; unique for most types, but not for disks.
        4 text name;
        /// Permissions on it.
        5 links(Permission) permissions;
        /// Limits that hold for it.
        6 link(Qos) qos;
        /// Storage domain that it belongs to.
        7 link(StorageDomain) storage_domain;
    }
}
