//! Scheduling policies of clusters, and their modules: filters, weights and balances.

use crate::dependencies::names_of_users;
use crate::fault::Fault;
use crate::kind::{
    Add, AddressRule, Addressing, Answer, Command, KEPT, Kind, Remove, UniqueName, Update, merge,
};
use crate::node::Node;
use crate::object::{BALANCES, CLUSTERS, FILTERS, ObjectRef, SCHEDULING_POLICIES, WEIGHTS};
use crate::world::World;

const TITLE: &str = "Scheduling Policy";

pub(super) static SCHEDULING_POLICY: Kind = Kind {
    name: "scheduling_policy",
    title: TITLE,
    unique_name: UniqueName::Yes,
    update: Update {
        apply: |world, command, policy, changes| {
            check_unlocked(world, policy)?;
            merge(world, command, policy, changes)
        },
        ..KEPT.update
    },
    remove: Remove {
        check: check_remove,
        ..KEPT.remove
    },
    ..KEPT
};

/// A module of a policy has the identifier of its unit.
const MODULE: Kind = Kind {
    address: Addressing {
        rule: AddressRule::None,
        ..KEPT.address
    },
    keeps_id: true,
    add: Add {
        answer: Answer::Ok,
        check: check_module,
        ..KEPT.add
    },
    remove: Remove {
        check: |world, command, _| check_unlocked(world, &command.owner()),
        ..KEPT.remove
    },
    ..KEPT
};

pub(super) static BALANCE: Kind = Kind {
    name: "balance",
    ..MODULE
};

pub(super) static FILTER: Kind = Kind {
    name: "filter",
    defaults: &[&[("position", "0")]],
    ..MODULE
};

pub(super) static WEIGHT: Kind = Kind {
    name: "weight",
    defaults: &[&[("factor", "1")]],
    ..MODULE
};

pub(super) static SCHEDULING_POLICY_UNIT: Kind = Kind {
    name: "scheduling_policy_unit",
    title: "Policy Unit",
    remove: Remove {
        check: check_unit_unused,
        ..KEPT.remove
    },
    ..KEPT
};

/// Fails if a policy is a predefined one.
fn check_unlocked(world: &World, policy: &ObjectRef) -> Result<(), Fault> {
    match policy.has(world, "locked", "true") {
        true => Err(Fault::invalid(
            "Cannot edit Scheduling Policy. Scheduling Policy is locked, and cannot be editable.",
        )),
        false => Ok(()),
    }
}

fn check_remove(world: &mut World, _: &Command<'_>, policy: &ObjectRef) -> Result<(), Fault> {
    if policy.has(world, "locked", "true") {
        let why = "Cannot remove Scheduling Policy. Parameters are invalid.";
        return Err(Fault::invalid(why));
    }
    let clusters = names_of_users(world, CLUSTERS, "scheduling_policy", policy.id());
    if clusters.is_empty() {
        return Ok(());
    }
    Err(Fault::invalid(format!(
        "Cannot remove {TITLE}. {TITLE} is attached to cluster(s): {}, please unassign cluster(s).",
        clusters.join(",")
    )))
}

fn check_module(world: &mut World, command: &Command<'_>, module: &mut Node) -> Result<(), Fault> {
    check_unlocked(world, &command.owner())?;
    let unit = module.child("scheduling_policy_unit").map(Node::id);
    let unit = unit.unwrap_or_default().to_owned();
    if ObjectRef::new(command.stored_in, unit.as_str()).exists(world) {
        return Err(Fault::invalid(
            "Cannot edit Scheduling Policy. policy unit already exists in Scheduling Policy.",
        ));
    }
    module.set_attribute("id", &unit);
    command.kind.complete(module);
    Ok(())
}

/// Fails if a policy has the unit as a module.
fn check_unit_unused(world: &mut World, _: &Command<'_>, unit: &ObjectRef) -> Result<(), Fault> {
    let has_unit = |policy: &&Node| {
        let policy = ObjectRef::new(SCHEDULING_POLICIES, policy.id());
        let mut modules = [FILTERS, WEIGHTS, BALANCES].into_iter();
        modules.any(|modules| ObjectRef::new(policy.below(modules), unit.id()).exists(world))
    };
    let policies = world
        .store
        .list(SCHEDULING_POLICIES)
        .iter()
        .filter(has_unit);
    let policies: Vec<&str> = policies.filter_map(|policy| policy.get("name")).collect();
    if policies.is_empty() {
        return Ok(());
    }
    let policies = policies.join(", ");
    let why = format!("Policy unit is attached to the following cluster policies: {policies}.");
    Err(Fault::cannot("remove", "Policy Unit", why))
}
