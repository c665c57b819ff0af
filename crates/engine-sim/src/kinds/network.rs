//! Logical networks, and their assignment to clusters.

use super::vnic_profile::{self, VNIC_PROFILE};
use crate::fault::Fault;
use crate::kind::{
    Add, AddressRule, Addressing, Assign, Command, KEPT, Kind, Missing, Remove, Unchecked, Update,
    Visible,
};
use crate::node::{Node, refers_to};
use crate::object::{
    CLUSTERS, DATA_CENTERS, NETWORKS, NICS, ObjectRef, PERMISSIONS, VMS, VNIC_PROFILES,
};
use crate::status::{DOWN, OPERATIONAL};
use crate::world::World;

const TITLE: &str = "Network";

/// Members that a network has in a cluster.
const IN_CLUSTER: &[&str] = &["required", "display", "usages"];

pub(super) static NETWORK: Kind = Kind {
    name: "network",
    unchecked: Unchecked::List,
    source: |_, place| (place.parent_type == "cluster").then(|| place.assigned()),
    address: Addressing {
        rule: AddressRule::TopLevel(DATA_CENTERS),
        written: Some(AddressRule::Below {
            member: "data_center",
            segment: NETWORKS,
            // Networks have an address in each cluster.
            except: CLUSTERS,
        }),
        ..KEPT.address
    },
    present_texts: &["description", "comment"],
    permits_below: &[
        (PERMISSIONS, "manipulate_permissions"),
        (VNIC_PROFILES, "create_network_vnic_profile"),
    ],
    title: TITLE,
    job: true,
    visible: Visible::Permitted,
    parents: &["data_center"],
    creator_roles: &["NetworkAdmin"],
    defaults: &[&[("mtu", "0"), ("port_isolation", "false"), ("stp", "false")]],
    add: Add {
        missing: Missing::RequiredFirst,
        event: 942,
        check: check_add,
        done: added,
        permit: "create_storage_pool_network",
        ..KEPT.add
    },
    assign: Assign {
        taken: |_| {
            Some(Fault::conflict(
                "Logical Network is already attached to Cluster.",
            ))
        },
        check: check_assign,
        undo: check_unassign,
        ..KEPT.assign
    },
    update: Update {
        event: 946,
        apply: update,
        permit: "configure_storage_pool_network",
        ..KEPT.update
    },
    remove: Remove {
        event: 944,
        check: check_remove,
        permit: "delete_storage_pool_network",
        ..KEPT.remove
    },
    ..KEPT
};

fn check_name(world: &World, verb: &str, id: &str, name: &str, center: &str) -> Result<(), Fault> {
    let mut others = world.store.list(NETWORKS).iter();
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
            "VLAN ID must be a number between 0 and 4094., Attribute: network.vlanId",
        ));
    }
    let mut others = world.store.list(NETWORKS).iter();
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

fn check_add(world: &mut World, _: &Command<'_>, network: &mut Node) -> Result<(), Fault> {
    if network.child("name").is_none() {
        return Err(Fault::incomplete("Network", &["name".to_owned()], "add"));
    }
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
    NETWORK.complete(network);
    if network.child("usages").is_none() {
        network
            .children
            .push(Node::new("usages").with_text("usage", "vm"));
    }
    Ok(())
}

/// Maximum length of the name of a network device.
const MAX_DEVICE_NAME: usize = 15;

/// Returns the name that a network has on hosts: its own, if a device can have it.
fn device_name(name: &str, id: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
    if name.len() <= MAX_DEVICE_NAME && name.chars().all(is_plain) {
        return name.to_owned();
    }
    let digits = id.chars().filter(|c| *c != '-').take(MAX_DEVICE_NAME - 2);
    format!("on{}", digits.collect::<String>())
}

/// Adds a vNIC profile to a VM network, unless the request opts out.
fn added(world: &mut World, command: &Command<'_>, object: &ObjectRef) {
    let name = object.name(world);
    let device = device_name(&name, object.id());
    object.change(world, |network| network.set_default("vdsm_name", device));
    let Some(network) = object.get(world) else {
        return;
    };
    let is_vm_network = has_usage(network, "vm");
    let has_profile = network.get("profile_required") != Some("false");
    object.change(world, |network| network.remove("profile_required"));
    if !is_vm_network || !has_profile {
        return;
    }
    let mut profile = Node::new("vnic_profile")
        .with_text("name", name)
        .with(Node::reference("network", object.id()));
    vnic_profile::complete(world, &mut profile);
    let profile = world.store.add(VNIC_PROFILES, profile);
    if let Some(caller) = command.caller {
        let (roles, name) = (VNIC_PROFILE.creator_roles, VNIC_PROFILE.name);
        caller.grant(world, roles, name, profile.id());
    }
}

