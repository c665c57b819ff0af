//! `SchedulingPolicy`.
//!
//! @generated from `crates/model/data/types/clusters.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{Balance, Filter, List, Property, Weight};

/// A way to choose hosts for VMs.
#[derive(Clone)]
pub struct SchedulingPolicy {
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
    /// Whether clusters have it unless set.
    pub default_policy: Option<bool>,
    /// Whether it cannot be changed; the engine's own cannot.
    pub locked: Option<bool>,
    /// Properties as names and values.
    pub properties: Option<List<Property>>,
    /// Balances of the scheduling policy.
    pub balances: Option<List<Balance>>,
    /// Filters of the scheduling policy.
    pub filters: Option<List<Filter>>,
    /// Weight of the scheduling policy.
    pub weight: Option<List<Weight>>,
}

api_struct! {
    SchedulingPolicy "scheduling_policy" "scheduling_policies" identified {
        /// Balances of the scheduling policy.
        0 links(Balance) balances;
        /// Free text by the user.
        1 text comment;
        /// Whether clusters have it unless set.
        2 boolean default_policy;
        /// Free text by the user, shown in lists.
        3 text description;
        /// Filters of the scheduling policy.
        4 links(Filter) filters;
        /// Address of the object, as a path on the engine's host. Read-only.
        5 text href;
        /// Identifier assigned by the engine, usually a UUID.
        6 text id;
        /// Whether it cannot be changed; the engine's own cannot.
        7 boolean locked;
        /// Name; unique for most types, but not for disks.
        8 text name;
        /// Properties as names and values.
        9 list(Property) properties;
        /// Weight of the scheduling policy.
        10 links(Weight) weight;
    }
}
