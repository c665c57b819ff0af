//! Storage domains, at the top level and attached to a data center, where their status is.

use crate::behaviour::dependencies;
use crate::command::Command;
use crate::defaults;
use crate::fault::Fault;
use crate::node::{Node, refers_to};
use crate::status::is_running;
use crate::world::World;

const TITLE: &str = "Storage";

/// Size of the storage of a new domain, in bytes.
const SIZE: i64 = 1 << 40;

pub(crate) fn check_add(world: &World, domain: &mut Node) -> Result<(), Fault> {
    let storage = domain.child("storage");
    let location = |node: Option<&Node>| {
        let text = |path: &str| {
            node.and_then(|node| node.get(path))
                .unwrap_or_default()
                .to_owned()
        };
        (text("type"), text("address"), text("path"))
    };
    let own = location(storage);
    let is_file = matches!(own.0.as_str(), "nfs" | "posixfs" | "glusterfs" | "localfs");
    let mut others = world.store.list("storagedomains").iter();
    if is_file && others.any(|other| location(other.child("storage")) == own) {
        return Err(Fault::cannot(
            "add",
            TITLE,
            "Storage connection already exists.",
        ));
    }
    // The host only formats the storage, and is not stored.
    domain.remove("host");
    domain.remove("data_center");
    domain.remove("data_centers");
    for (tag, text) in [
        ("available", SIZE.to_string()),
        ("used", "0".to_owned()),
        ("committed", "0".to_owned()),
        ("storage_format", "v5".to_owned()),
    ] {
        domain.set_default(tag, text);
    }
    defaults::complete("storage_domain", domain);
    domain.set("master", "false");
    domain.set("status", "unattached");
    domain.remove("import");
    Ok(())
}

/// Adds the disk profile and the storage connection of a new domain.
pub(crate) fn added(world: &mut World, id: &str) {
    let name = world.name("storagedomains", id);
    let profile = Node::new("disk_profile")
        .with_text("name", name)
        .with(Node::reference("storage_domain", id));
    world.store.add("diskprofiles", profile);
    let storage = world
        .store
        .get("storagedomains", id)
        .and_then(|domain| domain.child("storage"));
    let Some(storage) = storage.filter(|storage| storage.get("path").is_some()) else {
        return;
    };
    let mut connection = Node::new("storage_connection");
    for tag in [
        "address",
        "path",
        "type",
        "vfs_type",
        "mount_options",
        "nfs_version",
    ] {
        connection.children.extend(storage.child(tag).cloned());
    }
    let connection = world.store.add("storageconnections", connection);
    world.store.add(
        &format!("storagedomains/{id}/storageconnections"),
        Node::reference("storage_connection", &connection),
    );
}

/// Returns the data center that a domain is attached to.
fn center_of(world: &World, id: &str) -> Option<String> {
    let domain = world.store.get("storagedomains", id)?;
    Some(
        domain
            .child("data_centers")?
            .children
            .first()?
            .id()
            .to_owned(),
    )
}

/// Returns the status of an attached domain.
fn status(world: &World, id: &str) -> Option<String> {
    let center = center_of(world, id)?;
    let path = format!("datacenters/{center}/storagedomains");
    world.text(&path, id, "status").map(str::to_owned)
}

/// Fails if a domain is not active.
pub(crate) fn check_active(world: &World, id: &str, verb: &str, title: &str) -> Result<(), Fault> {
    if world.store.get("storagedomains", id).is_none() {
        return Err(Fault::cannot(verb, title, "Storage Domain doesn't exist."));
    }
    let Some(status) = status(world, id) else {
        return Err(Fault::cannot(
            verb,
            title,
            "The relevant Storage Domain's status is Unattached.",
        ));
    };
    if status == "active" {
        return Ok(());
    }
    let (first, rest) = status.split_at_checked(1).unwrap_or((&status, ""));
    let display_name = first.to_uppercase() + &rest.replace('_', " ");
    Err(Fault::cannot(
        verb,
        title,
        format!("The relevant Storage Domain's status is {display_name}."),
    ))
}

/// Returns an active data domain.
pub(crate) fn any_active(world: &World) -> Option<String> {
    let mut all = world.store.list("storagedomains").iter();
    let is_usable = |domain: &&Node| {
        domain.get("type") == Some("data")
            && status(world, domain.id()).as_deref() == Some("active")
    };
    all.find(is_usable).map(|domain| domain.id().to_owned())
}

