//! The assignment of MAC addresses from pools to NICs.

use super::mac_pool::ranges;
use crate::fault::Fault;
use crate::kind::Command;
use crate::mac_addresses::{UsedAddresses, format_address, parse_address};
use crate::node::Node;
use crate::object::{MAC_POOLS, NICS, ObjectRef};
use crate::world::World;

/// Returns the message about an address that is none, in an attribute of the engine's object.
pub(super) fn invalid(attribute: &str) -> String {
    format!(
        "MAC address must be in format \"HH:HH:HH:HH:HH:HH\" where H is a hexadecimal character \
         (either a digit or A-F, case is insignificant)., Attribute: {attribute}"
    )
}

/// Returns the pool of the cluster of a VM or template, or the default pool.
fn pool_of(world: &World, owner: &ObjectRef) -> Option<String> {
    let cluster = owner.target(world, "cluster");
    let pool = ObjectRef::cluster(&cluster).target(world, "mac_pool");
    if !pool.is_empty() {
        return Some(pool);
    }
    let mut pools = world.store.list(MAC_POOLS).iter();
    let default = pools.find(|pool| pool.get("default_pool") == Some("true"))?;
    Some(default.id().to_owned())
}

/// Assigns a free address to a NIC of a VM or template, or registers the one it has.
pub(crate) fn assign(world: &mut World, owner: &ObjectRef, nic: &mut Node) -> Result<(), Fault> {
    let Some(pool) = pool_of(world, owner) else {
        return Ok(());
    };
    let Some(node) = ObjectRef::new(MAC_POOLS, &pool).get(world) else {
        return Ok(());
    };
    let (ranges, duplicates) = (ranges(node), node.get("allow_duplicates") == Some("true"));
    let mut used = world.macs.take().unwrap_or_else(|| addresses_in_use(world));
    let requested = nic.get("mac.address").filter(|text| !text.is_empty());
    let assigned = match requested {
        Some(requested) => {
            let address =
                parse_address(requested).ok_or_else(|| Fault::invalid(invalid("nic.macAddress")));
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

/// Reassigns the MAC addresses of a VM's NICs in the order of the NICs' names.
pub(super) fn reorder_addresses(
    world: &mut World,
    _: &Command<'_>,
    vm: &ObjectRef,
    _: &Node,
) -> Result<Vec<Node>, Fault> {
    let path = vm.below(NICS);
    let nics = world.store.list(&path);
    let text = |node: &Node, member: &str| node.get(member).unwrap_or_default().to_owned();
    let mut names: Vec<(String, String)> = nics
        .iter()
        .map(|nic| (text(nic, "name"), nic.id().to_owned()))
        .collect();
    let mut addresses: Vec<String> = nics.iter().map(|nic| text(nic, "mac.address")).collect();
    names.sort();
    addresses.sort();
    for ((_, nic), address) in names.into_iter().zip(addresses) {
        ObjectRef::new(&path, &nic).change(world, |nic| nic.set("mac.address", address));
    }
    Ok(Vec::new())
}
