//! Hosts: installation, maintenance, activation.

use crate::fault::Fault;
use crate::node::Node;
use crate::world::World;

pub(crate) fn check_add(world: &World, host: &mut Node) -> Result<(), Fault> {
    if host.child("cluster").is_none() {
        let cluster = world
            .find_by_name("clusters", "Default")
            .map(|cluster| cluster.id().to_owned());
        host.set_reference("cluster", &cluster.unwrap_or_default());
    }
    // Only used to reach the host; no answer has it.
    host.remove("root_password");
    for (path, text) in [
        ("external_status", "ok"),
        ("port", "54321"),
        ("spm.priority", "5"),
        ("spm.status", "none"),
        ("summary.active", "0"),
        ("summary.migrating", "0"),
        ("summary.total", "0"),
        ("type", "ovirt_node"),
    ] {
        host.set_default(path, text);
    }
    Ok(())
}

pub(crate) fn added(world: &mut World, collection: &str, id: &str) -> bool {
    world.change(collection, id, |host| host.set("status", "installing"));
    world.plan_statuses(collection, id, "status", &["reboot", "initializing", "up"]);
    false
}

pub(crate) fn check_remove(world: &World, collection: &str, id: &str) -> Result<(), Fault> {
    const REMOVABLE: &[&str] = &["maintenance", "install_failed", "down", "pending_approval"];
    match world.text(collection, id, "status") {
        Some(status) if !REMOVABLE.contains(&status) => Err(Fault::conflict(
            "Cannot remove Host. Host is operational. Please switch Host to Maintenance mode first.",
        )),
        _ => Ok(()),
    }
}

pub(crate) fn act(
    world: &mut World,
    collection: &str,
    id: &str,
    action: &str,
) -> Result<Vec<Node>, Fault> {
    let status = world
        .text(collection, id, "status")
        .unwrap_or_default()
        .to_owned();
    let statuses: (&str, &[&str]) = match (action, status.as_str()) {
        ("deactivate", "maintenance" | "preparing_for_maintenance") => {
            return Err(Fault::conflict(
                "Cannot switch Host to Maintenance mode. Host is already in Maintenance mode.",
            ));
        }
        ("deactivate", _) => ("preparing_for_maintenance", &["maintenance"]),
        ("activate", "up") => {
            return Err(Fault::conflict("Cannot activate Host. Host is already up."));
        }
        ("activate", _) => ("unassigned", &["initializing", "up"]),
        ("install" | "upgrade", "maintenance") => ("installing", &["reboot", "initializing", "up"]),
        ("install" | "upgrade", _) => {
            return Err(Fault::conflict(
                "Cannot install Host. Host must be in Maintenance mode.",
            ));
        }
        _ => return Ok(Vec::new()),
    };
    world.change(collection, id, |host| host.set("status", statuses.0));
    world.plan_statuses(collection, id, "status", statuses.1);
    Ok(Vec::new())
}
