//! `AffinityGroup`.
//!
//! @generated from `crates/model/data/types/affinity.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{AffinityLabel, AffinityRule, Cluster, Host, Link, List, Vm};

/// Rules that keep VMs together or apart, on certain hosts or away from them.
#[derive(Clone)]
pub struct AffinityGroup {
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
    /// Whether the rules cannot be held now. Read-only. Since 4.4.8.
    pub broken: Option<bool>,
    /// Whether the rules are strict; `vms_rule` is its successor. Deprecated.
    pub enforcing: Option<bool>,
    /// Rule between the VMs and the hosts. Since 4.1.
    pub hosts_rule: Option<AffinityRule>,
    /// Whether VMs are kept together rather than apart; `vms_rule` is its successor. Deprecated.
    pub positive: Option<bool>,
    /// Weight when groups contradict each other: the higher wins. Since 4.3.6.
    pub priority: Option<f64>,
    /// Rule between the VMs. Since 4.1.
    pub vms_rule: Option<AffinityRule>,
    /// Cluster that it belongs to.
    pub cluster: Option<Link<Cluster>>,
    /// Labels whose hosts belong to the group. Since 4.3.6.
    pub host_labels: Option<List<AffinityLabel>>,
    /// Hosts that the rule between VMs and hosts is about. Since 4.1.
    pub hosts: Option<List<Host>>,
    /// Labels whose VMs belong to the group. Since 4.3.6.
    pub vm_labels: Option<List<AffinityLabel>>,
    /// VMs that the rules are about.
    pub vms: Option<List<Vm>>,
}

api_struct! {
    AffinityGroup "affinity_group" "affinity_groups" identified {
        /// Whether the rules cannot be held now. Read-only. Since 4.4.8.
        0 boolean broken;
        /// Cluster that it belongs to.
        1 link(Cluster) cluster;
        /// Free text by the user.
        2 text comment;
        /// Free text by the user, shown in lists.
        3 text description;
        /// Whether the rules are strict; `vms_rule` is its successor. Deprecated.
        4 boolean enforcing;
        /// Labels whose hosts belong to the group. Since 4.3.6.
        5 links(AffinityLabel) host_labels;
        /// Hosts that the rule between VMs and hosts is about. Since 4.1.
        6 links(Host) hosts;
        /// Rule between the VMs and the hosts. Since 4.1.
        7 inline(AffinityRule) hosts_rule;
        /// Address of the object, as a path on the engine's host. Read-only.
        8 text href;
        /// Identifier assigned by the engine, usually a UUID.
        9 text id;
        /// Name; unique for most types, but not for disks.
        10 text name;
        /// Whether VMs are kept together rather than apart; `vms_rule` is its successor.
        /// Deprecated.
        11 boolean positive;
        /// Weight when groups contradict each other: the higher wins. Since 4.3.6.
        12 decimal priority;
        /// Labels whose VMs belong to the group. Since 4.3.6.
        13 links(AffinityLabel) vm_labels;
        /// VMs that the rules are about.
        14 links(Vm) vms;
        /// Rule between the VMs. Since 4.1.
        15 inline(AffinityRule) vms_rule;
    }
}
