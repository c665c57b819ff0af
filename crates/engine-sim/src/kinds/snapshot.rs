//! Snapshots of VMs: creation, preview, restore, and stateless runs.

use std::borrow::Cow;

use super::{configuration, device, disk, mac, power};
use crate::active_snapshot::{self, is_active, media};
use crate::fault::Fault;
use crate::kind::{
    Add, AddressRule, Below, Command, KEPT, Kind, Remove, Status, Statuses, Unchecked, act,
};
use crate::node::Node;
use crate::object::{CDROMS, DISK_ATTACHMENTS, DISKS, NICS, ObjectRef, SNAPSHOTS, VMS};
use crate::present;
use crate::status::is_running;
use crate::status::{DOWN, IMAGE_LOCKED, IN_PREVIEW, LOCKED, OK, PAUSED, POWERING_UP, UP};
use crate::world::{World, now};

/// Statuses of a VM in which snapshots can be added and removed.
const CHANGEABLE: Statuses = &[DOWN, UP, PAUSED, POWERING_UP];

pub(super) static SNAPSHOT: Kind = Kind {
    name: "snapshot",
    unchecked: Unchecked::List,
    below: Below {
        address: AddressRule::Bare,
        compute: Some(active_snapshot::devices),
        ..KEPT.below
    },
    title: "Snapshot",
    job: true,
    status: Status {
        owner: VMS,
        default: DOWN,
        refuse,
        ..KEPT.status
    },
    interrupted: &[("snapshot_status", LOCKED, OK)],
    verbatim: &["vm"],
    costly: &["initialization"],
    complete_costly: describe_vm,
    has_links: |snapshot| !is_active(snapshot),
    show: |world, _, snapshot| show(world, snapshot),
    set_by_engine: &["snapshot_status", "snapshot_type", "date"],
    add: Add {
        verb: "create",
        event: 45,
        from: CHANGEABLE,
        check: check_add,
        done: added,
        ..KEPT.add
    },
    remove: Remove {
        event: 342,
        from: CHANGEABLE,
        check: check_remove,
        ..KEPT.remove
    },
    actions: &[act("restore", "restore", &[DOWN], restore_at_once)
        .event(100)
        .inlines_object()],
    ..KEPT
};

/// Shows the VM of a snapshot in its current status. The active snapshot has none.
fn show<'n>(world: &World, mut snapshot: Cow<'n, Node>) -> Cow<'n, Node> {
    if is_active(&snapshot) {
        snapshot.to_mut().remove("vm");
        return snapshot;
    }
    let vm = snapshot.child("vm").filter(|vm| !vm.children.is_empty());
    let current = vm.and_then(|vm| ObjectRef::vm(vm.id()).get(world));
    let runs = |vm: &&Node| vm.get("status").is_some_and(is_running);
    if let Some(current) = current.filter(runs) {
        let current = present::vm(world, Cow::Borrowed(current));
        let vm = snapshot.to_mut().child_mut("vm");
        for path in RUN_MEMBERS {
            if let Some(text) = current.get(path) {
                vm.set(path, text);
            }
        }
        if let Some(host) = current.child("host") {
            vm.set_reference("host", host.id());
        }
    }
    snapshot
}

/// Members of a running VM that its snapshots have too.
const RUN_MEMBERS: &[&str] = &[
    "status",
    "fqdn",
    "run_once",
    "start_time",
    "display.address",
    "display.port",
    "display.secure_port",
    "display.type",
];

/// Replaces the VM by its description, as in the response to an addition.
fn describe_vm(world: &World, snapshot: &mut Node) {
    let is_new = snapshot.get("snapshot_status") == Some(LOCKED);
    let vm = snapshot.child("vm").filter(|_| is_new);
    let Some(vm) = vm.filter(|vm| !vm.children.is_empty()) else {
        return;
    };
    let mut described = vm.clone();
    configuration::describe(world, &mut described);
    snapshot.set_reference("vm", described.id());
    snapshot
        .children
        .extend(described.child("initialization").cloned());
}

/// Refuses a command because of the status of the VM.
fn refuse(verb: &str, title: &str, status: &str) -> Fault {
    if verb == "create" && status != IMAGE_LOCKED {
        return Fault::cannot(verb, title, "VM must be in status Down, Up or Paused.");
    }
    power::refusal(verb, title, status)
}

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
const DEVICE_COLLECTIONS: &[&str] = &[CDROMS, DISK_ATTACHMENTS, NICS];

/// Returns the path of the snapshots of a VM.
fn path_of(vm: &ObjectRef) -> String {
    vm.below(SNAPSHOTS)
}