/// Checks the attachment of a domain to a data center. The first data domain becomes the master.
pub(crate) fn check_attach(
    world: &mut World,
    command: &Command<'_>,
    domain: &mut Node,
) -> Result<(), Fault> {
    let id = domain.id().to_owned();
    if center_of(world, &id).is_some() {
        return Err(Fault::cannot(
            "attach",
            TITLE,
            "Storage Domain is already attached to a Data Center.",
        ));
    }
    let kind = world
        .text("storagedomains", &id, "type")
        .unwrap_or("data")
        .to_owned();
    let others = world.ids(command.collection);
    if kind != "data" {
        let has_same_type =
            |other: &String| world.text("storagedomains", other, "type") == Some(kind.as_str());
        if others.is_empty() {
            return Err(Fault::conflict(
                "Cannot attach Storage Domain.\n-Please attach Data Domain to the Data Center first.",
            ));
        }
        if others.iter().any(has_same_type) {
            let type_name = if kind == "iso" {
                "ISO"
            } else {
                "Import/Export"
            };
            return Err(Fault::conflict(format!(
                "Cannot attach more than one {type_name} Storage Domain to the same Data Center. If you want to use a newly created Domain, detach the existing attached Domain and attach the new one."
            )));
        }
    }
    let is_first = kind == "data" && others.is_empty();
    *domain = Node::reference("storage_domain", &id)
        .with_text("master", is_first.to_string())
        .with_text(
            "status",
            if kind == "data" {
                "locked"
            } else {
                "maintenance"
            },
        );
    Ok(())
}

/// Activates an attached domain. A master domain brings its data center up.
pub(crate) fn attached(world: &mut World, command: &Command<'_>, id: &str) {
    let center = command
        .collection
        .split('/')
        .nth(1)
        .unwrap_or_default()
        .to_owned();
    world.change("storagedomains", id, |domain| {
        // At the top level, only unattached domains have a status.
        domain.remove("status");
        *domain.child_mut("data_centers") =
            Node::new("data_centers").with(Node::reference("data_center", &center));
    });
    if world.text(command.collection, id, "status") == Some("locked") {
        world.plan_statuses(command.collection, id, "status", &["active"]);
    }
    if world.text(command.collection, id, "master") == Some("true") {
        world.change("storagedomains", id, |domain| domain.set("master", "true"));
        world.plan_statuses("datacenters", &center, "status", &["up"]);
    }
}

/// Detaches a domain from its data center. Fails unless it is in maintenance and unused.
pub(crate) fn check_detach(world: &mut World, collection: &str, id: &str) -> Result<(), Fault> {
    if world.text(collection, id, "status") != Some("maintenance") {
        return Err(Fault::cannot(
            "detach",
            TITLE,
            "The Storage Domain must be in Maintenance mode.",
        ));
    }
    if world.text(collection, id, "master") == Some("true") {
        return Err(Fault::conflict(
            "Cannot remove the master Storage Domain from the Data Center without another active Storage Domain to take its place.\n-Either activate another Storage Domain in the Data Center, or remove the Data Center.",
        ));
    }
    check_unused(world, "detach", id)?;
    detach(world, id);
    Ok(())
}

/// Sets a domain to unattached. Removes its disks, unless they are on another domain as well.
pub(crate) fn detach(world: &mut World, id: &str) {
    for disk in disks_on(world, id) {
        let is_on_other_domain = world
            .store
            .get("disks", &disk)
            .and_then(|disk| disk.child("storage_domains"))
            .is_some_and(|list| list.children.len() > 1);
        if is_on_other_domain {
            world.change("disks", &disk, |disk| {
                let list = disk.child_mut("storage_domains");
                list.children.retain(|domain| domain.id() != id);
            });
        } else {
            dependencies::remove(world, "disks", &disk);
        }
    }
    world.change("storagedomains", id, |domain| {
        domain.remove("data_centers");
        domain.set("status", "unattached");
        domain.set("master", "false");
    });
}

/// Returns the ids of the disks on a domain.
fn disks_on(world: &World, id: &str) -> Vec<String> {
    let disks = world.store.list("disks").iter();
    disks
        .filter(|disk| refers_to(disk, "storage_domains", id))
        .map(|disk| disk.id().to_owned())
        .collect()
}

/// Fails if a running VM or a task uses a domain.
fn check_unused(world: &World, verb: &str, id: &str) -> Result<(), Fault> {
    let disks = disks_on(world, id);
    let is_used = world.store.list("vms").iter().any(|vm| {
        let status = vm.get("status").unwrap_or("down");
        let attached = world
            .store
            .list(&format!("vms/{}/diskattachments", vm.id()));
        is_running(status)
            && attached.iter().any(|attachment| {
                attachment.get("active") != Some("false")
                    && disks.iter().any(|disk| disk == attachment.id())
            })
    });
    if is_used {
        return Err(Fault::cannot(
            verb,
            TITLE,
            "VMs in a state other than \"Down\" were detected.\n-Please ensure all VMs associated with this Storage Domain are stopped and in the Down state first.",
        ));
    }
    let is_locked = |disk: &String| world.text("disks", disk, "status") == Some("locked");
    if disks.iter().any(is_locked) {
        return Err(Fault::conflict(format!(
            "Cannot {verb} {TITLE} while there are running tasks on this {TITLE}.\n-Please wait until tasks will finish and try again."
        )));
    }
    Ok(())
}

