//! `SshPublicKey`.
//!
//! @generated from `crates/model/data/types/hosts.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{Link, User};

/// An SSH key of a user, for serial consoles.
#[derive(Clone)]
pub struct SshPublicKey {
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
    /// Content as a text.
    pub content: Option<String>,
    /// User that it belongs to.
    pub user: Option<Link<User>>,
}

api_struct! {
    SshPublicKey "ssh_public_key" "ssh_public_keys" identified {
        /// Free text by the user.
        0 text comment;
        /// Content as a text.
        1 text content;
        /// Free text by the user, shown in lists.
        2 text description;
        /// Address of the object, as a path on the engine's host. Read-only.
        3 text href;
        /// Identifier assigned by the engine, usually a UUID.
        4 text id;
        /// Name; unique for most types, but not for disks.
        5 text name;
        /// User that it belongs to.
        6 link(User) user;
    }
}
