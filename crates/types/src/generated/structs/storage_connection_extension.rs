//! `StorageConnectionExtension`.
//!
//! @generated from `crates/model/data/types/storage_domains.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{Host, Link};

/// A host's login for an iSCSI target.
#[derive(Clone)]
pub struct StorageConnectionExtension {
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
    /// Password to log in with. Never returned.
    pub password: Option<String>,
    /// Name of the iSCSI target.
    pub target: Option<String>,
    /// Name to log in with.
    pub username: Option<String>,
    /// Host that it belongs to.
    pub host: Option<Link<Host>>,
}

api_struct! {
    StorageConnectionExtension "storage_connection_extension" "storage_connection_extensions" identified {
        /// Free text by the user.
        0 text comment;
        /// Free text by the user, shown in lists.
        1 text description;
        /// Host that it belongs to.
        2 link(Host) host;
        /// Address of the object, as a path on the engine's host. Read-only.
        3 text href;
        /// Identifier assigned by the engine, usually a UUID.
        4 text id;
        /// Name; unique for most types, but not for disks.
        5 text name;
        /// Password to log in with. Never returned.
        6 secret password;
        /// Name of the iSCSI target.
        7 text target;
        /// Name to log in with.
        8 text username;
    }
}
