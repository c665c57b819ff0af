//! MAC pools: the ranges that NICs get their addresses from.

use super::mac;
use crate::dependencies::names_of_users;
use crate::fault::Fault;
use crate::kind::{Add, Command, KEPT, Kind, Remove, UniqueName, Update, merge};
use crate::mac_addresses::parse_address;
use crate::node::Node;
use crate::object::{CLUSTERS, MAC_POOLS, ObjectRef};
use crate::world::World;

const TITLE: &str = "MAC Pool";

pub(super) static MAC_POOL: Kind = Kind {
    name: "mac_pool",
    title: TITLE,
    event_title: TITLE,
    unique_name: UniqueName::Yes,
    defaults: &[&[("allow_duplicates", "false"), ("default_pool", "false")]],
    add: Add {
        verb: "create",
        event: 10700,
        check: check_add,
        permit: "create_mac_pool",
        ..KEPT.add
    },
    update: Update {
        apply: update,
        permit: "edit_mac_pool",
        ..KEPT.update
    },
    remove: Remove {
        check: check_remove,
        permit: "delete_mac_pool",
        ..KEPT.remove
    },
    ..KEPT
};

/// Returns the inclusive ranges of a pool.
pub(super) fn ranges(pool: &Node) -> Vec<(u64, u64)> {
    let ranges = pool.child("ranges").map_or(&[][..], |list| &list.children);
    ranges
        .iter()
        .filter_map(|range| {
            Some((
                parse_address(range.get("from")?)?,
                parse_address(range.get("to")?)?,
            ))
        })
        .collect()
}

fn check_add(world: &mut World, _: &Command<'_>, pool: &mut Node) -> Result<(), Fault> {
    pool.remove("default_pool");
    MAC_POOL.complete(pool);
    check_ranges(world, "create", "", pool)
}

fn check_ranges(world: &World, verb: &str, id: &str, pool: &Node) -> Result<(), Fault> {
    let count = pool.child("ranges").map_or(0, |list| list.children.len());
    let ranges = ranges(pool);
    if count == 0 {
        let why = "MAC Pool must contain at least one MAC address range.";
        return Err(Fault::cannot(verb, TITLE, why));
    }
    let list = pool.child("ranges").map_or(&[][..], |list| &list.children);
    for (index, range) in list.iter().enumerate() {
        for (end, attribute) in [("from", "macFrom"), ("to", "macTo")] {
            if range
                .get(end)
                .is_some_and(|text| parse_address(text).is_none())
            {
                return Err(Fault::invalid(mac::invalid(&format!(
                    "macPool.ranges[{index}].{attribute}"
                ))));
            }
        }
    }
    if ranges.len() < count || ranges.iter().any(|(from, to)| from > to) {
        return Err(Fault::invalid(format!(
            "Cannot {verb} MAC Pool. Invalid MAC address range."
        )));
    }
    check_overlaps(world, verb, id, &ranges)
}

/// Fails if ranges overlap with each other or with those of another pool.
fn check_overlaps(world: &World, verb: &str, id: &str, ranges: &[(u64, u64)]) -> Result<(), Fault> {
    let overlap = |a: &(u64, u64), b: &(u64, u64)| a.0 <= b.1 && b.0 <= a.1;
    let has_own = |index: usize, range: &(u64, u64)| {
        let later = ranges.get(index + 1..).unwrap_or_default();
        later.iter().any(|other| overlap(range, other))
    };
    if ranges
        .iter()
        .enumerate()
        .any(|(at, range)| has_own(at, range))
    {
        let why = "MAC pool cannot contain overlapping ranges.";
        return Err(Fault::cannot(verb, TITLE, why));
    }
    let pools = world.store.list(MAC_POOLS).iter();
    let others: Vec<&str> = pools
        .filter(|pool| pool.id() != id)
        .filter(|pool| {
            let other = self::ranges(pool);
            let mut own = ranges.iter();
            own.any(|range| other.iter().any(|other| overlap(range, other)))
        })
        .filter_map(|pool| pool.get("name"))
        .collect();
    if others.is_empty() {
        return Ok(());
    }
    let others = others.join(", ");
    Err(Fault::cannot(
        verb,
        TITLE,
        format!("MAC pool cannot contain ranges which overlap with ranges in MAC pools: {others}"),
    ))
}

fn update(
    world: &mut World,
    command: &Command<'_>,
    pool: &ObjectRef,
    changes: &Node,
) -> Result<(), Fault> {
    let default = pool.text(world, "default_pool");
    if let (Some(current), Some(new)) = (default, changes.get("default_pool"))
        && current != new
    {
        let reason = if current == "true" {
            "Changing default MAC Pool is not supported."
        } else {
            "Setting default MAC Pool is not supported."
        };
        return Err(Fault::invalid(format!("Cannot edit {TITLE}. {reason}")));
    }
    if changes.child("ranges").is_some() {
        check_ranges(world, "edit", pool.id(), changes)?;
    }
    merge(world, command, pool, changes)
}

fn check_remove(world: &mut World, _: &Command<'_>, pool: &ObjectRef) -> Result<(), Fault> {
    if pool.has(world, "default_pool", "true") {
        let why = "Default MAC Pool cannot be removed.";
        return Err(Fault::cannot("remove", TITLE, why));
    }
    let users = names_of_users(world, CLUSTERS, "mac_pool", pool.id());
    if users.is_empty() {
        return Ok(());
    }
    Err(Fault::cannot(
        "remove",
        TITLE,
        format!(
            "Several Clusters ({}) are using this MAC Pool:\n{}\n - Please remove it from all Clusters that are using it and try again.",
            users.len(),
            users.join(", ")
        ),
    ))
}
