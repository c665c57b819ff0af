//! Backups of VMs, and their checkpoints.

use std::time::Duration;

use crate::audit;
use crate::behaviour::{device, power, snapshot};
use crate::fault::Fault;
use crate::node::Node;
use crate::world::{World, now};

/// How long finished backups stay readable.
const RETENTION: Duration = Duration::from_secs(15 * 60);

/// Returns the VM id in the path of a collection.
fn vm_of(collection: &str) -> &str {
    collection.split('/').nth(1).unwrap_or_default()
}

pub(crate) fn check_add(
    world: &mut World,
    collection: &str,
    backup: &mut Node,
) -> Result<(), Fault> {
    let vm = vm_of(collection).to_owned();
    let status = world.text("vms", &vm, "status").unwrap_or("down");
    if !matches!(status, "up" | "down") {
        return Err(power::refusal("backup", "VM", status));
    }
    snapshot::check_idle(world, &vm, "backup", "VM")?;
    let attachments = format!("vms/{vm}/diskattachments");
    device::check_unlocked(world, &attachments, "backup", "VM")?;
    let is_running = |other: &Node| !matches!(other.get("phase"), Some("succeeded" | "failed"));
    if world.store.list(collection).iter().any(is_running) {
        return Err(Fault::cannot(
            "backup",
            "VM",
            "The VM is during a backup operation.",
        ));
    }
    let disks: Vec<String> = backup.child("disks").map_or_else(Vec::new, |list| {
        list.children
            .iter()
            .map(|disk| disk.id().to_owned())
            .collect()
    });
    if let Some(other) = disks
        .iter()
        .find(|disk| world.store.get(&attachments, disk).is_none())
    {
        return Err(Fault::cannot(
            "backup",
            "VM",
            format!("The following disks are not attached to the VM: {other}."),
        ));
    }
    let is_incremental = |disk: &String| world.text("disks", disk, "backup") == Some("incremental");
    let from = backup
        .get("from_checkpoint_id")
        .unwrap_or_default()
        .to_owned();
    if !from.is_empty() {
        if world
            .store
            .get(&format!("vms/{vm}/checkpoints"), &from)
            .is_none()
        {
            return Err(Fault::cannot(
                "backup",
                "VM",
                "The checkpoint does not exist for the VM.",
            ));
        }
        if let Some(disk) = disks.iter().find(|disk| !is_incremental(disk)) {
            return Err(Fault::cannot(
                "backup",
                "VM",
                format!(
                    "Incremental backup isn't enabled for the following disks: {}.",
                    world.name("disks", disk)
                ),
            ));
        }
    }
    if disks.iter().any(is_incremental) {
        let checkpoint = world.store.new_id();
        backup.set("to_checkpoint_id", checkpoint);
    } else {
        backup.remove("to_checkpoint_id");
    }
    backup.set("creation_date", now());
    backup.set("modification_date", now());
    backup.set("phase", "initializing");
    backup.set_reference("vm", &vm);
    let host = world.target("vms", &vm, "host");
    if !host.is_empty() {
        backup.set_reference("host", &host);
    }
    Ok(())
}

pub(crate) fn added(world: &mut World, collection: &str, id: &str) -> bool {
    let backup = world.store.get(collection, id).cloned().unwrap_or_default();
    let has_base = backup.child("from_checkpoint_id").is_some();
    let disks = backup.child("disks").map_or(&[][..], |list| &list.children);
    for disk in disks {
        let incremental = world.text("disks", disk.id(), "backup") == Some("incremental");
        let mode = if has_base && incremental {
            "incremental"
        } else {
            "full"
        };
        let entry = Node::reference("disk", disk.id()).with_text("backup_mode", mode);
        world.store.add(&format!("{collection}/{id}/disks"), entry);
    }
    world.change(collection, id, |backup| backup.remove("disks"));
    world.plan_statuses(collection, id, "phase", &["starting", "ready"]);
    let (collection, id) = (collection.to_owned(), id.to_owned());
    world.after(2, move |world| add_checkpoint(world, &collection, &id));
    false
}

/// Adds the checkpoint of a backup that is ready.
fn add_checkpoint(world: &mut World, collection: &str, id: &str) {
    let vm = vm_of(collection).to_owned();
    let Some(checkpoint) = world
        .text(collection, id, "to_checkpoint_id")
        .map(str::to_owned)
    else {
        return;
    };
    let path = format!("vms/{vm}/checkpoints");
    if world.store.get(&path, &checkpoint).is_some() {
        return;
    }
    let mut node = Node::reference("checkpoint", &checkpoint)
        .with_text("creation_date", now())
        .with_text("state", "created")
        .with(Node::reference("vm", &vm));
    if let Some(last) = world.store.list(&path).last() {
        node.set("parent_id", last.id());
    }
    world.store.add(&path, node);
    for disk in world.ids(&format!("{collection}/{id}/disks")) {
        let disk = Node::reference("disk", &disk);
        world.store.add(&format!("{path}/{checkpoint}/disks"), disk);
    }
}

pub(crate) fn finalize(world: &mut World, collection: &str, id: &str) -> Result<Vec<Node>, Fault> {
    match world.text(collection, id, "phase") {
        Some("ready") => {}
        Some("succeeded" | "finalizing") => return Ok(Vec::new()),
        _ => {
            return Err(Fault::cannot(
                "stop",
                "VM backup",
                "The backup is not ready yet.",
            ));
        }
    }
    let mut transfers = world.store.list("imagetransfers").iter();
    let is_open = |transfer: &Node| {
        let phase = transfer.get("phase").unwrap_or_default();
        transfer
            .child("backup")
            .is_some_and(|backup| backup.id() == id)
            && !phase.starts_with("finished")
            && !phase.starts_with("finalizing")
    };
    if transfers.any(is_open) {
        return Err(Fault::cannot(
            "stop",
            "VM backup",
            "There are image transfers of the backup that go on.",
        ));
    }
    world.change(collection, id, |backup| {
        backup.set("phase", "finalizing");
        backup.set("modification_date", now());
    });
    world.plan_statuses(collection, id, "phase", &["succeeded"]);
    let (collection, id) = (collection.to_owned(), id.to_owned());
    world.after(1, move |world| {
        let vm = vm_of(&collection).to_owned();
        let text = format!("The backup of VM {} is complete.", world.name("vms", &vm));
        audit::event(world, 10793, &text, ("vm", &vm), "");
        world.plan(RETENTION, move |world| {
            world.store.remove(&collection, &id);
        });
    });
    Ok(Vec::new())
}

/// Allows only the removal of the oldest checkpoint, and makes the next one the root.
pub(crate) fn check_remove_checkpoint(
    world: &mut World,
    collection: &str,
    id: &str,
) -> Result<(), Fault> {
    let all = world.store.list(collection);
    if all.first().is_none_or(|first| first.id() != id) {
        return Err(Fault::cannot(
            "remove",
            "VM checkpoint",
            "Only the root checkpoint of the VM can be removed.",
        ));
    }
    if let Some(next) = all.get(1).map(|next| next.id().to_owned()) {
        world.change(collection, &next, |next| next.remove("parent_id"));
    }
    Ok(())
}
