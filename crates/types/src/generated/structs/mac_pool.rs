//! `MacPool`.
//!
//! @generated from `crates/model/data/types/networks.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{List, Permission, Range};

/// A range of hardware addresses that the engine gives to VMs.
#[derive(Clone)]
pub struct MacPool {
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
    /// Whether one address may be given twice.
    pub allow_duplicates: Option<bool>,
    /// Whether data centers without a pool use it.
    pub default_pool: Option<bool>,
    /// Ranges of addresses.
    pub ranges: Option<List<Range>>,
    /// Permissions on it. Since 4.4.3.
    pub permissions: Option<List<Permission>>,
}

api_struct! {
    MacPool "mac_pool" "mac_pools" identified {
        /// Whether one address may be given twice.
        0 boolean allow_duplicates;
        /// Free text by the user.
        1 text comment;
        /// Whether data centers without a pool use it.
        2 boolean default_pool;
        /// Free text by the user, shown in lists.
        3 text description;
        /// Address of the object, as a path on the engine's host. Read-only.
        4 text href;
        /// Identifier assigned by the engine, usually a UUID.
        5 text id;
        /// Name; unique for most types, but not for disks.
        6 text name;
        /// Permissions on it. Since 4.4.3.
        7 links(Permission) permissions;
        /// Ranges of addresses.
        8 list(Range) ranges;
    }
}
