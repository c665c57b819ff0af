//! Storage domains: at the top level, and attached to a data center, where their state is.

use crate::behaviour::Command;
use crate::fault::Fault;
use crate::node::Node;
use crate::world::World;

/// Size of the storage behind a new domain, in bytes.
const SIZE: i64 = 1 << 40;

pub(crate) fn check_add(_world: &World, domain: &mut Node) -> Result<(), Fault> {
    // The host only makes the domain; it isn't part of it.
    domain.remove("host");
    for (tag, text) in [
        ("available", SIZE.to_string()),
        ("used", "0".to_owned()),
        ("committed", "0".to_owned()),
        ("external_status", "ok".to_owned()),
        ("master", "false".to_owned()),
        ("status", "unattached".to_owned()),
        ("storage_format", "v5".to_owned()),
    ] {
        domain.set_default(tag, text);
    }
    Ok(())
}

/// A domain can be attached to one data center; the first data domain becomes the master.
pub(crate) fn check_attach(
    world: &mut World,
    command: &Command<'_>,
    domain: &mut Node,
) -> Result<(), Fault> {
    let id = domain.id().to_owned();
    if world.text("storagedomains", &id, "status") != Some("unattached") {
        return Err(Fault::conflict(
            "Cannot attach Storage. Storage Domain is already attached to a Data Center.",
        ));
    }
    let is_data = world.text("storagedomains", &id, "type") == Some("data");
    let master = is_data && world.store.list(command.collection).is_empty();
    *domain = Node::reference("storage_domain", &id)
        .with_text("master", master.to_string())
        .with_text("status", if is_data { "locked" } else { "maintenance" });
    Ok(())
}

/// A domain has been attached; the master brings its data center up.
pub(crate) fn attached(world: &mut World, command: &Command<'_>, id: &str) {
    let data_center = command
        .collection
        .split('/')
        .nth(1)
        .unwrap_or_default()
        .to_owned();
    let mut centers = Node::new("data_centers");
    centers
        .children
        .push(Node::reference("data_center", &data_center));
    world.change("storagedomains", id, |domain| {
        // At the top level only an unattached domain has a status.
        domain.remove("status");
        *domain.child_mut("data_centers") = centers;
    });
    if world.text(command.collection, id, "status") == Some("locked") {
        world.plan_statuses(command.collection, id, "status", &["active"]);
    }
    if world.text(command.collection, id, "master") == Some("true") {
        world.plan_statuses("datacenters", &data_center, "status", &["up"]);
    }
}

pub(crate) fn check_detach(world: &mut World, collection: &str, id: &str) -> Result<(), Fault> {
    if world.text(collection, id, "status") != Some("maintenance") {
        return Err(Fault::conflict(
            "Cannot detach Storage. The Storage Domain must be in Maintenance mode.",
        ));
    }
    world.change("storagedomains", id, |domain| {
        domain.remove("data_centers");
        domain.set("status", "unattached");
    });
    Ok(())
}

pub(crate) fn check_remove(world: &World, id: &str) -> Result<(), Fault> {
    if world.text("storagedomains", id, "status") == Some("unattached") {
        return Ok(());
    }
    Err(Fault::conflict(
        "Cannot remove Storage. The Storage Domain is attached to a Data Center.",
    ))
}

pub(crate) fn act(
    world: &mut World,
    command: &Command<'_>,
    collection: &str,
    id: &str,
    action: &str,
) -> Result<Vec<Node>, Fault> {
    let status = world
        .text(collection, id, "status")
        .unwrap_or_default()
        .to_owned();
    let (first, statuses): (&str, &[&str]) = match (action, status.as_str()) {
        ("activate", "active") => {
            return Err(Fault::conflict(
                "Cannot activate Storage. The Storage Domain is already active.",
            ));
        }
        ("activate", _) => ("activating", &["active"]),
        ("deactivate", "active") => ("preparing_for_maintenance", &["maintenance"]),
        ("deactivate", _) => {
            return Err(Fault::conflict(
                "Cannot deactivate Storage. The Storage Domain is not active.",
            ));
        }
        ("is_attached", _) => {
            let attached = world.text("storagedomains", id, "data_centers").is_some();
            return Ok(vec![Node::leaf("is_attached", attached.to_string())]);
        }
        _ => return Ok(Vec::new()),
    };
    // Only an attached domain has such a state.
    if command.collection.starts_with("datacenters/") {
        world.change(collection, id, |domain| domain.set("status", first));
        world.plan_statuses(collection, id, "status", statuses);
    }
    Ok(Vec::new())
}
