//! `Tag`.
//!
//! @generated from `crates/model/data/types/system.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{Group, Host, Link, Template, User, Vm};

/// A name that objects can be marked with; tags form a tree.
#[derive(Clone)]
pub struct Tag {
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
    /// Group that is marked with it, where the tag was read below that group.
    pub group: Option<Link<Group>>,
    /// Host that is marked with it, where the tag was read below that host.
    pub host: Option<Link<Host>>,
    /// Tag above it; the root tag if absent on adding.
    pub parent: Option<Link<Tag>>,
    /// Template that is marked with it, where the tag was read below that template.
    pub template: Option<Link<Template>>,
    /// User who is marked with it, where the tag was read below that user.
    pub user: Option<Link<User>>,
    /// VM that is marked with it, where the tag was read below that VM.
    pub vm: Option<Link<Vm>>,
}

api_struct! {
    Tag "tag" "tags" identified {
        /// Free text by the user.
        0 text comment;
        /// Free text by the user, shown in lists.
        1 text description;
        /// Group that is marked with it, where the tag was read below that group.
        2 link(Group) group;
        /// Host that is marked with it, where the tag was read below that host.
        3 link(Host) host;
        /// Address of the object, as a path on the engine's host. Read-only.
        4 text href;
        /// Identifier assigned by the engine, usually a UUID.
        5 text id;
        /// Name; unique for most types, but not for disks.
        6 text name;
        /// Tag above it; the root tag if absent on adding.
        7 link(Tag) parent;
        /// Template that is marked with it, where the tag was read below that template.
        8 link(Template) template;
        /// User who is marked with it, where the tag was read below that user.
        9 link(User) user;
        /// VM that is marked with it, where the tag was read below that VM.
        10 link(Vm) vm;
    }
}
