//! `Filter`.
//!
//! @generated from `crates/model/data/types/clusters.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{Link, SchedulingPolicyUnit};

/// A module of a scheduling policy that excludes hosts.
#[derive(Clone)]
pub struct Filter {
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
    /// Place among the filters: -1 first, 1 last, 0 anywhere.
    pub position: Option<i64>,
    /// Scheduling policy unit of the filter.
    pub scheduling_policy_unit: Option<Link<SchedulingPolicyUnit>>,
}

api_struct! {
    Filter "filter" "filters" identified {
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
        /// Place among the filters: -1 first, 1 last, 0 anywhere.
        5 integer position;
        /// Scheduling policy unit of the filter.
        6 link(SchedulingPolicyUnit) scheduling_policy_unit;
    }
}
