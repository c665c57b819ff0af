//! `Hook`.
//!
//! @generated from `crates/model/data/types/gluster.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{Host, Link};

/// A hook script of a host.
#[derive(Clone)]
pub struct Hook {
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
    /// Event name of the hook.
    pub event_name: Option<String>,
    /// MD5 sum of the hook.
    pub md5: Option<String>,
    /// Host that it belongs to.
    pub host: Option<Link<Host>>,
}

api_struct! {
    Hook "hook" "hooks" identified {
        /// Free text by the user.
        0 text comment;
        /// Free text by the user, shown in lists.
        1 text description;
        /// Event name of the hook.
        2 text event_name;
        /// Host that it belongs to.
        3 link(Host) host;
        /// Address of the object, as a path on the engine's host. Read-only.
        4 text href;
        /// Identifier assigned by the engine, usually a UUID.
        5 text id;
        /// MD5 sum of the hook.
        6 text md5;
        /// Name; unique for most types, but not for disks.
        7 text name;
    }
}