/// Updates a network. Below a cluster, only the members specific to the cluster.
fn update(
    world: &mut World,
    command: &Command<'_>,
    network: &ObjectRef,
    changes: &Node,
) -> Result<(), Fault> {
    let id = network.id();
    let center = ObjectRef::network(id).target(world, "data_center");
    let new = changes.child("data_center").map_or("", Node::id);
    if !new.is_empty() && new != center {
        let why = "Change of Data Center ID is not allowed.";
        return Err(Fault::cannot("edit", TITLE, why));
    }
    if let Some(name) = changes.get("name") {
        check_name(world, "edit", id, name, &center)?;
    }
    check_vlan(world, id, changes.child("vlan").map(Node::id), &center)?;
    let mut changes = changes.clone();
    if command.owner().collection() == CLUSTERS {
        changes
            .children
            .retain(|change| IN_CLUSTER.contains(&change.tag.as_str()));
    }
    network.change(world, |network| network.merge(&changes));
    Ok(())
}

/// Checks the assignment of a network to a cluster.
fn check_assign(world: &mut World, command: &Command<'_>, network: &mut Node) -> Result<(), Fault> {
    let cluster = command.owner();
    if cluster.collection() != CLUSTERS {
        return Ok(());
    }
    let center = cluster.target(world, "data_center");
    if ObjectRef::network(network.id()).target(world, "data_center") != center {
        return Err(Fault::cannot(
            "attach",
            TITLE,
            "Network belongs to a different data-center.",
        ));
    }
    let mut assigned = Node::reference("network", network.id());
    for tag in IN_CLUSTER {
        assigned.children.extend(network.child(tag).cloned());
    }
    assigned.set_default("required", "true");
    assigned.set_default("display", "false");
    assigned.set("status", OPERATIONAL);
    assigned.set_reference("cluster", cluster.id());
    *network = assigned;
    Ok(())
}

/// Fails if a network cannot be removed from a cluster.
fn check_unassign(
    world: &mut World,
    command: &Command<'_>,
    network: &ObjectRef,
) -> Result<(), Fault> {
    let cluster = command.owner();
    if cluster.collection() != CLUSTERS {
        return Ok(());
    }
    let id = network.id();
    let name = ObjectRef::network(id).name(world);
    if is_management(world, id) {
        return Err(Fault::conflict(format!(
            "The Management Network ('{name}') is mandatory and cannot be removed."
        )));
    }
    let users: Vec<String> = world
        .store
        .list(VMS)
        .iter()
        .filter(|vm| refers_to(vm, "cluster", cluster.id()) && vm.get("status") != Some(DOWN))
        .filter(|vm| {
            let nics = world.store.list(&ObjectRef::vm(vm.id()).below(NICS));
            nics.iter().any(|nic| {
                let profile = nic.child("vnic_profile").map_or("", Node::id);
                ObjectRef::new(VNIC_PROFILES, profile).target(world, "network") == id
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

fn check_remove(world: &mut World, _: &Command<'_>, network: &ObjectRef) -> Result<(), Fault> {
    let id = network.id();
    let name = network.name(world);
    if is_management(world, id) {
        return Err(Fault::invalid(format!(
            "The Management Network ('{name}') is mandatory and cannot be removed."
        )));
    }
    let mut users = Vec::new();
    for profile in world.store.list(VNIC_PROFILES) {
        if refers_to(profile, "network", id) {
            users.extend(vnic_profile::users(world, profile.id()));
        }
    }
    users.sort();
    users.dedup();
    match users.as_slice() {
        [] => Ok(()),
        [one] => Err(Fault::cannot(
            "remove",
            TITLE,
            format!(
                "This logical network is used by VM: {one}\n - Please remove it from this VM and try again."
            ),
        )),
        many => Err(Fault::cannot(
            "remove",
            TITLE,
            format!(
                "This logical network is used by VMs: ({}): {}\n - Please detach VMs using this logical network and try again.",
                many.len(),
                many.join(", ")
            ),
        )),
    }
}

/// Whether a network is used in a way.
pub(super) fn has_usage(network: &Node, usage: &str) -> bool {
    let usages = network.child("usages");
    usages.is_some_and(|usages| usages.children.iter().any(|own| own.text == usage))
}

/// Whether a network is the management network, by which the engine reaches the hosts.
pub(crate) fn is_management(world: &World, id: &str) -> bool {
    let is_used = |network: &Node| has_usage(network, "management");
    if ObjectRef::network(id).get(world).is_some_and(is_used) {
        return true;
    }
    let mut clusters = world.handles(CLUSTERS).into_iter();
    clusters.any(|cluster| cluster.item(NETWORKS, id).get(world).is_some_and(is_used))
}
