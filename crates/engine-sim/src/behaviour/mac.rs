//! MAC pools: address ranges, and the assignment of addresses to NICs.

use crate::command::Command;
use crate::fault::Fault;
use crate::mac_addresses::{UsedAddresses, format_address, parse_address};
use crate::node::Node;
use crate::world::World;

/// Returns the pool of the cluster of a VM or template, or the default pool.
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

/// Returns the inclusive ranges of a pool.
fn ranges(pool: &Node) -> Vec<(u64, u64)> {
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

/// Assigns a free address to a NIC of `owner` (`vms/ID`), or registers the one it has.
pub(crate) fn assign(world: &mut World, owner: &str, nic: &mut Node) -> Result<(), Fault> {
    let Some(pool) = pool_of(world, owner) else {
        return Ok(());
    };
    let Some(node) = world.store.get("macpools", &pool) else {
        return Ok(());
    };
    let (ranges, duplicates) = (ranges(node), node.get("allow_duplicates") == Some("true"));
    let mut used = world.macs.take().unwrap_or_else(|| addresses_in_use(world));
    let requested = nic.get("mac.address").filter(|text| !text.is_empty());
    let assigned = match requested {
        Some(requested) => {
            let address = parse_address(requested).ok_or_else(|| {
                Fault::invalid(format!("MAC Address '{requested}' has an invalid format."))
            });
            address.and_then(|address| {
                if used.addresses.contains(&address) && !duplicates {
                    return Err(Fault::conflict("MAC Address is already in use."));
                }
                Ok(address)
            })
        }
        None => find_free(&used, &pool, &ranges),
    };
    if let Ok(address) = assigned {
        used.addresses.insert(address);
        if requested.is_none() {
            used.next.insert(pool, address + 1);
            nic.set("mac.address", format_address(address));
        }
    }
    world.macs = Some(used);
    assigned.map(|_| ())
}

/// Finds a free address, starting after the last one assigned.
fn find_free(used: &UsedAddresses, pool: &str, ranges: &[(u64, u64)]) -> Result<u64, Fault> {
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

/// Collects the addresses of the NICs of all VMs.
fn addresses_in_use(world: &World) -> UsedAddresses {
    let mut used = UsedAddresses::default();
    for (path, nics) in world.store.all() {
        if path.starts_with("vms/") && path.ends_with("/nics") && path.split('/').count() == 3 {
            let addresses = nics
                .iter()
                .filter_map(|nic| parse_address(nic.get("mac.address")?));
            used.addresses.extend(addresses);
        }
    }
    used
}

/// Sets the defaults of a new pool and checks its ranges.
pub(crate) fn check_add(pool: &mut Node) -> Result<(), Fault> {
    pool.set_default("allow_duplicates", "false");
    pool.set("default_pool", "false");
    check_ranges("add", pool)
}

fn check_ranges(verb: &str, pool: &Node) -> Result<(), Fault> {
    let count = pool.child("ranges").map_or(0, |list| list.children.len());
    let ranges = ranges(pool);
    if count == 0 {
        return Err(Fault::cannot(
            verb,
            "MAC Pool",
            "MAC Pool must contain at least one MAC address range.",
        ));
    }
    if ranges.len() < count || ranges.iter().any(|(from, to)| from > to) {
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
    if let (Some(current), Some(new)) = (default, changes.get("default_pool"))
        && current != new
    {
        let reason = if current == "true" {
            "Changing default MAC Pool is not supported."
        } else {
            "Setting default MAC Pool is not supported."
        };
        return Err(Fault::cannot("edit", "MAC Pool", reason));
    }
    if changes.child("ranges").is_some() {
        check_ranges("edit", changes)?;
    }
    Ok(())
}
