//! `Cdrom`.
//!
//! @generated from `crates/model/data/types/vms.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{File, InstanceType, Link, List, Shared, Template, Vm};

/// CD-ROM drive of a VM, template or snapshot; its identifier is made of zeros.
#[derive(Clone)]
pub struct Cdrom {
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
    /// ISO image that is inserted; ejected by an empty `id`. With `current` the running VM's.
    pub file: Option<Shared<File>>,
    /// Instance type that it belongs to.
    pub instance_type: Option<Link<InstanceType>>,
    /// Template that it belongs to.
    pub template: Option<Link<Template>>,
    /// VM that it belongs to. Deprecated.
    pub vm: Option<Link<Vm>>,
    /// VMs that have it.
    pub vms: Option<List<Vm>>,
}

api_struct! {
    Cdrom "cdrom" "cdroms" identified {
        /// Free text by the user.
        0 text comment;
        /// Free text by the user, shown in lists.
        1 text description;
        /// ISO image that is inserted; ejected by an empty `id`. With `current` the running VM's.
        2 object(File) file;
        /// Address of the object, as a path on the engine's host. Read-only.
        3 text href;
        /// Identifier assigned by the engine, usually a UUID.
        4 text id;
        /// Instance type that it belongs to.
        5 link(InstanceType) instance_type;
        /// Name; unique for most types, but not for disks.
        6 text name;
        /// Template that it belongs to.
        7 link(Template) template;
        /// VM that it belongs to. Deprecated.
        8 link(Vm) vm;
        /// VMs that have it.
        9 links(Vm) vms;
    }
}
