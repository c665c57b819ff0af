//! `HostCpuUnit`.
//!
//! @generated from `crates/model/data/types/hosts.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{List, Vm};

/// A CPU of a host, with the VMs that are bound to it. Since 4.5.
#[derive(Clone)]
pub struct HostCpuUnit {
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
    /// Core identifier, a whole number. Since 4.5.
    pub core_id: Option<i64>,
    /// CPU identifier, a whole number. Since 4.5.
    pub cpu_id: Option<i64>,
    /// Whether the host's agent runs on it. Since 4.5.
    pub runs_vdsm: Option<bool>,
    /// Socket identifier, a whole number. Since 4.5.
    pub socket_id: Option<i64>,
    /// VMs of the host CPU unit. Since 4.5.
    pub vms: Option<List<Vm>>,
}

api_struct! {
    HostCpuUnit "host_cpu_unit" "host_cpu_units" identified {
        /// Free text by the user.
        0 text comment;
        /// Core identifier, a whole number. Since 4.5.
        1 integer core_id;
        /// CPU identifier, a whole number. Since 4.5.
        2 integer cpu_id;
        /// Free text by the user, shown in lists.
        3 text description;
        /// Address of the object, as a path on the engine's host. Read-only.
        4 text href;
        /// Identifier assigned by the engine, usually a UUID.
        5 text id;
        /// Name; unique for most types, but not for disks.
        6 text name;
        /// Whether the host's agent runs on it. Since 4.5.
        7 boolean runs_vdsm;
        /// Socket identifier, a whole number. Since 4.5.
        8 integer socket_id;
        /// VMs of the host CPU unit. Since 4.5.
        9 links(Vm) vms;
    }
}
