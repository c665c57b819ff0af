//! `Session`.
//!
//! @generated from `crates/model/data/types/users.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{Ip, Link, Shared, User, Vm};

/// A user who is logged in to a VM.
#[derive(Clone)]
pub struct Session {
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
    /// Whether the user has the console open.
    pub console_user: Option<bool>,
    /// IP address of the session.
    pub ip: Option<Shared<Ip>>,
    /// Protocol of the session.
    pub protocol: Option<String>,
    /// User that it belongs to.
    pub user: Option<Link<User>>,
    /// VM that it belongs to.
    pub vm: Option<Link<Vm>>,
}

api_struct! {
    Session "session" "sessions" identified {
        /// Free text by the user.
        0 text comment;
        /// Whether the user has the console open.
        1 boolean console_user;
        /// Free text by the user, shown in lists.
        2 text description;
        /// Address of the object, as a path on the engine's host. Read-only.
        3 text href;
        /// Identifier assigned by the engine, usually a UUID.
        4 text id;
        /// IP address of the session.
        5 object(Ip) ip;
        /// Name; unique for most types, but not for disks.
        6 text name;
        /// Protocol of the session.
        7 text protocol;
        /// User that it belongs to.
        8 link(User) user;
        /// VM that it belongs to.
        9 link(Vm) vm;
    }
}
