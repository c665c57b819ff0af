//! `Permit`.
//!
//! @generated from `crates/model/data/types/users.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{Link, Role};

/// A single right.
#[derive(Clone)]
pub struct Permit {
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
    /// Whether it makes a role one for administrators.
    pub administrative: Option<bool>,
    /// Role of the permit.
    pub role: Option<Link<Role>>,
}

api_struct! {
    Permit "permit" "permits" identified {
        0 boolean administrative;
        1 text comment;
        2 text description;
        3 text href;
        4 text id;
        5 text name;
        6 link(Role) role;
    }
}
