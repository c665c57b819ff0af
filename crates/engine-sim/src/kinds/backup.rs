//! Backups of VMs.

use std::time::Duration;

use super::{device, power, snapshot};
use crate::audit;
use crate::fault::Fault;
use crate::kind::{Add, Command, KEPT, Kind, Status, act};
use crate::node::Node;
use crate::object::{CHECKPOINTS, DISK_ATTACHMENTS, DISKS, IMAGE_TRANSFERS, ObjectRef, VMS};
use crate::status::{DOWN, FAILED, FINALIZING, INITIALIZING, READY, STARTING, SUCCEEDED, UP};
use crate::world::{World, now};

pub(super) static BACKUP: Kind = Kind {
    name: "backup",
    title: "VM backup",
    event_title: "Backup",
    job: true,
    status: Status {
        member: "phase",
        ..KEPT.status
    },
    interrupted: &[
        ("phase", FINALIZING, SUCCEEDED),
        ("phase", INITIALIZING, READY),
        ("phase", STARTING, READY),
    ],
    set_by_engine: &[
        "phase",
        "to_checkpoint_id",
        "creation_date",
        "modification_date",
    ],
    add: Add {
        event: 10790,
        check: check_add,
        done: added,
        ..KEPT.add
    },
    actions: &[act("finalize", "stop", &[], finalize).event(10794)],
    ..KEPT
};

/// How long finished backups stay readable.
const RETENTION: Duration = Duration::from_secs(15 * 60);

fn check_add(world: &mut World, command: &Command<'_>, backup: &mut Node) -> Result<(), Fault> {
    let vm = command.owner();
    let status = vm.text(world, "status").unwrap_or(DOWN);
    if !matches!(status, UP | DOWN) {
        return Err(power::refusal("backup", "VM", status));
    }
    snapshot::check_idle(world, &vm, "backup", "VM")?;
    device::check_unlocked(world, &vm, "backup", "VM")?;
    let is_running = |other: &Node| !matches!(other.get("phase"), Some(SUCCEEDED | FAILED));
    if world.store.list(command.stored_in).iter().any(is_running) {
        return Err(cannot("The VM is during a backup operation."));
    }
    let disks = backup.child("disks").map_or(&[][..], |list| &list.children);
    let disks: Vec<_> = disks
        .iter()
        .map(|disk| ObjectRef::disk(disk.id()))
        .collect();
    let is_attached = |disk: &ObjectRef| vm.item(DISK_ATTACHMENTS, disk.id()).exists(world);
    if let Some(other) = disks.iter().find(|disk| !is_attached(disk)) {
        let other = other.id();
        let why = format!("The following disks are not attached to the VM: {other}.");
        return Err(cannot(why));
    }
    if let Some(from) = backup
        .get("from_checkpoint_id")
        .filter(|from| !from.is_empty())
    {
        check_base(world, &vm.item(CHECKPOINTS, from), &disks)?;
    }
    if disks.iter().any(|disk| is_incremental(world, disk)) {
        let checkpoint = world.store.new_id();
        backup.set("to_checkpoint_id", checkpoint);
    }
    backup.set("creation_date", now());
    backup.set("modification_date", now());
    backup.set("phase", INITIALIZING);
    backup.set_reference("vm", vm.id());
    let host = vm.target(world, "host");
    if !host.is_empty() {
        backup.set_reference("host", &host);
    }
    Ok(())
}

fn cannot(why: impl std::fmt::Display) -> Fault {
    Fault::cannot("backup", "VM", why)
}

fn is_incremental(world: &World, disk: &ObjectRef) -> bool {
    disk.has(world, "backup", "incremental")
}

/// Fails if a backup of disks cannot be based on a checkpoint.
fn check_base(world: &World, checkpoint: &ObjectRef, disks: &[ObjectRef]) -> Result<(), Fault> {
    if !checkpoint.exists(world) {
        return Err(cannot("The checkpoint does not exist for the VM."));
    }
    if let Some(disk) = disks.iter().find(|disk| !is_incremental(world, disk)) {
        let disk = disk.id();
        let why = format!("Incremental backup is disabled for the following disks: {disk}.");
        return Err(cannot(why));
    }
    let is_new = |disk: &&ObjectRef| !checkpoint.item(DISKS, disk.id()).exists(world);
    let new: Vec<&str> = disks.iter().filter(is_new).map(ObjectRef::id).collect();
    if new.is_empty() {
        return Ok(());
    }
    Err(Fault::invalid(format!(
        "Cannot backup VM. The following disks are not included in the previous VM backup: {}\nPlease use a full VM backup for all the VM disks.",
        new.join(", ")
    )))
}

