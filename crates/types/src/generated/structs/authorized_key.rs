//! `AuthorizedKey`.
//!
//! @generated from `crates/model/data/types/users.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{Link, User};

/// An SSH key that may log in.
#[derive(Clone)]
pub struct AuthorizedKey {
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
    /// Key of the authorized key.
    pub key: Option<String>,
    /// User that it belongs to.
    pub user: Option<Link<User>>,
}

api_struct! {
    AuthorizedKey "authorized_key" "authorized_keys" identified {
        /// Free text by the user.
        0 text comment;
        /// Free text by the user, shown in lists.
        1 text description;
        /// Address of the object, as a path on the engine's host. Read-only.
        2 text href;
        /// Identifier assigned by the engine, usually a UUID.
        3 text id;
        /// Key of the authorized key.
        4 text key;
        /// Name; unique for most types, but not for disks.
        5 text name;
        /// User that it belongs to.
        6 link(User) user;
    }
}
