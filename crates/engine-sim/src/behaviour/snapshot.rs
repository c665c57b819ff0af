//! Snapshots of VMs: creation, preview, restore, and stateless runs.

use crate::behaviour::{mac, power};
use crate::command::Command;
use crate::fault::Fault;
use crate::node::Node;
use crate::world::{World, now};

/// Members of a VM that a snapshot stores.
const SETTINGS: &[&str] = &[
    "bios",
    "cpu",
    "custom_properties",
    "display",
    "high_availability",
    "memory",
    "memory_policy",
    "migration",
    "os",
    "placement_policy",
    "time_zone",
    "type",
    "usb",
];

/// Collections below a VM that a snapshot stores.
const DEVICE_COLLECTIONS: &[&str] = &["diskattachments", "nics"];

/// Returns the path of the snapshots of a VM.
fn path_of(vm: &str) -> String {
    format!("vms/{vm}/snapshots")
}

/// Adds the active snapshot, which stands for the current state of a VM.
pub(crate) fn add_active(world: &mut World, path: &str) {
    let vm = path.rsplit('/').next().unwrap_or_default().to_owned();
    let snapshot = Node::new("snapshot")
        .with_text("description", "Active VM")
        .with_text("date", now())
        .with_text("persist_memorystate", "false")
        .with_text("snapshot_status", "ok")
        .with_text("snapshot_type", "active")
        .with(Node::reference("vm", &vm));
    world.store.add(&format!("{path}/snapshots"), snapshot);
}

/// Finds a snapshot by id. Returns the ids of its VM and of the snapshot.
pub(crate) fn find(world: &World, id: &str) -> Option<(String, String)> {
    let mut found = world.store.all().filter_map(|(path, objects)| {
        let vm = path.strip_prefix("vms/")?.strip_suffix("/snapshots")?;
        let snapshot = objects.iter().find(|object| object.id() == id)?;
        Some((vm.to_owned(), snapshot.id().to_owned()))
    });
    found.next()
}

/// Returns the id of the first snapshot of a type.
fn find_by_type(world: &World, vm: &str, kind: &str) -> Option<String> {
    let path = path_of(vm);
    let mut all = world.store.list(&path).iter();
    let snapshot = all.find(|snapshot| snapshot.get("snapshot_type") == Some(kind))?;
    Some(snapshot.id().to_owned())
}

/// Fails while a snapshot of a VM is being created or removed.
pub(crate) fn check_unlocked(
    world: &World,
    vm: &str,
    verb: &str,
    title: &str,
) -> Result<(), Fault> {
    let path = path_of(vm);
    let mut all = world.store.list(&path).iter();
    if all.any(|snapshot| snapshot.get("snapshot_status") == Some("locked")) {
        return Err(Fault::cannot(
            verb,
            title,
            "The VM is performing an operation on a Snapshot. Please wait for the operation to finish, and try again.",
        ));
    }
    Ok(())
}

/// Like [`check_unlocked`], but also fails while a snapshot is in preview.
pub(crate) fn check_idle(world: &World, vm: &str, verb: &str, title: &str) -> Result<(), Fault> {
    check_unlocked(world, vm, verb, title)?;
    if find_by_type(world, vm, "preview").is_some() {
        return Err(Fault::cannot(verb, title, "VM is previewing a Snapshot."));
    }
    Ok(())
}

pub(crate) fn check_add(
    world: &World,
    command: &Command<'_>,
    snapshot: &mut Node,
) -> Result<(), Fault> {
    let vm = command.collection.split('/').nth(1).unwrap_or_default();
    let status = world.text("vms", vm, "status").unwrap_or("down");
    if status == "image_locked" {
        return Err(power::refusal("create", "Snapshot", status));
    }
    if !matches!(status, "down" | "up" | "paused" | "powering_up") {
        return Err(Fault::cannot(
            "create",
            "Snapshot",
            format!(
                "VM {} must be in status Down, Up or Paused.",
                world.name("vms", vm)
            ),
        ));
    }
    check_idle(world, vm, "create", "Snapshot")?;
    super::device::check_unlocked(
        world,
        &format!("vms/{vm}/diskattachments"),
        "create",
        "Snapshot",
    )?;
    let selected: Option<Vec<String>> = snapshot.child("disk_attachments").map(|list| {
        let attachments = list.children.iter();
        attachments
            .map(|attachment| {
                if attachment.id().is_empty() {
                    attachment.child("disk").map_or("", Node::id).to_owned()
                } else {
                    attachment.id().to_owned()
                }
            })
            .collect()
    });
    if let Some(selected) = selected {
        let path = format!("vms/{vm}/diskattachments");
        if let Some(other) = selected
            .iter()
            .find(|id| world.store.get(&path, id).is_none())
        {
            return Err(Fault::entity(other));
        }
        // Removed again in `added`, which needs to know the selected disks.
        let list = snapshot.child_mut("disk_attachments");
        list.children = selected
            .iter()
            .map(|id| Node::reference("disk_attachment", id))
            .collect();
    }
    snapshot.set_default("persist_memorystate", "false");
    if status == "down" {
        snapshot.set("persist_memorystate", "false");
    }
    snapshot.set("date", now());
    snapshot.set("snapshot_status", "locked");
    snapshot.set("snapshot_type", "regular");
    snapshot.set_reference("vm", vm);
    Ok(())
}