pub(crate) fn check_remove(
    world: &mut World,
    command: &Command<'_>,
    id: &str,
) -> Result<(), Fault> {
    let destroy = command.parameters.flag("destroy") == Some(true);
    if let Some(center) = center_of(world, id) {
        let path = format!("datacenters/{center}/storagedomains");
        let in_maintenance = world.text(&path, id, "status") == Some("maintenance");
        let is_master = world.text(&path, id, "master") == Some("true");
        if !destroy || !in_maintenance || is_master {
            return Err(Fault::cannot(
                "remove",
                TITLE,
                "The Storage Domain is attached to a Data Center.",
            ));
        }
        check_unused(world, "destroy", id)?;
        detach(world, id);
        world.store.remove(&path, id);
        return Ok(());
    }
    if destroy {
        return Ok(());
    }
    let Some(host) = command
        .parameters
        .get("host")
        .filter(|host| !host.is_empty())
    else {
        let paths = ["host.id|name".to_owned()];
        return Err(Fault::incomplete("StorageDomain", &paths, "remove"));
    };
    let found = world
        .store
        .get("hosts", host)
        .or_else(|| world.find_by_name("hosts", host));
    match found {
        None => Err(Fault::entity(format!("Host: name={host}"))),
        Some(found) if found.get("status") != Some("up") => Err(Fault::cannot(
            "remove",
            TITLE,
            "There is no active Host in the Data Center.",
        )),
        Some(_) => Ok(()),
    }
}

pub(crate) fn update(world: &mut World, id: &str, changes: &Node) {
    const CHANGEABLE: &[&str] = &[
        "name",
        "description",
        "comment",
        "wipe_after_delete",
        "discard_after_delete",
        "backup",
        "warning_low_space_indicator",
        "critical_space_action_blocker",
    ];
    let mut changes = changes.clone();
    changes
        .children
        .retain(|change| CHANGEABLE.contains(&change.tag.as_str()));
    world.change("storagedomains", id, |domain| domain.merge(&changes));
}

pub(crate) fn act(
    world: &mut World,
    command: &Command<'_>,
    collection: &str,
    id: &str,
    action: &str,
) -> Result<Vec<Node>, Fault> {
    match action {
        "is_attached" => {
            let attached = center_of(world, id).is_some();
            return Ok(vec![Node::leaf("is_attached", attached.to_string())]);
        }
        // These have no visible effect.
        "update_ovf_store" | "refresh_luns" => return Ok(Vec::new()),
        _ => {}
    }
    let Some(center) = command.collection.strip_prefix("datacenters/") else {
        return Err(Fault::unsimulated(format!(
            "The action {action} of storage domains"
        )));
    };
    let center = center.split('/').next().unwrap_or_default().to_owned();
    let status = world
        .text(collection, id, "status")
        .unwrap_or_default()
        .to_owned();
    match (action, status.as_str()) {
        ("activate", "maintenance" | "inactive" | "unknown") => {
            world.change(collection, id, |domain| domain.set("status", "activating"));
            world.plan_statuses(collection, id, "status", &["active"]);
            if world.text(collection, id, "master") == Some("true") {
                world.plan_statuses("datacenters", &center, "status", &["up"]);
            }
        }
        ("deactivate", "active") => deactivate(world, collection, id, &center)?,
        _ => {
            let (first, rest) = status.split_at_checked(1).unwrap_or((&status, ""));
            let display_name = first.to_uppercase() + &rest.replace('_', " ");
            return Err(Fault::cannot(
                action,
                TITLE,
                format!("The relevant Storage Domain's status is {display_name}."),
            ));
        }
    }
    Ok(Vec::new())
}

/// Deactivates a domain. A master hands its role over to another active data domain, if any.
fn deactivate(world: &mut World, collection: &str, id: &str, center: &str) -> Result<(), Fault> {
    check_unused(world, "deactivate", id)?;
    if world.text(collection, id, "master") == Some("true") {
        let others = world
            .store
            .list(collection)
            .iter()
            .filter(|other| other.id() != id);
        let active: Vec<String> = others
            .filter(|other| other.get("status") == Some("active"))
            .map(|other| other.id().to_owned())
            .collect();
        let is_data = |other: &&String| world.text("storagedomains", other, "type") == Some("data");
        match active.iter().find(is_data).cloned() {
            Some(successor) => {
                for (domain, is_master) in [(id, "false"), (successor.as_str(), "true")] {
                    for path in [collection, "storagedomains"] {
                        world.change(path, domain, |domain| domain.set("master", is_master));
                    }
                }
            }
            None if !active.is_empty() => {
                return Err(Fault::conflict(
                    "Cannot deactivate a Master Storage Domain while there are ISO/Export active domains in the Data Center.\n-Please deactivate all ISO/Export domains first.",
                ));
            }
            None => world.change("datacenters", center, |center| {
                center.set("status", "maintenance");
            }),
        }
    }
    world.change(collection, id, |domain| {
        domain.set("status", "preparing_for_maintenance");
    });
    world.plan_statuses(collection, id, "status", &["maintenance"]);
    Ok(())
}
