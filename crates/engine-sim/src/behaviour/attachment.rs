//! Disk attachments of VMs.

use crate::behaviour::{dependencies, device, disk, power};
use crate::command::Command;
use crate::fault::Fault;
use crate::node::Node;
use crate::world::World;

const TITLE: &str = "Virtual Disk";

/// Returns the id of the VM that owns a collection of attachments; empty for a template.
fn vm_of(collection: &str) -> &str {
    collection
        .strip_prefix("vms/")
        .and_then(|rest| rest.split('/').next())
        .unwrap_or_default()
}

fn check_state(world: &World, vm: &str, verb: &str) -> Result<(), Fault> {
    let status = world.text("vms", vm, "status").unwrap_or("down");
    if matches!(status, "down" | "up") {
        return Ok(());
    }
    Err(power::refusal(verb, TITLE, status))
}

/// Attaches an existing disk, or adds and attaches a new one.
pub(crate) fn check_add(
    world: &mut World,
    command: &Command<'_>,
    attachment: &mut Node,
) -> Result<(), Fault> {
    let vm = vm_of(command.collection).to_owned();
    let mut new = attachment.child("disk").cloned().unwrap_or_default();
    let existing = new.id().to_owned();
    let verb = if existing.is_empty() { "add" } else { "attach" };
    check_state(world, &vm, verb)?;
    if attachment.get("bootable") == Some("true") {
        check_boot(world, command.collection, "", verb)?;
    }
    if existing.is_empty() {
        if new.get("provisioned_size").is_none() && new.child("lun_storage").is_none() {
            let paths = ["provisionedSize".to_owned(), "format".to_owned()];
            return Err(Fault::incomplete("Disk", &paths, "add"));
        }
        new.tag = "disk".into();
        if new.get("name").is_none() && new.get("alias").is_none() {
            let number = world.store.list(command.collection).len() + 1;
            new.set("name", format!("{}_Disk{number}", world.name("vms", &vm)));
        }
        disk::check_add(world, command, &mut new)?;
    } else {
        check_attach(world, command.collection, &existing)?;
    }
    attachment.set_default("active", existing.is_empty().to_string());
    let id = if existing.is_empty() {
        let id = world.store.add("disks", new);
        disk::added(world, "disks", &id);
        id
    } else {
        existing
    };
    attachment.attributes.clear();
    attachment.set_attribute("id", &id);
    attachment.set_reference("disk", &id);
    attachment.set_reference("vm", &vm);
    for (tag, text) in [
        ("bootable", "false"),
        ("interface", "virtio_scsi"),
        ("pass_discard", "false"),
        ("read_only", "false"),
        ("uses_scsi_reservation", "false"),
    ] {
        attachment.set_default(tag, text);
    }
    Ok(())
}

/// Fails if an existing disk cannot be attached.
fn check_attach(world: &World, collection: &str, id: &str) -> Result<(), Fault> {
    if world.store.get("disks", id).is_none() {
        return Err(Fault::entity(id));
    }
    if world.store.get(collection, id).is_some() {
        return Err(Fault::cannot(
            "attach",
            TITLE,
            "The disk is already attached to VM.",
        ));
    }
    let owners = device::owners(world, id);
    let is_shared = world.text("disks", id, "shareable") == Some("true");
    if owners.iter().any(|owner| owner.starts_with("templates/")) {
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
    if world.text("disks", id, "status") == Some("locked") {
        let name = world.name("disks", id);
        return Err(Fault::conflict(format!(
            "Cannot attach {TITLE}: The following disks are locked: {name}. Please try again in a few minutes."
        )));
    }
    Ok(())
}

/// Fails if the VM already has a boot disk.
fn check_boot(world: &World, collection: &str, id: &str, verb: &str) -> Result<(), Fault> {
    let mut all = world.store.list(collection).iter();
    let other = all.find(|other| other.id() != id && other.get("bootable") == Some("true"));
    let Some(other) = other else {
        return Ok(());
    };
    Err(Fault::cannot(
        verb,
        TITLE,
        format!(
            "Disk {} in VM {} is already marked as boot.",
            world.name("disks", other.id()),
            world.name("vms", vm_of(collection))
        ),
    ))
}

pub(crate) fn added(world: &World, id: &str) -> bool {
    world.text("disks", id, "status") == Some("locked")
}

pub(crate) fn update(
    world: &mut World,
    collection: &str,
    id: &str,
    changes: &Node,
) -> Result<(), Fault> {
    let vm = vm_of(collection).to_owned();
    check_state(world, &vm, "edit")?;
    if changes.get("bootable") == Some("true") {
        check_boot(world, collection, id, "edit")?;
    }
    let is_up = world.text("vms", &vm, "status") == Some("up");
    let was_active = world.text(collection, id, "active") == Some("true");
    let differs = |tag: &str| {
        let new = changes.get(tag);
        new.is_some() && new != world.text(collection, id, tag)
    };
    if is_up
        && was_active
        && ["bootable", "interface", "read_only"]
            .into_iter()
            .any(differs)
    {
        return Err(Fault::cannot(
            "edit",
            TITLE,
            "At least one of the VMs is not down.",
        ));
    }
    if differs("active") && world.text("disks", id, "status") == Some("locked") {
        let name = world.name("disks", id);
        return Err(Fault::conflict(format!(
            "Cannot edit {TITLE}: The following disks are locked: {name}. Please try again in a few minutes."
        )));
    }
    if let Some(disk) = changes
        .child("disk")
        .filter(|disk| !disk.children.is_empty())
    {
        disk::update(world, id, disk)?;
    }
    let mut changes = changes.clone();
    for tag in ["disk", "vm", "template"] {
        changes.remove(tag);
    }
    world.change(collection, id, |attachment| attachment.merge(&changes));
    Ok(())
}

/// Checks the removal of an attachment. Removes the disk too if the request asks for it.
pub(crate) fn check_remove(
    world: &mut World,
    command: &Command<'_>,
    collection: &str,
    id: &str,
) -> Result<(), Fault> {
    let vm = vm_of(collection).to_owned();
    if vm.is_empty() {
        return Err(Fault::unsimulated("Removing a disk of a template"));
    }
    check_state(world, &vm, "detach")?;
    super::snapshot::check_idle(world, &vm, "detach", TITLE)?;
    if command.parameters.flag("detach_only") == Some(false) {
        disk::check_remove(world, id)?;
        dependencies::remove(world, "disks", id);
    }
    Ok(())
}
