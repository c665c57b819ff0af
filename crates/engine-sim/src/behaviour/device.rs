//! Devices of VMs and templates: defaults, and copies of disks and NICs.

use crate::behaviour::{mac, nic};
use crate::fault::Fault;
use crate::lock::lock;
use crate::node::Node;
use crate::object::ZERO_ID;
use crate::world::World;

/// Adds the default devices of a VM: an empty CD-ROM and a console.
pub(crate) fn add_defaults(world: &mut World, path: &str) {
    let vm = path.rsplit('/').next().unwrap_or_default().to_owned();
    let cdrom = Node::reference("cdrom", ZERO_ID).with(Node::reference("vm", &vm));
    world.store.add(&format!("{path}/cdroms"), cdrom);
    // The id is the name of the protocol in hexadecimal.
    let console = Node::reference("graphics_console", "766e63")
        .with_text("protocol", "vnc")
        .with(Node::reference("vm", &vm));
    world
        .store
        .add(&format!("{path}/graphicsconsoles"), console);
}

/// Copies NICs, for example from `templates/ID` to `vms/ID`.
pub(crate) fn copy_nics(world: &mut World, from: &str, to: &str) {
    for mut nic in world.store.list(&format!("{from}/nics")).to_vec() {
        nic.attributes.clear();
        nic.remove("vm");
        nic.remove("template");
        nic.remove("mac");
        nic::set_defaults(&mut nic);
        refer_to_owner(&mut nic, to);
        // If the MAC pool is exhausted, the NIC has no address.
        if to.starts_with("vms/") && mac::assign(world, to, &mut nic).is_err() {
            nic.remove("mac");
        }
        world.store.add(&format!("{to}/nics"), nic);
    }
}

/// Sets the reference of a device to its owner.
fn refer_to_owner(device: &mut Node, owner: &str) {
    match owner.split_once('/') {
        Some(("vms", id)) => device.set_reference("vm", id),
        Some(("templates", id)) => device.set_reference("template", id),
        _ => {}
    }
}

/// Copies the disks of a VM, template or snapshot. Returns whether any were copied, and so are
/// locked.
pub(crate) fn copy_disks(world: &mut World, from: &str, to: &str) -> bool {
    let source = format!("{from}/diskattachments");
    let attachments = world.store.list(&source).to_vec();
    let (home, id) = to.split_once('/').unwrap_or_default();
    let owner = world.name(home, id);
    let mut number = world.store.list(&format!("{to}/diskattachments")).len();
    let mut pending = false;
    for mut attachment in attachments {
        let Some(disk) = world.store.get("disks", attachment.id()) else {
            continue;
        };
        attachment.attributes.clear();
        for tag in ["vm", "template", "logical_name"] {
            attachment.remove(tag);
        }
        refer_to_owner(&mut attachment, to);
        attachment.set("active", "true");
        let is_shared =
            disk.get("shareable") == Some("true") || disk.get("storage_type") == Some("lun");
        let disk = if is_shared {
            // Shared disks and LUNs are attached, not copied; templates have none.
            if !to.starts_with("vms/") {
                continue;
            }
            disk.id().to_owned()
        } else {
            number += 1;
            let mut disk = disk.clone();
            let name = format!("{owner}_Disk{number}");
            disk.set("alias", name.clone());
            disk.set("name", name);
            pending = true;
            add_copy(world, disk)
        };
        attachment.set_attribute("id", &disk);
        attachment.set_reference("disk", &disk);
        world
            .store
            .add(&format!("{to}/diskattachments"), attachment);
    }
    pending
}

/// Adds a copy of a disk, which is locked for one step.
pub(crate) fn add_copy(world: &mut World, mut disk: Node) -> String {
    let source = disk.id().to_owned();
    disk.attributes.clear();
    disk.set("status", "locked");
    let image = world.store.new_id();
    disk.set("image_id", image);
    let id = world.store.add("disks", disk);
    let copied = lock(&world.images).copy(&source, &id);
    // A disk whose data could not be copied is unusable.
    let status = if copied.is_ok() { "ok" } else { "illegal" };
    world.plan_statuses("disks", &id, "status", &[status]);
    id
}

/// Returns the paths of the VMs and templates that have a disk, such as `vms/ID`.
pub(crate) fn owners(world: &World, disk: &str) -> Vec<String> {
    let mut owners = Vec::new();
    for (path, attachments) in world.store.all() {
        if let Some(owner) = path.strip_suffix("/diskattachments")
            && owner.split('/').count() == 2
            && attachments.iter().any(|attachment| attachment.id() == disk)
        {
            owners.push(owner.to_owned());
        }
    }
    owners
}

/// Fails if an attached disk is locked or illegal.
pub(crate) fn check_unlocked(
    world: &World,
    attachments: &str,
    verb: &str,
    title: &str,
) -> Result<(), Fault> {
    let names_with_status = |status: &str| {
        let disks = world.store.list(attachments).iter();
        let names: Vec<String> = disks
            .filter(|disk| world.text("disks", disk.id(), "status") == Some(status))
            .map(|disk| world.name("disks", disk.id()))
            .collect();
        names.join(", ")
    };
    let locked = names_with_status("locked");
    if !locked.is_empty() {
        return Err(Fault::conflict(format!(
            "Cannot {verb} {title}: The following disks are locked: {locked}. Please try again in a few minutes."
        )));
    }
    let illegal = names_with_status("illegal");
    if !illegal.is_empty() && verb != "remove" {
        return Err(Fault::cannot(
            verb,
            title,
            format!(
                "The following attached disks are in ILLEGAL status: {illegal} - please remove them and try again."
            ),
        ));
    }
    Ok(())
}
