//! `SchedulingPolicyUnit`.
//!
//! @generated from `crates/model/data/types/clusters.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{List, PolicyUnitType, Property};

/// A module that scheduling policies are made of.
#[derive(Clone)]
pub struct SchedulingPolicyUnit {
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
    /// Whether it is on.
    pub enabled: Option<bool>,
    /// Whether it is part of the engine.
    pub internal: Option<bool>,
    /// Properties as names and values.
    pub properties: Option<List<Property>>,
    /// Kind of it.
    pub type_: Option<PolicyUnitType>,
}

api_struct! {
    SchedulingPolicyUnit "scheduling_policy_unit" "scheduling_policy_units" identified {
        0 text comment;
        1 text description;
        2 boolean enabled;
        3 text href;
        4 text id;
        5 boolean internal;
        6 text name;
        7 list(Property) properties;
        8 enumeration(PolicyUnitType) type_ = "type";
    }
}
