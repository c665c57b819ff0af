//! `Weight`.
//!
//! @generated from `crates/model/data/types/clusters.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{Link, SchedulingPolicy, SchedulingPolicyUnit};

/// A module of a scheduling policy that ranks hosts.
#[derive(Clone)]
pub struct Weight {
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
    /// How much the module counts against the others.
    pub factor: Option<i64>,
    /// Scheduling policy of the weight.
    pub scheduling_policy: Option<Link<SchedulingPolicy>>,
    /// Scheduling policy unit of the weight.
    pub scheduling_policy_unit: Option<Link<SchedulingPolicyUnit>>,
}

api_struct! {
    Weight "weight" "weights" identified {
        /// Free text by the user.
        0 text comment;
        /// Free text by the user, shown in lists.
        1 text description;
        /// How much the module counts against the others.
        2 integer factor;
        /// Address of the object, as a path on the engine's host. Read-only.
        3 text href;
        /// Identifier assigned by the engine, usually a UUID.
        4 text id;
        /// Name; unique for most types, but not for disks.
        5 text name;
        /// Scheduling policy of the weight.
        6 link(SchedulingPolicy) scheduling_policy;
        /// Scheduling policy unit of the weight.
        7 link(SchedulingPolicyUnit) scheduling_policy_unit;
    }
}
