//! `GlusterHook`.
//!
//! @generated from `crates/model/data/types/gluster.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{
    Cluster, GlusterHookStatus, GlusterServerHook, HookContentType, HookStage, Link, List,
};

/// A hook script of gluster in a cluster.
#[derive(Clone)]
pub struct GlusterHook {
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
    /// Checksum of the gluster hook.
    pub checksum: Option<String>,
    /// Conflict status, a whole number.
    pub conflict_status: Option<i64>,
    /// Conflicts of the gluster hook.
    pub conflicts: Option<String>,
    /// Content as a text.
    pub content: Option<String>,
    /// Content type, a hook content type.
    pub content_type: Option<HookContentType>,
    /// Gluster command of the gluster hook.
    pub gluster_command: Option<String>,
    /// Stage, a hook stage.
    pub stage: Option<HookStage>,
    /// State. Read-only.
    pub status: Option<GlusterHookStatus>,
    /// Cluster that it belongs to.
    pub cluster: Option<Link<Cluster>>,
    /// Server hooks of the gluster hook.
    pub server_hooks: Option<List<GlusterServerHook>>,
}

api_struct! {
    GlusterHook "gluster_hook" "gluster_hooks" identified {
        /// Checksum of the gluster hook.
        0 text checksum;
        /// Cluster that it belongs to.
        1 link(Cluster) cluster;
        /// Free text by the user.
        2 text comment;
        /// Conflict status, a whole number.
        3 integer conflict_status;
        /// Conflicts of the gluster hook.
        4 text conflicts;
        /// Content as a text.
        5 text content;
        /// Content type, a hook content type.
        6 enumeration(HookContentType) content_type;
        /// Free text by the user, shown in lists.
        7 text description;
        /// Gluster command of the gluster hook.
        8 text gluster_command;
        /// Address of the object, as a path on the engine's host. Read-only.
        9 text href;
        /// Identifier assigned by the engine, usually a UUID.
        10 text id;
        /// Name; unique for most types, but not for disks.
        11 text name;
        /// Server hooks of the gluster hook.
        12 links(GlusterServerHook) server_hooks;
        /// Stage, a hook stage.
        13 enumeration(HookStage) stage;
        /// State. Read-only.
        14 enumeration(GlusterHookStatus) status;
    }
}
