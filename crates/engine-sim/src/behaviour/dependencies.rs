//! References between objects: removals that others forbid, cascades, dangling references.

use crate::command::Command;
use crate::fault::Fault;
use crate::node::{Node, refers_to};
use crate::object::ZERO_ID;
use crate::world::World;

/// Objects removed together with the object that a member refers to: collection, member.
const CASCADES: &[(&str, &str)] = &[
    ("cpuprofiles", "cluster"),
    ("diskprofiles", "storage_domain"),
    ("networks", "data_center"),
    ("vnicprofiles", "network"),
];

/// Returns the names of the objects of a collection whose member refers to an object.
fn names_of_users(world: &World, collection: &str, member: &str, id: &str) -> Vec<String> {
    let objects = world.store.list(collection).iter();
    objects
        .filter(|object| refers_to(object, member, id))
        .map(|object| object.get("name").unwrap_or(object.id()).to_owned())
        .collect()
}

/// Fails if other objects still need an object that is to be removed.
pub(crate) fn check_unused(
    world: &World,
    command: &Command<'_>,
    collection: &str,
    id: &str,
) -> Result<(), Fault> {
    match command.kind {
        "cluster" => check_cluster(world, id),
        "data_center" => check_data_center(world, id),
        "host" if !names_of_users(world, "vms", "host", id).is_empty() => Err(Fault::cannot(
            "remove",
            "Host",
            "One or more VMs are still running on this Host.",
        )),
        "mac_pool" => check_mac_pool(world, id),
        "network" => check_network(world, id),
        "role" => check_role(world, id),
        "scheduling_policy" if world.text(collection, id, "locked") == Some("true") => Err(
            Fault::cannot("remove", "Scheduling Policy", "The policy is locked."),
        ),
        "tag" if id == ZERO_ID => Err(Fault::conflict("Cannot edit readonly tag")),
        "template" => check_template(world, id),
        "vnic_profile" => {
            let users = users_of_profile(world, id);
            let title = "VM network interface profile";
            match users.as_slice() {
                [] => Ok(()),
                [one] => Err(Fault::cannot(
                    "remove",
                    title,
                    format!(
                        "This {title} is used by VM:  {one}.\n - Please remove it from this VM and try again."
                    ),
                )),
                many => Err(Fault::cannot(
                    "remove",
                    title,
                    format!(
                        "This {title} is used by VMs ({}): {}\n - Please detach VMs using this profile and try again.",
                        many.len(),
                        many.join(", ")
                    ),
                )),
            }
        }
        _ => Ok(()),
    }
}

fn check_cluster(world: &World, id: &str) -> Result<(), Fault> {
    for (collection, why) in [
        ("hosts", "Cluster contains one or more Hosts"),
        ("vms", "One or more VMs are still assigned to the Cluster"),
        (
            "templates",
            "One or more Template(s) are still associated with the Cluster",
        ),
        (
            "vmpools",
            "One or more VM-Pools are still associated with it",
        ),
    ] {
        if !names_of_users(world, collection, "cluster", id).is_empty() {
            return Err(Fault::cannot("remove", "Cluster", why));
        }
    }
    Ok(())
}

fn check_data_center(world: &World, id: &str) -> Result<(), Fault> {
    let domains = world
        .store
        .list(&format!("datacenters/{id}/storagedomains"));
    let is_active = |domain: &&Node| domain.get("status") != Some("maintenance");
    if domains.iter().find(is_active).is_some() {
        return Err(Fault::conflict(
            "Cannot remove Data Center which contains active/locked Storage Domains.\n\
             -Please deactivate all domains and wait for tasks to finish before removing the Data Center.",
        ));
    }
    if domains.len() > 1 {
        return Err(Fault::conflict(
            "Cannot remove Data Center while there are more than one Storage Domain attached.",
        ));
    }
    let clusters = world.store.list("clusters").iter();
    for cluster in clusters.filter(|cluster| refers_to(cluster, "data_center", id)) {
        if !names_of_users(world, "vms", "cluster", cluster.id()).is_empty() {
            return Err(Fault::cannot(
                "remove",
                "Data Center",
                "One or more VMs are still assigned to a Cluster of it",
            ));
        }
    }
    Ok(())
}

