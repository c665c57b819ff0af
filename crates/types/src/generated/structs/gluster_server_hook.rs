//! `GlusterServerHook`.
//!
//! @generated from `crates/model/data/types/gluster.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{GlusterHookStatus, HookContentType, Host, Link};

/// A gluster hook script as one server has it.
#[doc(alias = "ServerHook")]
#[derive(Clone)]
pub struct GlusterServerHook {
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
    /// Checksum of the gluster server hook.
    pub checksum: Option<String>,
    /// Content type, a hook content type.
    pub content_type: Option<HookContentType>,
    /// State. Read-only.
    pub status: Option<GlusterHookStatus>,
    /// Host that it belongs to.
    pub host: Option<Link<Host>>,
}

api_struct! {
    GlusterServerHook "server_hook" "server_hooks" identified {
        /// Checksum of the gluster server hook.
        0 text checksum;
        /// Free text by the user.
        1 text comment;
        /// Content type, a hook content type.
        2 enumeration(HookContentType) content_type;
        /// Free text by the user, shown in lists.
        3 text description;
        /// Host that it belongs to.
        4 link(Host) host;
        /// Address of the object, as a path on the engine's host. Read-only.
        5 text href;
        /// Identifier assigned by the engine, usually a UUID.
        6 text id;
        /// Name; unique for most types, but not for disks.
        7 text name;
        /// State. Read-only.
        8 enumeration(GlusterHookStatus) status;
    }
}