/// Adds the active snapshot, which stands for the current state of a VM.
pub(crate) fn add_active(world: &mut World, vm: &ObjectRef) {
    let snapshot = internal("active", "Active VM", vm);
    world.store.add(&path_of(vm), snapshot);
}

/// Finds a snapshot of a VM by id.
pub(crate) fn find(world: &World, id: &str) -> Option<ObjectRef> {
    let mut paths = world.store.all().filter_map(|(path, objects)| {
        let is_own = path.starts_with("vms/") && path.ends_with("/snapshots");
        (is_own && objects.iter().any(|object| object.id() == id)).then_some(path)
    });
    Some(ObjectRef::new(paths.next()?, id))
}

/// Returns the first snapshot of a type.
fn find_by_type(world: &World, vm: &ObjectRef, kind: &str) -> Option<ObjectRef> {
    let path = path_of(vm);
    let mut all = world.store.list(&path).iter();
    let snapshot = all.find(|snapshot| snapshot.get("snapshot_type") == Some(kind))?;
    Some(ObjectRef::new(path.clone(), snapshot.id()))
}

/// Fails while a snapshot of a VM is created.
pub(crate) fn check_unlocked(
    world: &World,
    vm: &ObjectRef,
    verb: &str,
    title: &str,
) -> Result<(), Fault> {
    let path = path_of(vm);
    let mut all = world.store.list(&path).iter();
    if all.any(|snapshot| snapshot.get("snapshot_status") == Some(LOCKED)) {
        let name = vm.name(world);
        let why = format!("Snapshot is currently being created for VM {name}.");
        return Err(Fault::cannot(verb, title, why));
    }
    Ok(())
}

/// Like [`check_unlocked`], but also fails while a snapshot is in preview.
pub(crate) fn check_idle(
    world: &World,
    vm: &ObjectRef,
    verb: &str,
    title: &str,
) -> Result<(), Fault> {
    check_unlocked(world, vm, verb, title)?;
    if find_by_type(world, vm, "preview").is_some() {
        return Err(Fault::cannot(verb, title, "VM is previewing a Snapshot."));
    }
    Ok(())
}

fn check_add(world: &mut World, command: &Command<'_>, snapshot: &mut Node) -> Result<(), Fault> {
    let vm = command.owner();
    check_idle(world, &vm, "create", "Snapshot")?;
    device::check_unlocked(world, &vm, "create", "Snapshot")?;
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
        if let Some(other) = selected
            .iter()
            .find(|id| !vm.item(DISK_ATTACHMENTS, *id).exists(world))
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
    if vm.has(world, "status", DOWN) {
        snapshot.set("persist_memorystate", "false");
    }
    snapshot.set("date", now());
    snapshot.set("snapshot_status", LOCKED);
    snapshot.set("snapshot_type", "regular");
    snapshot.set_reference("vm", vm.id());
    Ok(())
}

fn added(world: &mut World, command: &Command<'_>, snapshot: &ObjectRef) {
    let selected = snapshot
        .get(world)
        .and_then(|snapshot| snapshot.child("disk_attachments"))
        .map(|list| {
            list.children
                .iter()
                .map(|attachment| attachment.id().to_owned())
                .collect::<Vec<_>>()
        });
    snapshot.change(world, |snapshot| snapshot.remove("disk_attachments"));
    capture(world, &command.owner(), snapshot, selected.as_deref());
    snapshot.plan_statuses(world, "snapshot_status", &[OK]);
}

/// Stores the current settings and devices of a VM in a snapshot.
fn capture(world: &mut World, vm: &ObjectRef, snapshot: &ObjectRef, selected: Option<&[String]>) {
    let Some(source) = vm.get(world) else {
        return;
    };
    let mut captured = present::vm(world, Cow::Borrowed(source)).into_owned();
    let stop_time = captured.child("stop_time").cloned();
    power::remove_run_members(&mut captured);
    captured.children.extend(stop_time);
    for text in ["description", "comment"] {
        captured.set_default(text, "");
    }
    if captured.child("display").is_some() {
        captured.child_mut("display").remove("type");
    }
    captured.set("status", DOWN);
    snapshot.change(world, |snapshot| *snapshot.child_mut("vm") = captured);
    for devices in DEVICE_COLLECTIONS {
        for device in world.store.list(&vm.below(devices)).to_vec() {
            let is_excluded = *devices == DISK_ATTACHMENTS
                && selected.is_some_and(|selected| !selected.iter().any(|id| id == device.id()));
            if is_excluded {
                continue;
            }
            if *devices == DISK_ATTACHMENTS {
                capture_disk(world, snapshot, &ObjectRef::disk(device.id()));
            }
            let captured = match *devices {
                CDROMS => media(&device),
                NICS => device.with(Node::reference("snapshot", snapshot.id())),
                _ => device,
            };
            world.store.add(&snapshot.below(devices), captured);
        }
    }
}

