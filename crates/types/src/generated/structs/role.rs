//! `Role`.
//!
//! @generated from `crates/model/data/types/users.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{Link, List, Permit, User};

/// A set of permits; a permission gives it to a user on an object.
#[derive(Clone)]
pub struct Role {
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
    /// Whether it is for administrators. Mandatory for adding.
    pub administrative: Option<bool>,
    /// Whether it can be changed; the engine's own cannot.
    pub mutable: Option<bool>,
    /// What it allows. Mandatory for adding.
    pub permits: Option<List<Permit>>,
    /// User that it belongs to.
    pub user: Option<Link<User>>,
}

api_struct! {
    Role "role" "roles" identified {
        /// Whether it is for administrators. Mandatory for adding.
        0 boolean administrative;
        /// Free text by the user.
        1 text comment;
        /// Free text by the user, shown in lists.
        2 text description;
        /// Address of the object, as a path on the engine's host. Read-only.
        3 text href;
        /// Identifier assigned by the engine, usually a UUID.
        4 text id;
        /// Whether it can be changed; the engine's own cannot.
        5 boolean mutable;
        /// Name; unique for most types, but not for disks.
        6 text name;
        /// What it allows. Mandatory for adding.
        7 links(Permit) permits;
        /// User that it belongs to.
        8 link(User) user;
    }
}
