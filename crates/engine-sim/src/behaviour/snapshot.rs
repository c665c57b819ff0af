//! VM snapshots: creation, preview, commit, undo and restore.

use crate::behaviour::{Command, mac, power};
use crate::fault::Fault;
use crate::node::Node;
use crate::world::{World, now};

/// VM settings that a snapshot contains.
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

/// Collections that a snapshot contains, and their path below the VM.
const DEVICES: &[&str] = &["diskattachments", "nics"];

fn snapshots(vm: &str) -> String {
    format!("vms/{vm}/snapshots")
}

/// The active snapshot of a VM: its present state.
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

/// The VM of a snapshot, and the snapshot's ID.
pub(crate) fn find(world: &World, id: &str) -> Option<(String, String)> {
    let mut found = world.store.all().filter_map(|(path, objects)| {
        let vm = path.strip_prefix("vms/")?.strip_suffix("/snapshots")?;
        let snapshot = objects.iter().find(|object| object.id() == id)?;
        Some((vm.to_owned(), snapshot.id().to_owned()))
    });
    found.next()
}

/// The VM's snapshot of a type.
fn of_type(world: &World, vm: &str, kind: &str) -> Option<String> {
    let path = snapshots(vm);
    let mut all = world.store.list(&path).iter();
    let one = all.find(|snapshot| snapshot.get("snapshot_type") == Some(kind))?;
    Some(one.id().to_owned())
}

/// Refuses if a snapshot of the VM is being created or removed.
pub(crate) fn check_unlocked(world: &World, vm: &str, verb: &str, what: &str) -> Result<(), Fault> {
    let path = snapshots(vm);
    let mut all = world.store.list(&path).iter();
    if all.any(|snapshot| snapshot.get("snapshot_status") == Some("locked")) {
        return Err(Fault::cannot(
            verb,
            what,
            "The VM is performing an operation on a Snapshot. Please wait for the operation to finish, and try again.",
        ));
    }
    Ok(())
}

