//! Disk attachments of VMs.

use super::{device, disk, power, snapshot};
use crate::dependencies;
use crate::fault::Fault;
use crate::kind::{
    Add, Command, KEPT, Kind, Remove, Status, Statuses, Unchecked, Update, WITH_PARENT,
};
use crate::node::Node;
use crate::object::{DISK_ATTACHMENTS, DISKS, ObjectRef, TEMPLATES, VMS};
use crate::status::{DOWN, LOCKED, UP};
use crate::world::World;

const TITLE: &str = "Virtual Disk";

/// Statuses of a VM in which its attachments can be changed.
const CHANGEABLE: Statuses = &[DOWN, UP];

pub(super) static DISK_ATTACHMENT: Kind = Kind {
    name: "disk_attachment",
    unchecked: Unchecked::List,
    address: WITH_PARENT,
    twin: DISKS,
    title: TITLE,
    job: true,
    status: Status {
        owner: VMS,
        default: DOWN,
        refuse: power::refusal,
        ..KEPT.status
    },
    set_once: &["vm", "template"],
    show: |_, _, attachment| device::show_template_as_vm(attachment),
    defaults: &[&[
        ("bootable", "false"),
        ("interface", "virtio_scsi"),
        ("pass_discard", "false"),
        ("read_only", "false"),
        ("uses_scsi_reservation", "false"),
    ]],
    keeps_id: true,
    add: Add {
        event: 2016,
        // A new disk, rather than an existing one.
        variant: |world, attachment| {
            let disk = ObjectRef::disk(attachment.id());
            disk.has(world, "status", LOCKED).then_some(78)
        },
        from: CHANGEABLE,
        check: check_add,
        ..KEPT.add
    },
    update: Update {
        from: CHANGEABLE,
        apply: update,
        ..KEPT.update
    },
    remove: Remove {
        verb: "detach",
        event: 2018,
        from: CHANGEABLE,
        check: check_remove,
        ..KEPT.remove
    },
    ..KEPT
};

/// Attaches an existing disk, or adds and attaches a new one.
fn check_add(world: &mut World, command: &Command<'_>, attachment: &mut Node) -> Result<(), Fault> {
    let vm = command.owner();
    let mut new = attachment.child("disk").cloned().unwrap_or_default();
    let existing = new.id().to_owned();
    let verb = if existing.is_empty() { "add" } else { "attach" };
    if attachment.get("bootable") == Some("true") {
        check_boot(world, &vm, "", verb)?;
    }
    if existing.is_empty() {
        if new.get("provisioned_size").is_none() && new.child("lun_storage").is_none() {
            let paths = ["provisionedSize".to_owned(), "format".to_owned()];
            return Err(Fault::incomplete("Disk", &paths, "add"));
        }
        new.tag = "disk".into();
        if new.get("name").is_none() && new.get("alias").is_none() {
            let number = world.store.list(command.collection).len() + 1;
            new.set("name", format!("{}_Disk{number}", vm.name(world)));
        }
        disk::check_new(world, command, &mut new)?;
    } else {
        let snapshot = new.child("snapshot").map_or("", Node::id);
        check_attach(world, &vm, &existing, snapshot)?;
    }
    attachment.set_default("active", existing.is_empty().to_string());
    let id = if existing.is_empty() {
        let disk = world.store.add(DISKS, new);
        disk::create_image(world, &disk);
        if let Some(caller) = command.caller {
            let (roles, name) = (disk::DISK.creator_roles, disk::DISK.name);
            caller.grant(world, roles, name, disk.id());
        }
        disk.id().to_owned()
    } else {
        existing
    };
    attachment.attributes.clear();
    attachment.set_attribute("id", &id);
    attachment.set_reference("disk", &id);
    attachment.set_reference("vm", vm.id());
    DISK_ATTACHMENT.complete(attachment);
    Ok(())
}

