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
    /// Address of the object, as a path on the engine's host. Set by the engine.
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
        0 text comment;
        1 boolean console_user;
        2 text description;
        3 text href;
        4 text id;
        5 object(Ip) ip;
        6 text name;
        7 text protocol;
        8 link(User) user;
        9 link(Vm) vm;
    }
}