fn check_mac_pool(world: &World, id: &str) -> Result<(), Fault> {
    if world.text("macpools", id, "default_pool") == Some("true") {
        return Err(Fault::cannot(
            "remove",
            "MAC Pool",
            "Default MAC Pool cannot be removed.",
        ));
    }
    let users = names_of_users(world, "clusters", "mac_pool", id);
    if users.is_empty() {
        return Ok(());
    }
    Err(Fault::cannot(
        "remove",
        "MAC Pool",
        format!(
            "Several Clusters ({}) are using this MAC Pool:\n{}\n - Please remove it from all Clusters that are using it and try again.",
            users.len(),
            users.join(", ")
        ),
    ))
}

fn check_network(world: &World, id: &str) -> Result<(), Fault> {
    let name = world.name("networks", id);
    if is_management(world, id) {
        return Err(Fault::conflict(format!(
            "The Management Network ('{name}') is mandatory and cannot be removed."
        )));
    }
    let mut users = Vec::new();
    for profile in world.store.list("vnicprofiles") {
        if refers_to(profile, "network", id) {
            users.extend(users_of_profile(world, profile.id()));
        }
    }
    users.sort();
    users.dedup();
    match users.as_slice() {
        [] => Ok(()),
        [one] => Err(Fault::cannot(
            "remove",
            "Network",
            format!(
                "This logical network is used by VM: {one}\n - Please remove it from this VM and try again."
            ),
        )),
        many => Err(Fault::cannot(
            "remove",
            "Network",
            format!(
                "This logical network is used by VMs: ({}): {}\n - Please detach VMs using this logical network and try again.",
                many.len(),
                many.join(", ")
            ),
        )),
    }
}

/// Whether a network is the management network, by which the engine reaches the hosts.
pub(crate) fn is_management(world: &World, id: &str) -> bool {
    let is_used = |network: &Node| {
        let usages = network.child("usages");
        usages.is_some_and(|usages| usages.children.iter().any(|one| one.text == "management"))
    };
    if world.store.get("networks", id).is_some_and(is_used) {
        return true;
    }
    world.ids("clusters").iter().any(|cluster| {
        let assigned = world.store.get(&format!("clusters/{cluster}/networks"), id);
        assigned.is_some_and(is_used)
    })
}

/// Returns the names of the VMs and templates that have a NIC with a profile.
fn users_of_profile(world: &World, profile: &str) -> Vec<String> {
    let mut names = Vec::new();
    for home in ["vms", "templates"] {
        for object in world.store.list(home) {
            let nics = world.store.list(&format!("{home}/{}/nics", object.id()));
            if nics
                .iter()
                .any(|nic| refers_to(nic, "vnic_profile", profile))
            {
                names.push(object.get("name").unwrap_or_default().to_owned());
            }
        }
    }
    names
}

fn check_role(world: &World, id: &str) -> Result<(), Fault> {
    if world.text("roles", id, "mutable") == Some("false") {
        return Err(Fault::cannot("remove", "Role", "The Role is Read-Only."));
    }
    if names_of_users(world, "permissions", "role", id).is_empty() {
        return Ok(());
    }
    Err(Fault::conflict(
        "One or more Permissions is still associated with Role.\n - Please remove all Permissions first.",
    ))
}