/// Leaves the current image of a disk to the snapshot, and gives the disk a new one.
fn capture_disk(world: &mut World, snapshot: &ObjectRef, disk: &ObjectRef) {
    if disk.text(world, "image_id").is_none() {
        return;
    }
    let Some(mut captured) = disk.get(world).cloned() else {
        return;
    };
    disk::describe_captured(&mut captured);
    captured.set("status", OK);
    captured.set_reference("snapshot", snapshot.id());
    world.store.add(&snapshot.below(DISKS), captured);
    let new = world.store.new_id();
    let is_ok = disk.has(world, "status", OK);
    disk.change(world, |disk| {
        disk.set("image_id", new);
        disk::add_image(disk);
        if is_ok {
            disk.set("status", LOCKED);
        }
    });
    if is_ok {
        disk.plan_statuses(world, "status", &[OK]);
    }
}

/// Restores the settings and NICs of a VM from a snapshot.
fn restore(world: &mut World, vm: &ObjectRef, snapshot: &ObjectRef) {
    let Some(source) = snapshot
        .get(world)
        .and_then(|snapshot| snapshot.child("vm"))
    else {
        return;
    };
    let members: Vec<Node> = SETTINGS
        .iter()
        .filter_map(|tag| source.child(tag).cloned())
        .collect();
    let nics = world.store.list(&snapshot.below(NICS)).to_vec();
    vm.change(world, |vm| {
        // A snapshot does not store the type of the console.
        let console = vm.get("display.type").map(str::to_owned);
        for member in members {
            vm.remove(&member.tag);
            vm.children.push(member);
        }
        if let Some(console) = console {
            vm.set("display.type", console);
        }
    });
    let path = vm.below(NICS);
    world.clear(&path);
    world.macs = None;
    for mut nic in nics {
        nic.remove("snapshot");
        // Another VM may have taken the address meanwhile.
        if mac::assign(world, vm, &mut nic).is_err() {
            nic.remove("mac");
            let _ = mac::assign(world, vm, &mut nic);
        }
        world.store.add(&path, nic);
    }
}

/// Starts the preview of a snapshot.
pub(super) fn preview_on_vm(
    world: &mut World,
    _: &Command<'_>,
    vm: &ObjectRef,
    document: &Node,
) -> Result<Vec<Node>, Fault> {
    let id = document.child("snapshot").map_or("", Node::id);
    let snapshot = ObjectRef::new(path_of(vm), id);
    check_idle(world, vm, "preview", "Snapshot")?;
    check_regular(world, &snapshot, "preview")?;
    preview(world, vm, &snapshot);
    Ok(Vec::new())
}

/// Keeps the previewed state.
pub(super) fn commit_on_vm(
    world: &mut World,
    _: &Command<'_>,
    vm: &ObjectRef,
    _: &Node,
) -> Result<Vec<Node>, Fault> {
    let backup = previewed(world, vm)?;
    end_preview(world, vm, &backup, true);
    Ok(Vec::new())
}

/// Returns to the state before the preview.
pub(super) fn undo_on_vm(
    world: &mut World,
    _: &Command<'_>,
    vm: &ObjectRef,
    _: &Node,
) -> Result<Vec<Node>, Fault> {
    let backup = previewed(world, vm)?;
    end_preview(world, vm, &backup, false);
    Ok(Vec::new())
}

/// Returns the snapshot with the state before the preview. Fails without a preview.
fn previewed(world: &World, vm: &ObjectRef) -> Result<ObjectRef, Fault> {
    find_by_type(world, vm, "preview")
        .ok_or_else(|| Fault::invalid("Cannot revert to Snapshot. VM's Snapshot does not exist."))
}

