//! Settings of the engine, which clients read by name. Engines have many more.

use serde_json::{Value, json};

use super::levels::{fields, lines};
use super::named;
use crate::node::Node;
use crate::object::{CLUSTER_LEVELS, OPTIONS};
use crate::world::World;

/// Lines: name, `general` or `levels`, value.
const OPTION_LINES: &str = include_str!("data/options.txt");

/// Migration policies: identifier, name, VMs that migrate at a time, maximum downtime in
/// milliseconds, and what happens to a migration that does not converge.
const MIGRATION_POLICIES: &[(&str, &str, u32, u32, &str)] = &[
    (
        "80554327-0569-496b-bdeb-fcbbf52b827b",
        "Minimal downtime",
        2,
        500,
        "abort",
    ),
    (
        "80554327-0569-496b-bdeb-fcbbf52b827c",
        "Suspend workload if needed",
        1,
        5000,
        "abort",
    ),
    (
        "a7aeedb2-8d66-4e51-bb22-32595027ce71",
        "Post-copy migration",
        2,
        500,
        "postcopy",
    ),
];

/// Adds the settings. The CPU types of the compatibility versions are there already.
pub(super) fn fill(world: &mut World) {
    let levels = world.store.list(CLUSTER_LEVELS).iter();
    let levels: Vec<(String, String)> = levels
        .map(|level| (level.id().to_owned(), cpu_list(level)))
        .collect();
    for line in lines(OPTION_LINES) {
        let [name, scope, value] = fields::<3>(line);
        match scope {
            "levels" => {
                let values = levels.iter().map(|(level, _)| (level.as_str(), value));
                add(world, name, values);
            }
            _ => add(world, name, [("general", value)]),
        }
    }
    let policies = migration_policies();
    let values = levels.iter().map(|(level, _)| (level.as_str(), &*policies));
    add(world, "MigrationPolicies", values);
    let values = levels.iter().map(|(level, cpus)| (level.as_str(), &**cpus));
    add(world, "ServerCPUList", values);
    let all: Vec<&str> = levels.iter().map(|(level, _)| level.as_str()).collect();
    add(
        world,
        "SupportedClusterLevels",
        [("general", &*all.join(","))],
    );
}

fn add<'a>(world: &mut World, name: &str, values: impl IntoIterator<Item = (&'a str, &'a str)>) {
    let values = values.into_iter().map(|(version, value)| {
        Node::new("system_option_value")
            .with_text("value", value)
            .with_text("version", version)
    });
    let mut list = Node::new("values");
    list.children.extend(values);
    let option = named("system_option", name, name, "").with(list);
    world.store.add(OPTIONS, option);
}

/// Returns the CPU types of a compatibility version: level, name, flags, model and architecture.
fn cpu_list(level: &Node) -> String {
    let types = level.child("cpu_types").into_iter();
    let types = types.flat_map(|types| &types.children).map(|cpu_type| {
        let text = |member: &str| cpu_type.get(member).unwrap_or_default();
        let name = text("name");
        let words = name.split(' ');
        let words = words.filter(|word| !matches!(*word, "Secure" | "Intel" | "AMD" | "Family"));
        let model = words.collect::<Vec<_>>().join("-");
        let flags = match () {
            () if name.contains("Intel") => "vmx,nx",
            () if name.contains("AMD") => "svm,nx",
            () if name.contains("POWER") => "powernv",
            () => "sie",
        };
        let (level, architecture) = (text("level"), text("architecture"));
        format!("{level}:{name}:{flags},model_{model}:{model}:{architecture}")
    });
    types.collect::<Vec<_>>().join("; ")
}

/// Returns the migration policies as the JSON text that the setting contains.
fn migration_policies() -> String {
    let policies = MIGRATION_POLICIES.iter();
    let policies = policies.map(|(id, name, at_once, downtime, last)| {
        let set_downtime = |ms: u32| json!({"action": "setDowntime", "params": [ms.to_string()]});
        let config = json!({
            "convergenceItems": [{"stallingLimit": 1, "convergenceItem": set_downtime(*downtime)}],
            "initialItems": [set_downtime(100)],
            "lastItems": [{"action": last, "params": []}],
        });
        json!({
            "id": {"uuid": id},
            "maxMigrations": at_once,
            "autoConvergence": true,
            "migrationCompression": false,
            "enableGuestEvents": true,
            "name": name,
            "config": config,
        })
    });
    Value::Array(policies.collect()).to_string()
}