pub(crate) fn added(world: &mut World, collection: &str, id: &str) -> bool {
    let vm = collection.split('/').nth(1).unwrap_or_default().to_owned();
    let selected = world
        .store
        .get(collection, id)
        .and_then(|snapshot| snapshot.child("disk_attachments"))
        .map(|list| {
            list.children
                .iter()
                .map(|attachment| attachment.id().to_owned())
                .collect::<Vec<_>>()
        });
    world.change(collection, id, |snapshot| {
        snapshot.remove("disk_attachments")
    });
    capture(world, &vm, id, selected.as_deref());
    world.plan_statuses(collection, id, "snapshot_status", &["ok"]);
    true
}

/// Stores the current settings and devices of a VM in a snapshot.
fn capture(world: &mut World, vm: &str, id: &str, selected: Option<&[String]>) {
    let path = path_of(vm);
    let Some(source) = world.store.get("vms", vm) else {
        return;
    };
    let mut members: Vec<Node> = SETTINGS
        .iter()
        .filter_map(|tag| source.child(tag).cloned())
        .collect();
    for member in &mut members {
        member
            .children
            .retain(|child| !matches!(child.tag.as_str(), "address" | "port"));
    }
    members.push(Node::leaf("name", source.get("name").unwrap_or_default()));
    world.change(&path, id, |snapshot| {
        for member in members {
            snapshot.remove(&member.tag);
            snapshot.children.push(member);
        }
    });
    let below = format!("{path}/{id}");
    for devices in DEVICE_COLLECTIONS {
        for device in world.store.list(&format!("vms/{vm}/{devices}")).to_vec() {
            let is_excluded = *devices == "diskattachments"
                && selected.is_some_and(|selected| !selected.iter().any(|id| id == device.id()));
            if is_excluded {
                continue;
            }
            if *devices == "diskattachments" {
                capture_disk(world, &below, id, device.id());
            }
            world.store.add(&format!("{below}/{devices}"), device);
        }
    }
}

/// Leaves the current image of a disk to the snapshot, and gives the disk a new one.
fn capture_disk(world: &mut World, below: &str, snapshot: &str, disk: &str) {
    let image = world.text("disks", disk, "image_id");
    let Some(image) = image.map(str::to_owned) else {
        return;
    };
    let captured = Node::reference("disk", disk)
        .with_text("image_id", image)
        .with_text("status", "ok")
        .with(Node::reference("snapshot", snapshot));
    world.store.add(&format!("{below}/disks"), captured);
    let new = world.store.new_id();
    let is_ok = world.text("disks", disk, "status") == Some("ok");
    world.change("disks", disk, |disk| {
        disk.set("image_id", new);
        if is_ok {
            disk.set("status", "locked");
        }
    });
    if is_ok {
        world.plan_statuses("disks", disk, "status", &["ok"]);
    }
}

/// Restores the settings and NICs of a VM from a snapshot.
fn restore(world: &mut World, vm: &str, id: &str) {
    let path = path_of(vm);
    let Some(snapshot) = world.store.get(&path, id) else {
        return;
    };
    let members: Vec<Node> = SETTINGS
        .iter()
        .filter_map(|tag| snapshot.child(tag).cloned())
        .collect();
    let nics = world.store.list(&format!("{path}/{id}/nics")).to_vec();
    world.change("vms", vm, |vm| {
        for member in members {
            vm.remove(&member.tag);
            vm.children.push(member);
        }
    });
    let nics_path = format!("vms/{vm}/nics");
    for nic in world.ids(&nics_path) {
        world.store.remove(&nics_path, &nic);
    }
    world.macs = None;
    for mut nic in nics {
        let owner = format!("vms/{vm}");
        // Another VM may have taken the address meanwhile.
        if mac::assign(world, &owner, &mut nic).is_err() {
            nic.remove("mac");
            let _ = mac::assign(world, &owner, &mut nic);
        }
        world.store.add(&nics_path, nic);
    }
}

/// Executes the snapshot actions of a VM: preview, commit, undo.
pub(crate) fn act_on_vm(
    world: &mut World,
    vm: &str,
    action: &str,
    document: &Node,
) -> Result<Vec<Node>, Fault> {
    let verb = match action {
        "preview_snapshot" => "preview",
        "commit_snapshot" => "restore",
        _ => "revert to",
    };
    let status = world.text("vms", vm, "status").unwrap_or("down");
    if status != "down" {
        return Err(power::refusal(verb, "Snapshot", status));
    }
    if action == "preview_snapshot" {
        let id = document.child("snapshot").map_or("", Node::id).to_owned();
        check_idle(world, vm, verb, "Snapshot")?;
        check_regular(world, vm, &id, verb)?;
        preview(world, vm, &id);
        return Ok(Vec::new());
    }
    let Some(backup) = find_by_type(world, vm, "preview") else {
        return Err(Fault::cannot(
            verb,
            "Snapshot",
            "VM is not in Preview mode.",
        ));
    };
    end_preview(world, vm, &backup, action == "commit_snapshot");
    Ok(Vec::new())
}

