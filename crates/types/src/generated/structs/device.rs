//! `Device`.
//!
//! @generated from `crates/model/data/types/vms.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{InstanceType, Link, List, Template, Vm};

/// What devices of VMs have in common.
#[derive(Clone)]
pub struct Device {
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
    Device "device" "devices" identified {
        0 text comment;
        1 text description;
        2 text href;
        3 text id;
        4 link(InstanceType) instance_type;
        5 text name;
        6 link(Template) template;
        7 link(Vm) vm;
        8 list(Vm) vms;
    }
}
