//! `User`.
//!
//! @generated from `crates/model/data/types/users.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{Domain, Group, Link, List, Permission, Property, Role, SshPublicKey, Tag, UserOption};

/// A user of a directory who can have permissions.
#[derive(Clone)]
pub struct User {
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
    /// Department, from the directory.
    pub department: Option<String>,
    /// Identifier in the directory.
    pub domain_entry_id: Option<String>,
    /// Mail address.
    pub email: Option<String>,
    /// Family name.
    pub last_name: Option<String>,
    /// Whether the user is logged in; not set nowadays.
    pub logged_in: Option<bool>,
    /// Part of the directory.
    pub namespace: Option<String>,
    /// Password, where a request needs one. Never returned.
    pub password: Option<String>,
    /// Login name within the directory.
    pub principal: Option<String>,
    /// Login name with the domain, such as `admin@internal-authz`. Mandatory for adding.
    pub user_name: Option<String>,
    /// Settings of the user. Since 4.4. Deprecated since 4.4.5.
    pub user_options: Option<List<Property>>,
    /// Domain of the directory. Mandatory for adding.
    pub domain: Option<Link<Domain>>,
    /// Groups that the user belongs to.
    pub groups: Option<List<Group>>,
    /// Settings of the user. Since 4.4.5.
    pub options: Option<List<UserOption>>,
    /// Permissions on it.
    pub permissions: Option<List<Permission>>,
    /// Roles of the user.
    pub roles: Option<List<Role>>,
    /// SSH keys for serial consoles.
    pub ssh_public_keys: Option<List<SshPublicKey>>,
    /// Assigned tags.
    pub tags: Option<List<Tag>>,
}

api_struct! {
    User "user" "users" identified {
        /// Free text by the user.
        0 text comment;
        /// Department, from the directory.
        1 text department;
        /// Free text by the user, shown in lists.
        2 text description;
        /// Domain of the directory. Mandatory for adding.
        3 link(Domain) domain;
        /// Identifier in the directory.
        4 text domain_entry_id;
        /// Mail address.
        5 text email;
        /// Groups that the user belongs to.
        6 links(Group) groups;
        /// Address of the object, as a path on the engine's host. Read-only.
        7 text href;
        /// Identifier assigned by the engine, usually a UUID.
        8 text id;
        /// Family name.
        9 text last_name;
        /// Whether the user is logged in; not set nowadays.
        10 boolean logged_in;
        /// Name; unique for most types, but not for disks.
        11 text name;
        /// Part of the directory.
        12 text namespace;
        /// Settings of the user. Since 4.4.5.
        13 links(UserOption) options;
        /// Password, where a request needs one. Never returned.
        14 secret password;
        /// Permissions on it.
        15 links(Permission) permissions;
        /// Login name within the directory.
        16 text principal;
        /// Roles of the user.
        17 links(Role) roles;
        /// SSH keys for serial consoles.
        18 links(SshPublicKey) ssh_public_keys;
        /// Assigned tags.
        19 links(Tag) tags;
        /// Login name with the domain, such as `admin@internal-authz`. Mandatory for adding.
        20 text user_name;
        /// Settings of the user. Since 4.4. Deprecated since 4.4.5.
        21 list(Property) user_options;
    }
}
