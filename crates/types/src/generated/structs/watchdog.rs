//! `Watchdog`.
//!
//! @generated from `crates/model/data/types/vms.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{InstanceType, Link, List, Template, Vm, WatchdogAction, WatchdogModel};

/// Watchdog device, which acts when the guest hangs.
#[derive(Clone)]
pub struct Watchdog {
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
    /// What happens then.
    pub action: Option<WatchdogAction>,
    /// Device.
    pub model: Option<WatchdogModel>,
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
    Watchdog "watchdog" "watchdogs" identified {
        /// What happens then.
        0 enumeration(WatchdogAction) action;
        /// Free text by the user.
        1 text comment;
        /// Free text by the user, shown in lists.
        2 text description;
        /// Address of the object, as a path on the engine's host. Read-only.
        3 text href;
        /// Identifier assigned by the engine, usually a UUID.
        4 text id;
        /// Instance type that it belongs to.
        5 link(InstanceType) instance_type;
        /// Device.
        6 enumeration(WatchdogModel) model;
        /// Name; unique for most types, but not for disks.
        7 text name;
        /// Template that it belongs to.
        8 link(Template) template;
        /// VM that it belongs to. Deprecated.
        9 link(Vm) vm;
        /// VMs that have it.
        10 links(Vm) vms;
    }
}
