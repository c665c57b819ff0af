//! Scheduling policies and their units: filters, weights, balances and selectors.

use super::levels::{fields, lines};
use super::named;
use crate::node::Node;
use crate::object::{
    BALANCES, FILTERS, ObjectRef, SCHEDULING_POLICIES, SCHEDULING_POLICY_UNITS, WEIGHTS,
};
use crate::world::World;

/// Lines: identifier, type and name of a unit; then, indented, its description and properties.
const UNITS: &str = include_str!("data/policy_units.txt");

/// Identifier, name, unit that balances, and properties of a policy.
type Policy = (&'static str, &'static str, &'static str, Properties);
/// Names and values.
type Properties = &'static [(&'static str, &'static str)];

const POLICIES: &[Policy] = &[
    (
        "5a2b0939-7d46-4b73-a469-e9c2c7fc6a53",
        "power_saving",
        "OptimalForPowerSaving",
        &[
            ("HighUtilization", "80"),
            ("LowUtilization", "20"),
            ("HeSparesCount", "0"),
            ("CpuOverCommitDurationMinutes", "2"),
        ],
    ),
    (DEFAULT, "none", "None", COMMON),
    (
        "7677771e-5eab-422e-83fa-dc04080d21b7",
        "cluster_maintenance",
        "None",
        COMMON,
    ),
    (
        "20d25257-b4bd-4589-92a6-c4c5c5d3fd1a",
        "evenly_distributed",
        "OptimalForEvenDistribution",
        &[
            ("HighUtilization", "80"),
            ("HeSparesCount", "0"),
            ("CpuOverCommitDurationMinutes", "2"),
            ("VCpuToPhysicalCpuRatio", "0"),
        ],
    ),
    (
        "8d5d7bec-68de-4a67-b53e-0ac54686d579",
        "vm_evenly_distributed",
        "OptimalForEvenGuestDistribution",
        &[
            ("HighUtilization", "80"),
            ("HeSparesCount", "0"),
            ("CpuOverCommitDurationMinutes", "2"),
            ("HighVmCount", "10"),
            ("SpmVmGrace", "5"),
            ("MigrationThreshold", "5"),
        ],
    ),
];

/// Identifier of the policy of new clusters.
pub(crate) const DEFAULT: &str = "b4ed2332-a7ac-4d5f-9596-99a439cb2812";

const COMMON: Properties = &[
    ("HighUtilization", "80"),
    ("CpuOverCommitDurationMinutes", "2"),
];

/// Units that no policy contains from the start.
const UNUSED: &[&str] = &["InClusterUpgrade", "Swap"];
/// The filter that only the policy `cluster_maintenance` has.
const MAINTENANCE: &str = "ClusterInMaintenance";
/// Weights that all policies have.
const WEIGHT_NAMES: &[&str] = &[
    "HA",
    "OptimalForHaReservation",
    "PreferredHosts",
    "VmAffinityGroups",
    "VmToHostsAffinityGroups",
];

pub(super) fn fill(world: &mut World) {
    let units = units();
    for (id, name, balance, properties) in POLICIES {
        let policy = named("scheduling_policy", id, name, "")
            .with_text("default_policy", (*id == DEFAULT).to_string())
            .with_text("locked", "true")
            .with(property_list(properties.iter().copied()));
        world.store.add(SCHEDULING_POLICIES, policy);
        for unit in &units {
            add_to_policy(world, (id, name, balance), unit);
        }
    }
    for unit in units {
        world.store.add(SCHEDULING_POLICY_UNITS, unit);
    }
}

/// Adds a unit to the filters, weights or balances of a policy that contains it.
fn add_to_policy(world: &mut World, (id, name, balance): (&str, &str, &str), unit: &Node) {
    let own = unit.get("name").unwrap_or_default();
    let (collection, tag, member) = match unit.get("type") {
        _ if UNUSED.contains(&own) => return,
        Some("filter") if own != MAINTENANCE || name == "cluster_maintenance" => {
            (FILTERS, "filter", Some(("position", "0")))
        }
        Some("weight") if WEIGHT_NAMES.contains(&own) || own == balance => {
            (WEIGHTS, "weight", Some(("factor", "1")))
        }
        Some("load_balancing") if own == balance => (BALANCES, "balance", None),
        _ => return,
    };
    let mut entry = Node::reference(tag, unit.id());
    if let Some((member, text)) = member {
        entry.set(member, text);
    }
    let entry = entry.with(Node::reference("scheduling_policy_unit", unit.id()));
    let policy = ObjectRef::new(SCHEDULING_POLICIES, id);
    world.store.add(&policy.below(collection), entry);
}

fn units() -> Vec<Node> {
    let mut units: Vec<Node> = Vec::new();
    for line in lines(UNITS) {
        let Some(detail) = line.strip_prefix("  ") else {
            let [id, kind, name] = fields::<3>(line);
            let mut unit = named("scheduling_policy_unit", id, name, "")
                .with_text("enabled", "true")
                .with_text("internal", "true");
            if kind != "-" {
                unit.set("type", kind);
            }
            units.push(unit);
            continue;
        };
        let Some(unit) = units.last_mut() else {
            continue;
        };
        if unit.get("description").is_none_or(str::is_empty) {
            unit.set("description", detail);
        } else if let Some((name, value)) = detail.split_once('=') {
            let list = unit.child_mut("properties");
            list.children.push(property(name, value));
        }
    }
    units
}

fn property(name: &str, value: &str) -> Node {
    Node::new("property")
        .with_text("name", name)
        .with_text("value", value)
}

fn property_list<'a>(properties: impl Iterator<Item = (&'a str, &'a str)>) -> Node {
    let mut list = Node::new("properties");
    list.children
        .extend(properties.map(|(name, value)| property(name, value)));
    list
}

/// Returns the properties of a policy, as clusters with it repeat them.
pub(crate) fn policy_properties(world: &World, policy: &str) -> Option<Node> {
    let policy = ObjectRef::new(SCHEDULING_POLICIES, policy).get(world)?;
    policy.child("properties").cloned()
}
