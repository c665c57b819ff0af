//! MAC pools: their ranges, and address allocation for NICs.

use std::collections::{HashMap, HashSet};

use crate::behaviour::Command;
use crate::fault::Fault;
use crate::node::Node;
use crate::world::World;

/// Allocated addresses.
#[derive(Default)]
pub(crate) struct Used {
    addresses: HashSet<u64>,
    /// The next candidate of each pool.
    next: HashMap<String, u64>,
}

/// Parses an address to a number.
fn number(text: &str) -> Option<u64> {
    let mut parts = 0;
    let mut number = 0;
    for part in text.trim().split(':') {
        let digits = part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_hexdigit());
        number = number << 8 | u64::from(u8::from_str_radix(part, 16).ok().filter(|_| digits)?);
        parts += 1;
    }
    (parts == 6).then_some(number)
}

fn text(number: u64) -> String {
    let [_, _, bytes @ ..] = number.to_be_bytes();
    bytes.map(|byte| format!("{byte:02x}")).join(":")
}

/// The pool of the cluster of a VM or template.
fn pool_of(world: &World, owner: &str) -> Option<String> {
    let (home, id) = owner.split_once('/')?;
    let cluster = world.target(home, id, "cluster");
    let pool = world.target("clusters", &cluster, "mac_pool");
    if !pool.is_empty() {
        return Some(pool);
    }
    let mut pools = world.store.list("macpools").iter();
    let default = pools.find(|pool| pool.get("default_pool") == Some("true"))?;
    Some(default.id().to_owned())
}

/// The ranges of a pool, both ends inclusive.
fn ranges(pool: &Node) -> Vec<(u64, u64)> {
    let ranges = pool.child("ranges").map_or(&[][..], |list| &list.children);
    ranges
        .iter()
        .filter_map(|range| Some((number(range.get("from")?)?, number(range.get("to")?)?)))
        .collect()
}

/// Allocates an address for a NIC of a VM (`vms/ID`), or registers the one it already
/// has.
pub(crate) fn assign(world: &mut World, owner: &str, nic: &mut Node) -> Result<(), Fault> {
    let Some(pool) = pool_of(world, owner) else {
        return Ok(());
    };
    let Some(node) = world.store.get("macpools", &pool) else {
        return Ok(());
    };
    let (ranges, duplicates) = (ranges(node), node.get("allow_duplicates") == Some("true"));
    let mut used = world.macs.take().unwrap_or_else(|| in_use(world));
    let given = nic.get("mac.address").filter(|text| !text.is_empty());
    let found = match given {
        Some(given) => {
            let address = number(given).ok_or_else(|| {
                Fault::invalid(format!("MAC Address '{given}' has an invalid format."))
            });
            address.and_then(|address| {
                if used.addresses.contains(&address) && !duplicates {
                    return Err(Fault::conflict("MAC Address is already in use."));
                }
                Ok(address)
            })
        }
        None => free(&used, &pool, &ranges),
    };
    if let Ok(address) = found {
        used.addresses.insert(address);
        if given.is_none() {
            used.next.insert(pool, address + 1);
            nic.set("mac.address", text(address));
        }
    }
    world.macs = Some(used);
    found.map(|_| ())
}

/// Finds a free address after the last allocated one.
fn free(used: &Used, pool: &str, ranges: &[(u64, u64)]) -> Result<u64, Fault> {
    let after = used.next.get(pool).copied().unwrap_or_default();
    let later = ranges
        .iter()
        .flat_map(|(from, to)| (*from).max(after)..=*to);
    let all = ranges.iter().flat_map(|(from, to)| *from..=*to);
    later
        .chain(all)
        .find(|address| !used.addresses.contains(address))
        .ok_or_else(|| {
            Fault::cannot(
                "add",
                "Interface",
                "Not enough MAC addresses left in MAC Address Pool.",
            )
        })
}

/// The addresses of all NICs of VMs.
fn in_use(world: &World) -> Used {
    let mut used = Used::default();
    for (path, nics) in world.store.all() {
        if path.starts_with("vms/") && path.ends_with("/nics") && path.split('/').count() == 3 {
            let addresses = nics
                .iter()
                .filter_map(|nic| number(nic.get("mac.address")?));
            used.addresses.extend(addresses);
        }
    }
    used
}

/// Validates the ranges of a pool.
pub(crate) fn check_add(pool: &mut Node) -> Result<(), Fault> {
    pool.set_default("allow_duplicates", "false");
    pool.set("default_pool", "false");
    check_ranges("add", pool)
}

fn check_ranges(verb: &str, pool: &Node) -> Result<(), Fault> {
    let given = pool.child("ranges").map_or(0, |list| list.children.len());
    let ranges = ranges(pool);
    if given == 0 {
        return Err(Fault::cannot(
            verb,
            "MAC Pool",
            "MAC Pool must contain at least one MAC address range.",
        ));
    }
    if ranges.len() < given || ranges.iter().any(|(from, to)| from > to) {
        return Err(Fault::invalid(format!(
            "Cannot {verb} MAC Pool. Invalid MAC address range."
        )));
    }
    Ok(())
}

pub(crate) fn check_update(
    world: &World,
    command: &Command<'_>,
    id: &str,
    changes: &Node,
) -> Result<(), Fault> {
    let default = world.text(command.collection, id, "default_pool");
    if let (Some(now), Some(new)) = (default, changes.get("default_pool"))
        && now != new
    {
        let why = if now == "true" {
            "Changing default MAC Pool is not supported."
        } else {
            "Setting default MAC Pool is not supported."
        };
        return Err(Fault::cannot("edit", "MAC Pool", why));
    }
    if changes.child("ranges").is_some() {
        check_ranges("edit", changes)?;
    }
    Ok(())
}
