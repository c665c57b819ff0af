//! Snapshots of virtual machines.

use crate::behaviour::Command;
use crate::fault::Fault;
use crate::node::Node;
use crate::world::{World, now};

/// The snapshot that every machine has: what it is now.
pub(crate) fn add_active(world: &mut World, path: &str) {
    let snapshot = Node::new("snapshot")
        .with_text("description", "Active VM")
        .with_text("date", now())
        .with_text("persist_memorystate", "false")
        .with_text("snapshot_status", "ok")
        .with_text("snapshot_type", "active");
    world.store.add(&format!("{path}/snapshots"), snapshot);
}

pub(crate) fn check_add(
    world: &World,
    command: &Command<'_>,
    snapshot: &mut Node,
) -> Result<(), Fault> {
    let vm = command.collection.split('/').nth(1).unwrap_or_default();
    let status = world.text("vms", vm, "status").unwrap_or("down");
    if matches!(status, "suspended" | "migrating" | "image_locked") {
        return Err(Fault::conflict(format!(
            "Cannot create Snapshot. VM is {}.",
            status.replace('_', " ")
        )));
    }
    snapshot.set_default("persist_memorystate", "false");
    snapshot.set("date", now());
    snapshot.set("snapshot_status", "locked");
    snapshot.set("snapshot_type", "regular");
    snapshot.set_reference("vm", vm);
    Ok(())
}

pub(crate) fn added(world: &mut World, collection: &str, id: &str) -> bool {
    world.plan_statuses(collection, id, "snapshot_status", &["ok"]);
    true
}
