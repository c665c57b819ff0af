//! `Group`.
//!
//! @generated from `crates/model/data/types/users.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{Domain, Link, List, Permission, Role, Tag};

/// A group of a directory; its permissions hold for its members.
#[derive(Clone)]
pub struct Group {
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
    /// Identifier in the directory.
    pub domain_entry_id: Option<String>,
    /// Part of the directory.
    pub namespace: Option<String>,
    /// Domain of the directory.
    pub domain: Option<Link<Domain>>,
    /// Permissions on it.
    pub permissions: Option<List<Permission>>,
    /// Roles of the group.
    pub roles: Option<List<Role>>,
    /// Assigned tags.
    pub tags: Option<List<Tag>>,
}

api_struct! {
    Group "group" "groups" identified {
        /// Free text by the user.
        0 text comment;
        /// Free text by the user, shown in lists.
        1 text description;
        /// Domain of the directory.
        2 link(Domain) domain;
        /// Identifier in the directory.
        3 text domain_entry_id;
        /// Address of the object, as a path on the engine's host. Read-only.
        4 text href;
        /// Identifier assigned by the engine, usually a UUID.
        5 text id;
        /// Name; unique for most types, but not for disks.
        6 text name;
        /// Part of the directory.
        7 text namespace;
        /// Permissions on it.
        8 links(Permission) permissions;
        /// Roles of the group.
        9 links(Role) roles;
        /// Assigned tags.
        10 links(Tag) tags;
    }
}