fn check_regular(world: &World, vm: &str, id: &str, verb: &str) -> Result<(), Fault> {
    let path = path_of(vm);
    match world.text(&path, id, "snapshot_type") {
        None => Err(Fault::cannot(
            verb,
            "Snapshot",
            "VM's Snapshot does not exist.",
        )),
        Some("regular") => Ok(()),
        Some("active") if verb == "preview" => {
            Err(Fault::conflict("Cannot preview Active VM snapshot."))
        }
        Some(_) => Err(Fault::cannot(
            verb,
            "Snapshot",
            "The operation is only allowed for regular snapshots.",
        )),
    }
}

/// Starts the preview of a snapshot. Stores the current state in a snapshot of type `preview`.
fn preview(world: &mut World, vm: &str, id: &str) {
    let path = path_of(vm);
    let backup = Node::new("snapshot")
        .with_text("description", "Active VM before the preview")
        .with_text("date", now())
        .with_text("persist_memorystate", "false")
        .with_text("snapshot_status", "ok")
        .with_text("snapshot_type", "preview")
        .with(Node::reference("vm", vm));
    let backup = world.store.add(&path, backup);
    capture(world, vm, &backup, None);
    restore(world, vm, id);
    world.change(&path, id, |snapshot| {
        snapshot.set("snapshot_status", "in_preview")
    });
    world.change("vms", vm, |vm| vm.set("status", "image_locked"));
    world.plan_statuses("vms", vm, "status", &["down"]);
}

/// Ends a preview: keeps the previewed state, or restores the one before.
fn end_preview(world: &mut World, vm: &str, backup: &str, commit: bool) {
    let path = path_of(vm);
    let snapshots = world.store.list(&path);
    let previewed = snapshots
        .iter()
        .position(|snapshot| snapshot.get("snapshot_status") == Some("in_preview"));
    let ids: Vec<String> = snapshots
        .iter()
        .map(|snapshot| snapshot.id().to_owned())
        .collect();
    if !commit {
        restore(world, vm, backup);
    }
    world.store.remove(&path, backup);
    if let Some(previewed) = previewed {
        if let Some(id) = ids.get(previewed) {
            world.change(&path, id, |snapshot| snapshot.set("snapshot_status", "ok"));
        }
        // Snapshots newer than the restored one are lost.
        for id in ids.iter().skip(previewed + 1).filter(|_| commit) {
            if world.text(&path, id, "snapshot_type") == Some("regular") {
                world.store.remove(&path, id);
            }
        }
    }
    world.change("vms", vm, |vm| vm.set("status", "image_locked"));
    world.plan_statuses("vms", vm, "status", &["down"]);
}

/// Executes the action of a snapshot, `restore`.
pub(crate) fn act(world: &mut World, collection: &str, id: &str) -> Result<Vec<Node>, Fault> {
    let vm = collection.split('/').nth(1).unwrap_or_default().to_owned();
    let status = world.text("vms", &vm, "status").unwrap_or("down");
    if status != "down" {
        return Err(power::refusal("restore", "Snapshot", status));
    }
    check_idle(world, &vm, "restore", "Snapshot")?;
    check_regular(world, &vm, id, "restore")?;
    preview(world, &vm, id);
    if let Some(backup) = find_by_type(world, &vm, "preview") {
        end_preview(world, &vm, &backup, true);
    }
    Ok(Vec::new())
}

pub(crate) fn check_remove(world: &World, collection: &str, id: &str) -> Result<(), Fault> {
    let vm = collection.split('/').nth(1).unwrap_or_default();
    let status = world.text("vms", vm, "status").unwrap_or("down");
    if !matches!(status, "down" | "up" | "paused" | "powering_up") {
        return Err(power::refusal("remove", "Snapshot", status));
    }
    check_idle(world, vm, "remove", "Snapshot")?;
    check_regular(world, vm, id, "remove")
}

/// Captures the state of a VM before a stateless run.
pub(crate) fn begin_stateless(world: &mut World, vm: &str) {
    let path = path_of(vm);
    let snapshot = Node::new("snapshot")
        .with_text("description", "stateless snapshot")
        .with_text("date", now())
        .with_text("persist_memorystate", "false")
        .with_text("snapshot_status", "ok")
        .with_text("snapshot_type", "stateless")
        .with(Node::reference("vm", vm));
    let id = world.store.add(&path, snapshot);
    capture(world, vm, &id, None);
}

/// Restores the state of a VM after a stateless run.
pub(crate) fn end_stateless(world: &mut World, vm: &str) {
    if let Some(id) = find_by_type(world, vm, "stateless") {
        restore(world, vm, &id);
        world.store.remove(&path_of(vm), &id);
    }
}
