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
    /// Address of the object, as a path on the engine's host. Read-only.
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
    #[doc(alias = "type")]
    pub type_: Option<PolicyUnitType>,
}

api_struct! {
    SchedulingPolicyUnit "scheduling_policy_unit" "scheduling_policy_units" identified {
        /// Free text by the user.
        0 text comment;
        /// Free text by the user, shown in lists.
        1 text description;
        /// Whether it is on.
        2 boolean enabled;
        /// Address of the object, as a path on the engine's host. Read-only.
        3 text href;
        /// Identifier assigned by the engine, usually a UUID.
        4 text id;
        /// Whether it is part of the engine.
        5 boolean internal;
        /// Name; unique for most types, but not for disks.
        6 text name;
        /// Properties as names and values.
        7 list(Property) properties;
        /// Kind of it.
        8 enumeration(PolicyUnitType) type_ = "type";
    }
}