/// Fails if an existing disk cannot be attached. As it was in a snapshot, for backups, it can be
/// while the VM of the snapshot has it.
fn check_attach(world: &World, vm: &ObjectRef, id: &str, snapshot: &str) -> Result<(), Fault> {
    let disk = ObjectRef::disk(id);
    if !disk.exists(world) {
        return Err(Fault::entity(id));
    }
    if vm.item(DISK_ATTACHMENTS, id).exists(world) {
        return Err(Fault::cannot(
            "attach",
            TITLE,
            "The disk is already attached to VM.",
        ));
    }
    if !snapshot.is_empty() {
        let found = snapshot::find(world, snapshot);
        let has_disk = |found: ObjectRef| found.item(DISKS, id).exists(world);
        if !found.is_some_and(has_disk) {
            return Err(Fault::cannot(
                "attach",
                TITLE,
                "VM's Snapshot does not exist.",
            ));
        }
        return disk::check_unlocked(world, &disk, "attach");
    }
    let owners = device::owners(world, id);
    let is_shared = disk.has(world, "shareable", "true");
    if owners.iter().any(|owner| owner.collection() == TEMPLATES) {
        return Err(Fault::cannot(
            "attach",
            TITLE,
            "The disk belongs to a Template.",
        ));
    }
    if !owners.is_empty() && !is_shared {
        return Err(Fault::cannot(
            "attach",
            TITLE,
            "The disk is not shareable and is already attached to a VM.",
        ));
    }
    disk::check_unlocked(world, &disk, "attach")
}

/// Fails if the VM already has a boot disk.
fn check_boot(world: &World, vm: &ObjectRef, id: &str, verb: &str) -> Result<(), Fault> {
    let mut all = world.store.list(&vm.below(DISK_ATTACHMENTS)).iter();
    let other = all.find(|other| other.id() != id && other.get("bootable") == Some("true"));
    let Some(other) = other else {
        return Ok(());
    };
    Err(Fault::cannot(
        verb,
        TITLE,
        format!(
            "Disk {} in VM {} is already marked as boot.",
            ObjectRef::disk(other.id()).name(world),
            vm.name(world)
        ),
    ))
}

/// Fails if an attachment cannot be changed in this way.
fn check_update(
    world: &World,
    vm: &ObjectRef,
    attachment: &ObjectRef,
    changes: &Node,
) -> Result<(), Fault> {
    if changes.get("bootable") == Some("true") {
        check_boot(world, vm, attachment.id(), "edit")?;
    }
    let is_up = vm.collection() == VMS && vm.has(world, "status", UP);
    let was_active = attachment.has(world, "active", "true");
    let differs = |tag: &str| {
        let new = changes.get(tag);
        new.is_some() && new != attachment.text(world, tag)
    };
    if is_up
        && was_active
        && ["bootable", "interface", "read_only"]
            .into_iter()
            .any(differs)
    {
        let why = "At least one of the VMs is not down.";
        return Err(Fault::cannot("edit", TITLE, why));
    }
    if differs("active") {
        disk::check_unlocked(world, &ObjectRef::disk(attachment.id()), "edit")?;
    }
    Ok(())
}

fn update(
    world: &mut World,
    command: &Command<'_>,
    attachment: &ObjectRef,
    changes: &Node,
) -> Result<(), Fault> {
    check_update(world, &command.owner(), attachment, changes)?;
    let disk = ObjectRef::disk(attachment.id());
    let mut later = changes.clone();
    later
        .children
        .retain(|change| !matches!(change.tag.as_str(), "active" | "disk"));
    let disk_changes = changes
        .child("disk")
        .filter(|disk| !disk.children.is_empty());
    // The engine plugs disks at once. All else is part of the update of the disk.
    if disk_changes.is_some() || !later.children.is_empty() {
        let changed = attachment.clone();
        let apply = move |world: &mut World| {
            changed.change(world, |attachment| attachment.merge(&later));
        };
        let none = Node::new("disk");
        disk::change_with(world, &disk, disk_changes.unwrap_or(&none), apply)?;
    }
    if let Some(active) = changes.get("active") {
        let active = active.to_owned();
        attachment.change(world, |attachment| attachment.set("active", active));
    }
    Ok(())
}

/// Checks the removal of an attachment. Removes the disk too if the request asks for it.
fn check_remove(
    world: &mut World,
    command: &Command<'_>,
    attachment: &ObjectRef,
) -> Result<(), Fault> {
    let Some(vm) = attachment.owner(VMS) else {
        return Err(Fault::unsimulated("Removing a disk of a template"));
    };
    snapshot::check_idle(world, &vm, "detach", TITLE)?;
    let disk = ObjectRef::disk(attachment.id());
    // With another VM, the disk is attached for a backup.
    let is_only_owner = device::owners(world, disk.id()).len() == 1;
    let is_shared = disk.has(world, "shareable", "true");
    if command.flag("detach_only") == Some(false) && (is_only_owner || is_shared) {
        disk::check_remove(world, command, &disk)?;
        dependencies::remove(world, &disk);
    }
    Ok(())
}