fn check_regular(world: &World, snapshot: &ObjectRef, verb: &str) -> Result<(), Fault> {
    match snapshot.text(world, "snapshot_type") {
        None => Err(Fault::invalid(format!(
            "Cannot {verb} Snapshot. VM's Snapshot does not exist."
        ))),
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

/// Returns a new snapshot that the engine makes by itself.
fn internal(kind: &str, description: &str, vm: &ObjectRef) -> Node {
    Node::new("snapshot")
        .with_text("description", description)
        .with_text("date", now())
        .with_text("persist_memorystate", "false")
        .with_text("snapshot_status", OK)
        .with_text("snapshot_type", kind)
        .with(Node::reference("vm", vm.id()))
}

/// Starts the preview of a snapshot. Stores the current state in a snapshot of type `preview`.
fn preview(world: &mut World, vm: &ObjectRef, snapshot: &ObjectRef) {
    let backup = internal("preview", "Active VM before the preview", vm);
    let backup = world.store.add(&path_of(vm), backup);
    capture(world, vm, &backup, None);
    restore(world, vm, snapshot);
    snapshot.change(world, |snapshot| {
        snapshot.set("snapshot_status", IN_PREVIEW)
    });
    lock_for_step(world, vm);
}

fn lock_for_step(world: &mut World, vm: &ObjectRef) {
    vm.change(world, |vm| vm.set("status", IMAGE_LOCKED));
    vm.plan_statuses(world, "status", &[DOWN]);
}

/// Ends a preview: keeps the previewed state, or restores the one before.
fn end_preview(world: &mut World, vm: &ObjectRef, backup: &ObjectRef, commit: bool) {
    let snapshots = world.handles(&path_of(vm));
    let previewed = snapshots
        .iter()
        .position(|snapshot| snapshot.has(world, "snapshot_status", IN_PREVIEW));
    if !commit {
        restore(world, vm, backup);
    }
    remove(world, backup);
    if let Some(previewed) = previewed {
        if let Some(snapshot) = snapshots.get(previewed) {
            snapshot.change(world, |snapshot| snapshot.set("snapshot_status", OK));
        }
        // Snapshots newer than the restored one are lost.
        for newer in snapshots.iter().skip(previewed + 1).filter(|_| commit) {
            if newer.has(world, "snapshot_type", "regular") {
                remove(world, newer);
            }
        }
    }
    lock_for_step(world, vm);
}

/// Restores a snapshot without a preview.
fn restore_at_once(
    world: &mut World,
    command: &Command<'_>,
    snapshot: &ObjectRef,
    _: &Node,
) -> Result<Vec<Node>, Fault> {
    let vm = command.owner();
    check_idle(world, &vm, "restore", "Snapshot")?;
    check_regular(world, snapshot, "restore")?;
    preview(world, &vm, snapshot);
    if let Some(backup) = find_by_type(world, &vm, "preview") {
        end_preview(world, &vm, &backup, true);
    }
    Ok(vec![Node::leaf("async", "false")])
}

fn check_remove(
    world: &mut World,
    command: &Command<'_>,
    snapshot: &ObjectRef,
) -> Result<(), Fault> {
    check_idle(world, &command.owner(), "remove", "Snapshot")?;
    check_regular(world, snapshot, "remove")?;
    merge_images(world, snapshot);
    Ok(())
}

fn remove(world: &mut World, snapshot: &ObjectRef) {
    merge_images(world, snapshot);
    snapshot.remove(world);
}

/// Merges the images of a snapshot into their child images.
fn merge_images(world: &mut World, snapshot: &ObjectRef) {
    for disk in world.handles(&snapshot.below(DISKS)) {
        merge_image(world, snapshot, disk.id());
    }
}

/// Merges the image of a disk in a snapshot into its child image.
fn merge_image(world: &mut World, snapshot: &ObjectRef, disk: &str) {
    let mut others = world.handles(snapshot.collection());
    others.retain(|other| other != snapshot);
    let is_last = !others
        .iter()
        .any(|other| other.item(DISKS, disk).exists(world));
    ObjectRef::disk(disk).change(world, |disk| disk::merge_image(disk, is_last));
}

/// Takes a disk out of a snapshot.
pub(super) fn remove_disk(world: &mut World, snapshot: &ObjectRef, disk: &str) {
    merge_image(world, snapshot, disk);
    snapshot.item(DISKS, disk).remove(world);
    snapshot.item(DISK_ATTACHMENTS, disk).remove(world);
}

/// Captures the state of a VM before a stateless run.
pub(crate) fn begin_stateless(world: &mut World, vm: &ObjectRef) {
    let snapshot = internal("stateless", "stateless snapshot", vm);
    let snapshot = world.store.add(&path_of(vm), snapshot);
    capture(world, vm, &snapshot, None);
}

/// Restores the state of a VM after a stateless run.
pub(crate) fn end_stateless(world: &mut World, vm: &ObjectRef) {
    if let Some(snapshot) = find_by_type(world, vm, "stateless") {
        restore(world, vm, &snapshot);
        remove(world, &snapshot);
    }
}
