//! Logical networks and their vNIC profiles.

use crate::behaviour::dependencies;
use crate::command::Command;
use crate::fault::Fault;
use crate::node::{Node, refers_to};
use crate::world::World;

const TITLE: &str = "Network";

fn check_name(world: &World, verb: &str, id: &str, name: &str, center: &str) -> Result<(), Fault> {
    let mut others = world.store.list("networks").iter();
    let taken = others.any(|other| {
        other.id() != id
            && other.get("name") == Some(name)
            && refers_to(other, "data_center", center)
    });
    if taken {
        return Err(Fault::cannot(
            verb,
            TITLE,
            format!(
                "The name of the logical network '{name}' is already used by an existing logical network in the same data-center.\n-Please choose a different name."
            ),
        ));
    }
    Ok(())
}

fn check_vlan(world: &World, id: &str, vlan: Option<&str>, center: &str) -> Result<(), Fault> {
    let Some(vlan) = vlan else {
        return Ok(());
    };
    if vlan
        .trim()
        .parse::<i64>()
        .is_ok_and(|vlan| !(0..=4094).contains(&vlan))
    {
        return Err(Fault::invalid(
            "VLAN ID must be a number between 0 and 4094.",
        ));
    }
    let mut others = world.store.list("networks").iter();
    let taken = others.any(|other| {
        let own = other
            .child("vlan")
            .and_then(|vlan| vlan.attribute("id").or(vlan.get("id")));
        other.id() != id && own == Some(vlan) && refers_to(other, "data_center", center)
    });
    if taken {
        return Err(Fault::conflict(format!(
            "The specified VLAN ID ({vlan}) is already in use."
        )));
    }
    Ok(())
}

pub(crate) fn check_add(world: &World, network: &mut Node) -> Result<(), Fault> {
    let name = network.get("name").unwrap_or_default().to_owned();
    let center = network.child("data_center").map_or("", Node::id).to_owned();
    check_name(world, "add", "", &name, &center)?;
    if name.starts_with("bond") {
        return Err(Fault::conflict(
            "Bad network name, network cannot start with 'bond'",
        ));
    }
    check_vlan(world, "", network.child("vlan").map(Node::id), &center)?;
    network.remove("cluster");
    network.remove("status");
    network.set_default("mtu", "0");
    network.set_default("stp", "false");
    network.set_default("port_isolation", "false");
    network.set_default("vdsm_name", name);
    if network.child("usages").is_none() {
        network
            .children
            .push(Node::new("usages").with_text("usage", "vm"));
    }
    Ok(())
}

/// Adds a vNIC profile to a VM network, unless the request opts out.
pub(crate) fn added(world: &mut World, id: &str) {
    let Some(network) = world.store.get("networks", id) else {
        return;
    };
    let usages = network
        .child("usages")
        .map_or(&[][..], |list| &list.children);
    let is_vm_network = usages.iter().any(|usage| usage.text == "vm");
    let has_profile = network.get("profile_required") != Some("false");
    if !is_vm_network || !has_profile {
        return;
    }
    let mut profile = Node::new("vnic_profile")
        .with_text("name", network.get("name").unwrap_or_default())
        .with(Node::reference("network", id));
    complete_profile(world, &mut profile);
    world.store.add("vnicprofiles", profile);
}

fn complete_profile(world: &World, profile: &mut Node) {
    profile.set_default("port_mirroring", "false");
    profile.set_default("migratable", "true");
    profile.set_default("pass_through.mode", "disabled");
    if profile.child("network_filter").is_none()
        && let Some(filter) = world.find_by_name("networkfilters", "vdsm-no-mac-spoofing")
    {
        let filter = filter.id().to_owned();
        profile.set_reference("network_filter", &filter);
    }
}

pub(crate) fn check_add_profile(world: &World, profile: &mut Node) -> Result<(), Fault> {
    check_profile_name(world, "add", "", profile, None)?;
    complete_profile(world, profile);
    // An empty reference means no filter.
    if profile
        .child("network_filter")
        .is_some_and(|filter| filter.id().is_empty())
    {
        profile.remove("network_filter");
    }
    Ok(())
}

fn check_profile_name(
    world: &World,
    verb: &str,
    id: &str,
    profile: &Node,
    network: Option<&str>,
) -> Result<(), Fault> {
    let network = network
        .or_else(|| profile.child("network").map(Node::id))
        .unwrap_or_default();
    let mut others = world.store.list("vnicprofiles").iter();
    let taken = others.any(|other| {
        other.id() != id
            && other.get("name") == profile.get("name")
            && refers_to(other, "network", network)
    });
    if taken {
        return Err(Fault::cannot(
            verb,
            "VM network interface profile",
            "The VM network interface profile's name is already used by an existing profile for the same network.\n-Please choose a different name.",
        ));
    }
    Ok(())
}