fn added(world: &mut World, _: &Command<'_>, object: &ObjectRef) {
    let backup = object.get(world).cloned().unwrap_or_default();
    let has_base = backup.child("from_checkpoint_id").is_some();
    let disks = backup.child("disks").map_or(&[][..], |list| &list.children);
    for disk in disks {
        let incremental = is_incremental(world, &ObjectRef::disk(disk.id()));
        let mode = if has_base && incremental {
            "incremental"
        } else {
            "full"
        };
        let entry = Node::reference("disk", disk.id()).with_text("backup_mode", mode);
        world.store.add(&object.below(DISKS), entry);
    }
    object.change(world, |backup| backup.remove("disks"));
    object.plan_statuses(world, "phase", &[STARTING, READY]);
    let backup = object.clone();
    world.after(2, move |world| add_checkpoint(world, &backup));
}

/// Adds the checkpoint of a backup that is ready.
fn add_checkpoint(world: &mut World, backup: &ObjectRef) {
    let checkpoint = backup.text(world, "to_checkpoint_id");
    let (Some(checkpoint), Some(vm)) = (checkpoint.map(str::to_owned), backup.owner(VMS)) else {
        return;
    };
    let checkpoint = vm.item(CHECKPOINTS, checkpoint);
    if checkpoint.exists(world) {
        return;
    }
    let mut node = Node::reference("checkpoint", checkpoint.id())
        .with_text("creation_date", now())
        .with_text("state", "created")
        .with(Node::reference("vm", vm.id()));
    if let Some(last) = world.store.list(checkpoint.collection()).last() {
        node.set("parent_id", last.id());
    }
    world.store.add(checkpoint.collection(), node);
    for disk in world.handles(&backup.below(DISKS)) {
        let disk = Node::reference("disk", disk.id());
        world.store.add(&checkpoint.below(DISKS), disk);
    }
}

/// Says why a backup can be neither transferred nor finalized.
pub(super) fn not_ready(phase: &str) -> String {
    format!("The VM backup is not in READY phase, backup phase is {phase}.")
}

fn finalize(
    world: &mut World,
    _: &Command<'_>,
    backup: &ObjectRef,
    _: &Node,
) -> Result<Vec<Node>, Fault> {
    match backup.text(world, "phase") {
        Some(READY) => {}
        Some(SUCCEEDED | FINALIZING) => return Ok(Vec::new()),
        phase => {
            let why = not_ready(phase.unwrap_or_default());
            return Err(Fault::cannot("stop", "VM backup", why));
        }
    }
    let mut transfers = world.store.list(IMAGE_TRANSFERS).iter();
    let is_open = |transfer: &Node| {
        let phase = transfer.get("phase").unwrap_or_default();
        transfer
            .child("backup")
            .is_some_and(|own| own.id() == backup.id())
            && !phase.starts_with("finished")
            && !phase.starts_with(FINALIZING)
    };
    if transfers.any(is_open) {
        return Err(Fault::cannot(
            "stop",
            "VM backup",
            "There are image transfers of the backup that go on.",
        ));
    }
    backup.change(world, |backup| {
        backup.set("phase", FINALIZING);
        backup.set("modification_date", now());
    });
    backup.plan_statuses(world, "phase", &[SUCCEEDED]);
    let (backup, vm) = (backup.clone(), backup.owner(VMS));
    world.after(1, move |world| {
        let vm = vm.unwrap_or_else(|| ObjectRef::vm(""));
        let text = format!("The backup of VM {} is complete.", vm.name(world));
        audit::event(world, 10793, &text, &vm, "");
        world.plan(RETENTION, move |world| {
            backup.remove(world);
        });
    });
    Ok(Vec::new())
}
