//! `Domain`.
//!
//! @generated from `crates/model/data/types/users.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{Group, List, Shared, User};

/// A directory that users and groups come from.
#[derive(Clone)]
pub struct Domain {
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
    /// User that it belongs to.
    pub user: Option<Shared<User>>,
    /// Groups of the domain.
    pub groups: Option<List<Group>>,
    /// Users of the domain.
    pub users: Option<List<User>>,
}

api_struct! {
    Domain "domain" "domains" identified {
        /// Free text by the user.
        0 text comment;
        /// Free text by the user, shown in lists.
        1 text description;
        /// Groups of the domain.
        2 links(Group) groups;
        /// Address of the object, as a path on the engine's host. Read-only.
        3 text href;
        /// Identifier assigned by the engine, usually a UUID.
        4 text id;
        /// Name; unique for most types, but not for disks.
        5 text name;
        /// User that it belongs to.
        6 object(User) user;
        /// Users of the domain.
        7 links(User) users;
    }
}
