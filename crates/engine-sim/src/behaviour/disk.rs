//! Disks and their attachments to virtual machines.

use crate::behaviour::Command;
use crate::fault::Fault;
use crate::node::Node;
use crate::world::World;

pub(crate) fn check_add(disk: &mut Node) -> Result<(), Fault> {
    let size = disk.get("provisioned_size").unwrap_or("0").to_owned();
    if size.parse::<i64>().is_ok_and(|size| size < 0) {
        return Err(Fault::invalid(
            "Cannot add Virtual Disk. The size must be positive.",
        ));
    }
    if let Some(name) = disk
        .get("name")
        .or_else(|| disk.get("alias"))
        .map(str::to_owned)
    {
        disk.set("alias", name.clone());
        disk.set("name", name);
    }
    for (tag, text) in [
        ("actual_size", "0"),
        ("content_type", "data"),
        ("propagate_errors", "false"),
        ("shareable", "false"),
        ("sparse", "true"),
        ("wipe_after_delete", "false"),
    ] {
        disk.set_default(tag, text);
    }
    disk.set_default("total_size", size);
    let storage_type = if disk.child("lun_storage").is_some() {
        "lun"
    } else {
        "image"
    };
    disk.set("storage_type", storage_type);
    Ok(())
}

/// An image is locked while it is made; a LUN has no status.
pub(crate) fn added(world: &mut World, collection: &str, id: &str) -> bool {
    if world.text(collection, id, "storage_type") == Some("lun") {
        return false;
    }
    let image = world.store.new_id();
    world.change(collection, id, |disk| {
        disk.set("status", "locked");
        disk.set("image_id", image);
    });
    world.plan_statuses(collection, id, "status", &["ok"]);
    true
}

/// Attaches a disk: one that is there, or a new one that the document describes.
pub(crate) fn check_attach(
    world: &mut World,
    command: &Command<'_>,
    attachment: &mut Node,
) -> Result<(), Fault> {
    let mut disk = attachment.child("disk").cloned().unwrap_or_default();
    let given = disk.id().to_owned();
    let id = if given.is_empty() {
        if disk.get("provisioned_size").is_none() && disk.child("lun_storage").is_none() {
            let paths = ["provisionedSize".to_owned(), "format".to_owned()];
            return Err(Fault::incomplete("Disk", &paths, "add"));
        }
        "disk".clone_into(&mut disk.tag);
        check_add(&mut disk)?;
        attachment.set_default("active", "true");
        let id = world.store.add("disks", disk);
        added(world, "disks", &id);
        id
    } else {
        if world.store.get("disks", &given).is_none() {
            return Err(Fault::entity(given));
        }
        attachment.set_default("active", "false");
        given
    };
    if world.store.get(command.collection, &id).is_some() {
        return Err(Fault::conflict(
            "Cannot attach Virtual Disk. The disk is already attached to the VM.",
        ));
    }
    attachment.attributes.clear();
    attachment.set_attribute("id", &id);
    attachment.set_reference("disk", &id);
    if let Some(vm) = command.collection.split('/').nth(1) {
        attachment.set_reference("vm", vm);
    }
    attachment.set_default("bootable", "false");
    attachment.set_default("interface", "virtio_scsi");
    attachment.set_default("pass_discard", "false");
    attachment.set_default("read_only", "false");
    attachment.set_default("uses_scsi_reservation", "false");
    Ok(())
}

/// Detaches a disk, which stays unless the request says otherwise.
pub(crate) fn detach(
    world: &mut World,
    command: &Command<'_>,
    collection: &str,
    id: &str,
) -> Result<(), Fault> {
    let machine = collection.split('/').nth(1).unwrap_or_default().to_owned();
    let running = world
        .text("vms", &machine, "status")
        .is_some_and(|status| status != "down");
    let active = world.text(collection, id, "active") == Some("true");
    if command.parameters.flag("detach_only") == Some(false) {
        if running && active {
            return Err(Fault::conflict(
                "Cannot remove Virtual Disk. VM is running.",
            ));
        }
        check_remove_locked(world, "disks", id)?;
        world.store.remove("disks", id);
    }
    Ok(())
}

fn check_remove_locked(world: &World, collection: &str, id: &str) -> Result<(), Fault> {
    if world.text(collection, id, "status") == Some("locked") {
        let name = world.text(collection, id, "name").unwrap_or(id);
        return Err(Fault::conflict(format!(
            "Cannot remove Virtual Disk. Disk {name} is locked. Please try again in a few minutes."
        )));
    }
    Ok(())
}

pub(crate) fn check_remove(world: &World, collection: &str, id: &str) -> Result<(), Fault> {
    check_remove_locked(world, collection, id)?;
    let used = world.store.list("vms").iter().any(|vm| {
        let attachments = format!("vms/{}/diskattachments", vm.id());
        vm.get("status") != Some("down") && world.store.get(&attachments, id).is_some()
    });
    if used {
        return Err(Fault::conflict(
            "Cannot remove Virtual Disk. VM is running.",
        ));
    }
    Ok(())
}

/// Nothing is attached that is gone.
pub(crate) fn removed(world: &mut World, id: &str) {
    let machines: Vec<String> = world
        .store
        .list("vms")
        .iter()
        .map(|vm| vm.id().to_owned())
        .collect();
    for machine in machines {
        world
            .store
            .remove(&format!("vms/{machine}/diskattachments"), id);
    }
}