/// The same, and refuses during a preview.
pub(crate) fn check_idle(world: &World, vm: &str, verb: &str, what: &str) -> Result<(), Fault> {
    check_unlocked(world, vm, verb, what)?;
    if of_type(world, vm, "preview").is_some() {
        return Err(Fault::cannot(verb, what, "VM is previewing a Snapshot."));
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
    let chosen: Option<Vec<String>> = snapshot.child("disk_attachments").map(|list| {
        let disk = |one: &Node| one.child("disk").map_or("", Node::id).to_owned();
        let each = list.children.iter();
        each.map(|one| {
            if one.id().is_empty() {
                disk(one)
            } else {
                one.id().to_owned()
            }
        })
        .collect()
    });
    if let Some(chosen) = chosen {
        let path = format!("vms/{vm}/diskattachments");
        if let Some(other) = chosen
            .iter()
            .find(|id| world.store.get(&path, id).is_none())
        {
            return Err(Fault::entity(other));
        }
        // Needed until the snapshot is complete, to choose its disks.
        let list = snapshot.child_mut("disk_attachments");
        list.children = chosen
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
    let chosen = world
        .store
        .get(collection, id)
        .and_then(|snapshot| snapshot.child("disk_attachments"))
        .map(|list| {
            list.children
                .iter()
                .map(|one| one.id().to_owned())
                .collect::<Vec<_>>()
        });
    world.change(collection, id, |snapshot| {
        snapshot.remove("disk_attachments")
    });
    keep(world, &vm, id, chosen.as_deref());
    world.plan_statuses(collection, id, "snapshot_status", &["ok"]);
    true
}

/// Saves the settings and devices of a VM in a snapshot.
fn keep(world: &mut World, vm: &str, id: &str, chosen: Option<&[String]>) {
    let path = snapshots(vm);
    let Some(machine) = world.store.get("vms", vm) else {
        return;
    };
    let mut parts: Vec<Node> = SETTINGS
        .iter()
        .filter_map(|tag| machine.child(tag).cloned())
        .collect();
    for part in &mut parts {
        part.children
            .retain(|child| !matches!(child.tag.as_str(), "address" | "port"));
    }
    parts.push(Node::leaf("name", machine.get("name").unwrap_or_default()));
    world.change(&path, id, |snapshot| {
        for part in parts {
            snapshot.remove(&part.tag);
            snapshot.children.push(part);
        }
    });
    let below = format!("{path}/{id}");
    for devices in DEVICES {
        for device in world.store.list(&format!("vms/{vm}/{devices}")).to_vec() {
            let left_out = *devices == "diskattachments"
                && chosen.is_some_and(|chosen| !chosen.iter().any(|one| one == device.id()));
            if left_out {
                continue;
            }
            if *devices == "diskattachments" {
                keep_disk(world, &below, id, device.id());
            }
            world.store.add(&format!("{below}/{devices}"), device);
        }
    }
}

/// Leaves the present image of a disk to the snapshot; the disk continues with a new one.
fn keep_disk(world: &mut World, below: &str, snapshot: &str, disk: &str) {
    let image = world.text("disks", disk, "image_id");
    let Some(image) = image.map(str::to_owned) else {
        return;
    };
    let kept = Node::reference("disk", disk)
        .with_text("image_id", image)
        .with_text("status", "ok")
        .with(Node::reference("snapshot", snapshot));
    world.store.add(&format!("{below}/disks"), kept);
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

/// Restores the settings and NICs of a snapshot.
fn give_back(world: &mut World, vm: &str, id: &str) {
    let path = snapshots(vm);
    let Some(snapshot) = world.store.get(&path, id) else {
        return;
    };
    let parts: Vec<Node> = SETTINGS
        .iter()
        .filter_map(|tag| snapshot.child(tag).cloned())
        .collect();
    let nics = world.store.list(&format!("{path}/{id}/nics")).to_vec();
    world.change("vms", vm, |machine| {
        for part in parts {
            machine.remove(&part.tag);
            machine.children.push(part);
        }
    });
    let own = format!("vms/{vm}/nics");
    for nic in world.ids(&own) {
        world.store.remove(&own, &nic);
    }
    world.macs = None;
    for mut nic in nics {
        let owner = format!("vms/{vm}");
        // Another VM may have the address meanwhile.
        if mac::assign(world, &owner, &mut nic).is_err() {
            nic.remove("mac");
            let _ = mac::assign(world, &owner, &mut nic);
        }
        world.store.add(&own, nic);
    }
}

/// Preview of a snapshot, commit and undo.
pub(crate) fn act_on_machine(
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
    let Some(before) = of_type(world, vm, "preview") else {
        return Err(Fault::cannot(
            verb,
            "Snapshot",
            "VM is not in Preview mode.",
        ));
    };
    end_preview(world, vm, &before, action == "commit_snapshot");
    Ok(Vec::new())
}

fn check_regular(world: &World, vm: &str, id: &str, verb: &str) -> Result<(), Fault> {
    let path = snapshots(vm);
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

fn preview(world: &mut World, vm: &str, id: &str) {
    let path = snapshots(vm);
    let before = Node::new("snapshot")
        .with_text("description", "Active VM before the preview")
        .with_text("date", now())
        .with_text("persist_memorystate", "false")
        .with_text("snapshot_status", "ok")
        .with_text("snapshot_type", "preview")
        .with(Node::reference("vm", vm));
    let before = world.store.add(&path, before);
    keep(world, vm, &before, None);
    give_back(world, vm, id);
    world.change(&path, id, |snapshot| {
        snapshot.set("snapshot_status", "in_preview")
    });
    world.change("vms", vm, |vm| vm.set("status", "image_locked"));
    world.plan_statuses("vms", vm, "status", &["down"]);
}

fn end_preview(world: &mut World, vm: &str, before: &str, commit: bool) {
    let path = snapshots(vm);
    let all = world.store.list(&path);
    let previewed = all
        .iter()
        .position(|snapshot| snapshot.get("snapshot_status") == Some("in_preview"));
    let ids: Vec<String> = all
        .iter()
        .map(|snapshot| snapshot.id().to_owned())
        .collect();
    if !commit {
        give_back(world, vm, before);
    }
    world.store.remove(&path, before);
    if let Some(previewed) = previewed {
        if let Some(id) = ids.get(previewed) {
            world.change(&path, id, |snapshot| snapshot.set("snapshot_status", "ok"));
        }
        // Later snapshots are lost.
        for id in ids.iter().skip(previewed + 1).filter(|_| commit) {
            if world.text(&path, id, "snapshot_type") == Some("regular") {
                world.store.remove(&path, id);
            }
        }
    }
    world.change("vms", vm, |vm| vm.set("status", "image_locked"));
    world.plan_statuses("vms", vm, "status", &["down"]);
}

/// The actions of a snapshot.
pub(crate) fn act(world: &mut World, collection: &str, id: &str) -> Result<Vec<Node>, Fault> {
    let vm = collection.split('/').nth(1).unwrap_or_default().to_owned();
    let status = world.text("vms", &vm, "status").unwrap_or("down");
    if status != "down" {
        return Err(power::refusal("restore", "Snapshot", status));
    }
    check_idle(world, &vm, "restore", "Snapshot")?;
    check_regular(world, &vm, id, "restore")?;
    preview(world, &vm, id);
    if let Some(before) = of_type(world, &vm, "preview") {
        end_preview(world, &vm, &before, true);
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

/// Saves the state of a stateless VM before it runs.
pub(crate) fn begin_stateless(world: &mut World, vm: &str) {
    let path = snapshots(vm);
    let snapshot = Node::new("snapshot")
        .with_text("description", "stateless snapshot")
        .with_text("date", now())
        .with_text("persist_memorystate", "false")
        .with_text("snapshot_status", "ok")
        .with_text("snapshot_type", "stateless")
        .with(Node::reference("vm", vm));
    let id = world.store.add(&path, snapshot);
    keep(world, vm, &id, None);
}

/// Restores the state of a stateless VM after it stopped.
pub(crate) fn end_stateless(world: &mut World, vm: &str) {
    if let Some(id) = of_type(world, vm, "stateless") {
        give_back(world, vm, &id);
        world.store.remove(&snapshots(vm), &id);
    }
}