fn check_template(world: &World, id: &str) -> Result<(), Fault> {
    if id == ZERO_ID {
        return Err(Fault::cannot(
            "remove",
            "Template",
            "Removing Blank Template is not allowed.",
        ));
    }
    if world.text("templates", id, "status") == Some("locked") {
        return Err(Fault::conflict("Template's Image is locked (temporarily)."));
    }
    let users = names_of_users(world, "vms", "template", id);
    if !users.is_empty() {
        return Err(Fault::conflict(format!(
            "Cannot delete Template. Template is being used by the following VMs: {}.",
            users.join(",")
        )));
    }
    let pools = names_of_users(world, "vmpools", "template", id);
    if !pools.is_empty() {
        return Err(Fault::conflict(format!(
            "Cannot delete Template. Template is being used by the following VM-Pools: {}.",
            pools.join(",")
        )));
    }
    let versions: Vec<&str> = world
        .store
        .list("templates")
        .iter()
        .filter(|other| other.id() != id)
        .filter(|other| {
            other
                .child("version")
                .is_some_and(|version| refers_to(version, "base_template", id))
        })
        .filter_map(|other| other.get("version.version_name"))
        .collect();
    if versions.is_empty() {
        return Ok(());
    }
    Err(Fault::conflict(format!(
        "Cannot delete Base Template that has Template Versions, please first remove all Template Versions for this Template: {}.",
        versions.join(",")
    )))
}

/// Removes an object, its dependents, and all references to it.
pub(crate) fn remove(world: &mut World, collection: &str, id: &str) {
    world.store.remove(collection, id);
    remove_references(world, collection, id);
}

/// Removes the dependents of a removed object, and all references to it.
pub(crate) fn remove_references(world: &mut World, collection: &str, id: &str) {
    // Short ids and the zero id are not unique, so they identify no reference.
    if id.len() < 36 || id == ZERO_ID {
        return;
    }
    let mut removed = vec![(collection.to_owned(), id.to_owned())];
    while let Some((home, id)) = removed.pop() {
        for (path, object) in references_to(world, &home, &id) {
            let is_dependent = path == "permissions"
                || CASCADES.iter().any(|(own, member)| {
                    *own == path && object_refers_to(world, &path, &object, member, &id)
                });
            if is_dependent {
                world.store.remove(&path, &object);
                removed.push((path, object));
            } else if object == id {
                world.store.remove(&path, &object);
            } else {
                let is_event = path.ends_with("events");
                world.change(&path, &object, |object| {
                    remove_reference(object, &id, is_event)
                });
            }
        }
    }
}

fn object_refers_to(world: &World, path: &str, object: &str, member: &str, id: &str) -> bool {
    world
        .store
        .get(path, object)
        .is_some_and(|object| refers_to(object, member, id))
}

/// Returns collection and id of the objects that refer to an object.
fn references_to(world: &World, home: &str, id: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for (path, objects) in world.store.all().filter(|(path, _)| may_refer(path, home)) {
        let each = objects.iter().filter(|object| contains_id(object, id));
        found.extend(each.map(|object| (path.to_owned(), object.id().to_owned())));
    }
    found
}

/// Whether objects of the collection at `path` can refer to objects of `home`. Skips the many
/// collections below VMs where possible.
fn may_refer(path: &str, home: &str) -> bool {
    let last = path.rsplit('/').next().unwrap_or(path);
    let is_below_vm = path.starts_with("vms/");
    match home {
        "vms" => path != "vms" && !is_below_vm,
        "disks" => {
            path != "vms"
                && (!is_below_vm || matches!(last, "disks" | "diskattachments" | "backups"))
        }
        "permissions" => false,
        _ => true,
    }
}

fn contains_id(node: &Node, id: &str) -> bool {
    node.id() == id || node.children.iter().any(|child| contains_id(child, id))
}

/// Removes the references to an id from an object. Events keep the name of the removed object.
fn remove_reference(node: &mut Node, id: &str, is_event: bool) {
    node.children.retain_mut(|child| {
        if child.id() == id {
            child.attributes.clear();
            return is_event && !child.children.is_empty();
        }
        let had_children = !child.children.is_empty();
        remove_reference(child, id, is_event);
        // Drop a list that has lost its last item.
        !(had_children && child.children.is_empty() && child.attributes.is_empty())
    });
}