pub(crate) fn update_profile(world: &mut World, id: &str, changes: &Node) -> Result<(), Fault> {
    let network = world.target("vnicprofiles", id, "network");
    let new = changes.child("network").map_or("", Node::id);
    if !new.is_empty() && new != network {
        return Err(Fault::cannot(
            "edit",
            "VM network interface profile",
            "VM network interface profile's network cannot be changed.",
        ));
    }
    if changes.get("name").is_some() {
        check_profile_name(world, "edit", id, changes, Some(&network))?;
    }
    world.change("vnicprofiles", id, |profile| {
        profile.merge(changes);
        if profile
            .child("network_filter")
            .is_some_and(|filter| filter.id().is_empty())
        {
            profile.remove("network_filter");
        }
    });
    Ok(())
}

/// Updates a network. Below a cluster, only the members specific to the cluster.
pub(crate) fn update(
    world: &mut World,
    command: &Command<'_>,
    collection: &str,
    id: &str,
    changes: &Node,
) -> Result<(), Fault> {
    let center = world.target("networks", id, "data_center");
    let new = changes.child("data_center").map_or("", Node::id);
    if !new.is_empty() && new != center {
        return Err(Fault::cannot(
            "edit",
            TITLE,
            "Change of Data Center ID is not allowed.",
        ));
    }
    if let Some(name) = changes.get("name") {
        check_name(world, "edit", id, name, &center)?;
    }
    check_vlan(world, id, changes.child("vlan").map(Node::id), &center)?;
    let mut changes = changes.clone();
    changes.remove("status");
    if command.collection.starts_with("clusters/") {
        changes
            .children
            .retain(|change| matches!(change.tag.as_str(), "required" | "display" | "usages"));
    }
    world.change(collection, id, |network| network.merge(&changes));
    Ok(())
}

/// Checks the assignment of a network to a cluster.
pub(crate) fn check_assign(
    world: &World,
    command: &Command<'_>,
    network: &mut Node,
) -> Result<(), Fault> {
    let Some(cluster) = command.collection.strip_prefix("clusters/") else {
        return Ok(());
    };
    let cluster = cluster.split('/').next().unwrap_or_default();
    let center = world.target("clusters", cluster, "data_center");
    if world.target("networks", network.id(), "data_center") != center {
        return Err(Fault::cannot(
            "attach",
            TITLE,
            "Network belongs to a different data-center.",
        ));
    }
    let mut assigned = Node::reference("network", network.id());
    for tag in ["required", "display", "usages"] {
        assigned.children.extend(network.child(tag).cloned());
    }
    assigned.set_default("required", "true");
    assigned.set_default("display", "false");
    assigned.set("status", "operational");
    assigned.set_reference("cluster", cluster);
    *network = assigned;
    Ok(())
}

/// Fails if a network cannot be removed from a cluster.
pub(crate) fn check_unassign(world: &World, collection: &str, id: &str) -> Result<(), Fault> {
    let Some(cluster) = collection.strip_prefix("clusters/") else {
        return Ok(());
    };
    let cluster = cluster.split('/').next().unwrap_or_default();
    let name = world.name("networks", id);
    if dependencies::is_management(world, id) {
        return Err(Fault::conflict(format!(
            "The Management Network ('{name}') is mandatory and cannot be removed."
        )));
    }
    let users: Vec<String> = world
        .store
        .list("vms")
        .iter()
        .filter(|vm| refers_to(vm, "cluster", cluster) && vm.get("status") != Some("down"))
        .filter(|vm| {
            let nics = world.store.list(&format!("vms/{}/nics", vm.id()));
            nics.iter().any(|nic| {
                let profile = nic.child("vnic_profile").map_or("", Node::id);
                world.target("vnicprofiles", profile, "network") == id
            })
        })
        .map(|vm| vm.get("name").unwrap_or_default().to_owned())
        .collect();
    match users.as_slice() {
        [] => Ok(()),
        [one] => Err(Fault::cannot(
            "detach",
            TITLE,
            format!(
                "The following Logical Network: '{name}' is being used by the following VM: '{one}'. Please stop the VM and try again."
            ),
        )),
        many => Err(Fault::cannot(
            "detach",
            TITLE,
            format!(
                "The following VMs are actively using the Logical Network '{name}' : '{}'. Please stop the VMs and try again.",
                many.join(", ")
            ),
        )),
    }
}
