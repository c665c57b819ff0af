//! `AffinityLabel`.
//!
//! @generated from `crates/model/data/types/affinity.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{Host, List, Vm};

/// A label that ties VMs to hosts that have it too.
#[derive(Clone)]
pub struct AffinityLabel {
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
    /// Whether it acts as an affinity group by itself. Since 4.3.6.
    pub has_implicit_affinity_group: Option<bool>,
    /// Whether users cannot change it.
    pub read_only: Option<bool>,
    /// Hosts that have the label.
    pub hosts: Option<List<Host>>,
    /// VMs that have the label, and so run on hosts that have it too.
    pub vms: Option<List<Vm>>,
}

api_struct! {
    AffinityLabel "affinity_label" "affinity_labels" identified {
        /// Free text by the user.
        0 text comment;
        /// Free text by the user, shown in lists.
        1 text description;
        /// Whether it acts as an affinity group by itself. Since 4.3.6.
        2 boolean has_implicit_affinity_group;
        /// Hosts that have the label.
        3 links(Host) hosts;
        /// Address of the object, as a path on the engine's host. Read-only.
        4 text href;
        /// Identifier assigned by the engine, usually a UUID.
        5 text id;
        /// Name; unique for most types, but not for disks.
        6 text name;
        /// Whether users cannot change it.
        7 boolean read_only;
        /// VMs that have the label, and so run on hosts that have it too.
        8 links(Vm) vms;
    }
}
