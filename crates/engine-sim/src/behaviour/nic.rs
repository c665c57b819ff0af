//! NICs of VMs and templates.

use crate::behaviour::{mac, power};
use crate::command::Command;
use crate::fault::Fault;
use crate::node::Node;
use crate::world::World;

/// Statuses of a VM in which its NICs can be changed.
const CHANGEABLE: &[&str] = &["down", "up", "image_locked"];

/// Returns the owner of a collection of NICs, such as `vms/ID`.
fn owner(collection: &str) -> &str {
    collection.rsplit_once('/').map_or("", |(owner, _)| owner)
}

/// Returns the status of the VM that owns a collection; `down` for templates.
fn status(world: &World, collection: &str) -> String {
    let (home, id) = owner(collection).split_once('/').unwrap_or_default();
    let status = world.text(home, id, "status").filter(|_| home == "vms");
    status.unwrap_or("down").to_owned()
}

pub(crate) fn check_add(world: &mut World, collection: &str, nic: &mut Node) -> Result<(), Fault> {
    if !CHANGEABLE.contains(&status(world, collection).as_str()) {
        return Err(Fault::conflict(
            "Cannot add a Network Interface when VM is not Down, Up or Image-Locked.",
        ));
    }
    let owner = owner(collection).to_owned();
    nic.remove("network");
    let name = nic.get("name").unwrap_or_default().to_owned();
    check_name(world, collection, "", &name)?;
    let profile = nic.child("vnic_profile").map(|child| child.id().to_owned());
    check_profile(world, &owner, profile.as_deref())?;
    set_defaults(nic);
    if let Some(vm) = owner.strip_prefix("vms/") {
        nic.set_reference("vm", vm);
        mac::assign(world, &owner, nic)?;
    }
    Ok(())
}

/// Sets the defaults of a NIC.
pub(crate) fn set_defaults(nic: &mut Node) {
    nic.set_default("interface", "virtio");
    nic.set_default("linked", "true");
    nic.set_default("plugged", "true");
}

fn check_name(world: &World, collection: &str, id: &str, name: &str) -> Result<(), Fault> {
    let mut others = world.store.list(collection).iter();
    if others.any(|other| other.id() != id && other.get("name") == Some(name)) {
        return Err(Fault::conflict("Network interface is already in use."));
    }
    Ok(())
}

/// Fails if the network of a profile is not in the cluster of the owner.
fn check_profile(world: &World, owner: &str, profile: Option<&str>) -> Result<(), Fault> {
    let Some(profile) = profile else {
        return Ok(());
    };
    let (home, id) = owner.split_once('/').unwrap_or_default();
    let cluster = world.target(home, id, "cluster");
    let network = world.target("vnicprofiles", profile, "network");
    let networks = world.store.list(&format!("clusters/{cluster}/networks"));
    if networks.is_empty() || networks.iter().any(|assigned| assigned.id() == network) {
        return Ok(());
    }
    Err(Fault::conflict(
        "The specified Logical Network doesn't exist in the current Cluster.",
    ))
}

pub(crate) fn update(
    world: &mut World,
    collection: &str,
    id: &str,
    changes: &Node,
) -> Result<(), Fault> {
    let status = status(world, collection);
    if !CHANGEABLE.contains(&status.as_str()) {
        return Err(Fault::conflict(
            "Cannot edit a Network Interface when VM is not Down, Up or Image-Locked.",
        ));
    }
    if let Some(name) = changes.get("name") {
        check_name(world, collection, id, name)?;
    }
    let owner = owner(collection).to_owned();
    let profile = changes.child("vnic_profile").map(Node::id);
    check_profile(world, &owner, profile)?;
    let mut changes = changes.clone();
    let previous = world.text(collection, id, "mac.address").map(str::to_owned);
    if changes
        .get("mac.address")
        .is_some_and(|new| previous.as_deref() != Some(new))
        && owner.starts_with("vms/")
    {
        if status == "up" && world.text(collection, id, "plugged") == Some("true") {
            return Err(Fault::cannot(
                "edit",
                "Interface",
                "The MAC address of a plugged interface cannot be changed while the VM is running.",
            ));
        }
        mac::assign(world, &owner, &mut changes)?;
        // The previous address is free again.
        world.macs = None;
    }
    world.change(collection, id, |nic| {
        nic.merge(&changes);
        // An empty reference removes the profile.
        if nic
            .child("vnic_profile")
            .is_some_and(|child| child.id().is_empty())
        {
            nic.remove("vnic_profile");
        }
    });
    Ok(())
}

pub(crate) fn check_remove(world: &mut World, collection: &str, id: &str) -> Result<(), Fault> {
    let status = status(world, collection);
    if !CHANGEABLE.contains(&status.as_str()) {
        return Err(Fault::conflict(
            "Cannot remove a Network Interface when VM is not Down, Up or Image-Locked.",
        ));
    }
    if status == "up" && world.text(collection, id, "plugged") == Some("true") {
        return Err(Fault::cannot(
            "remove",
            "Interface",
            "Cannot remove an active device from a running VM.",
        ));
    }
    world.macs = None;
    Ok(())
}

pub(crate) fn act(
    world: &mut World,
    command: &Command<'_>,
    collection: &str,
    id: &str,
    action: &str,
) -> Result<Vec<Node>, Fault> {
    let (verb, plugged) = match action {
        "activate" => ("activate", "true"),
        _ => ("deactivate", "false"),
    };
    let status = status(world, command.collection);
    if !matches!(status.as_str(), "up" | "down") {
        return Err(power::refusal(verb, "Interface", &status));
    }
    world.change(collection, id, |nic| nic.set("plugged", plugged));
    Ok(Vec::new())
}
