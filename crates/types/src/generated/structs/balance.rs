//! `Balance`.
//!
//! @generated from `crates/model/data/types/clusters.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{Link, SchedulingPolicy, SchedulingPolicyUnit};

/// A module of a scheduling policy that moves VMs between hosts.
#[derive(Clone)]
pub struct Balance {
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
    /// Scheduling policy of the balance.
    pub scheduling_policy: Option<Link<SchedulingPolicy>>,
    /// Scheduling policy unit of the balance.
    pub scheduling_policy_unit: Option<Link<SchedulingPolicyUnit>>,
}

api_struct! {
    Balance "balance" "balances" identified {
        /// Free text by the user.
        0 text comment;
        /// Free text by the user, shown in lists.
        1 text description;
        /// Address of the object, as a path on the engine's host. Read-only.
        2 text href;
        /// Identifier assigned by the engine, usually a UUID.
        3 text id;
        /// Name; unique for most types, but not for disks.
        4 text name;
        /// Scheduling policy of the balance.
        5 link(SchedulingPolicy) scheduling_policy;
        /// Scheduling policy unit of the balance.
        6 link(SchedulingPolicyUnit) scheduling_policy_unit;
    }
}
