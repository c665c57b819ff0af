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
    /// Address of the object, as a path on the engine's host. Set by the engine.
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
        0 list(Balance) balances;
        1 text comment;
        2 boolean default_policy;
        3 text description;
        4 list(Filter) filters;
        5 text href;
        6 text id;
        7 boolean locked;
        8 text name;
        9 list(Property) properties;
        10 list(Weight) weight;
    }
}
