//! Devices of VMs and templates: defaults, and copies of disks and NICs.

use std::borrow::Cow;

use super::mac;
use crate::defaults;
use crate::defaults::hexadecimal;
use crate::fault::Fault;
use crate::lock::lock;
use crate::node::Node;
use crate::object::{
    CDROMS, DISK_ATTACHMENTS, DISKS, GRAPHICS_CONSOLES, NICS, ObjectRef, TEMPLATES, VMS, ZERO_ID,
};
use crate::status::{ILLEGAL, LOCKED, OK};
use crate::world::World;

/// Adds the default devices of a VM: an empty CD-ROM and a console.
pub(crate) fn add_defaults(world: &mut World, vm: &ObjectRef) {
    let cdrom = Node::reference("cdrom", ZERO_ID).with(Node::reference("vm", vm.id()));
    world.store.add(&vm.below(CDROMS), cdrom);
    add_console(world, vm, "vm", "vnc");
}

/// Adds a console to the object that a member of it refers to.
pub(crate) fn add_console(world: &mut World, owner: &ObjectRef, member: &str, protocol: &str) {
    // The id is the name of the protocol in hexadecimal.
    let console = Node::reference("graphics_console", &hexadecimal(protocol))
        .with_text("protocol", protocol)
        .with(Node::reference(member, owner.id()));
    world.store.add(&owner.below(GRAPHICS_CONSOLES), console);
}

/// Copies the NICs of a VM, template or snapshot.
pub(crate) fn copy_nics(world: &mut World, from: &ObjectRef, to: &ObjectRef) {
    for mut nic in world.store.list(&from.below(NICS)).to_vec() {
        nic.attributes.clear();
        nic.remove("vm");
        nic.remove("template");
        nic.remove("snapshot");
        nic.remove("mac");
        defaults::apply(&[defaults::NIC], &mut nic);
        refer_to_owner(&mut nic, to);
        // If the MAC pool is exhausted, the NIC has no address.
        if to.collection() == VMS && mac::assign(world, to, &mut nic).is_err() {
            nic.remove("mac");
        }
        world.store.add(&to.below(NICS), nic);
    }
}

/// Sets the reference of a device to its owner.
pub(super) fn refer_to_owner(device: &mut Node, owner: &ObjectRef) {
    match owner.collection() {
        VMS => device.set_reference("vm", owner.id()),
        TEMPLATES => device.set_reference("template", owner.id()),
        _ => {}
    }
}

/// Adds the reference to a VM with the identifier of the template that a device belongs to.
pub(super) fn show_template_as_vm(mut device: Cow<'_, Node>) -> Cow<'_, Node> {
    let template = device
        .child("template")
        .map(|template| template.id().to_owned());
    if let Some(template) = template {
        device.to_mut().set_reference("vm", &template);
    }
    device
}

/// Applies the attachments of a request, which name the original disk, to its copy. Only clones can
/// have another format.
pub(super) fn change_copy(disk: &mut Node, attachments: &Node, is_clone: bool) {
    let mut requested = attachments.children.iter();
    let requested = requested.find_map(|attachment| {
        let requested = attachment.child("disk")?;
        (requested.id() == disk.id()).then_some(requested)
    });
    let always = ["alias", "name", "storage_domains"].iter();
    let tags = always.chain(["format", "sparse"].iter().filter(|_| is_clone));
    for member in tags.filter_map(|tag| requested?.child(tag)) {
        disk.remove(&member.tag);
        disk.children.push(member.clone());
    }
    if disk.get("format") == Some("raw") {
        disk.remove("qcow_version");
    }
    if disk.get("sparse") == Some("false")
        && let Some(size) = disk.get("provisioned_size").map(str::to_owned)
    {
        disk.set("actual_size", size.clone());
        disk.set("total_size", size);
    }
}

/// Copies the disks of a VM, template or snapshot, with changes. Returns whether any were copied,
/// and so are locked.
pub(crate) fn copy_disks(
    world: &mut World,
    from: &ObjectRef,
    to: &ObjectRef,
    change: impl Fn(&mut Node),
) -> bool {
    let attachments = world.store.list(&from.below(DISK_ATTACHMENTS)).to_vec();
    let mut pending = false;
    for mut attachment in attachments {
        let Some(disk) = ObjectRef::disk(attachment.id()).get(world) else {
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
            if to.collection() != VMS {
                continue;
            }
            ObjectRef::disk(disk.id())
        } else {
            let mut disk = disk.clone();
            change(&mut disk);
            pending = true;
            add_copy(world, disk)
        };
        attachment.set_attribute("id", disk.id());
        attachment.set_reference("disk", disk.id());
        world.store.add(&to.below(DISK_ATTACHMENTS), attachment);
    }
    pending
}

/// Returns the disks that a new VM, template or attachment has for itself.
pub(super) fn own_disks(world: &World, owner: &ObjectRef) -> Vec<ObjectRef> {
    let attachments = world.store.list(&owner.below(DISK_ATTACHMENTS)).iter();
    let disks = attachments.map(|attachment| ObjectRef::disk(attachment.id()));
    disks
        .filter(|disk| owners(world, disk.id()).len() == 1)
        .collect()
}

/// Adds a copy of a disk, which is locked for one step.
pub(crate) fn add_copy(world: &mut World, mut disk: Node) -> ObjectRef {
    let source = disk.id().to_owned();
    disk.attributes.clear();
    disk.set("status", LOCKED);
    let image = world.store.new_id();
    disk.set("image_id", image);
    let disk = world.store.add(DISKS, disk);
    let copied = lock(&world.images).copy(&source, disk.id());
    // A disk whose data could not be copied is unusable.
    let status = if copied.is_ok() { OK } else { ILLEGAL };
    disk.plan_statuses(world, "status", &[status]);
    disk
}

/// Returns the VMs and templates that have a disk.
pub(crate) fn owners(world: &World, disk: &str) -> Vec<ObjectRef> {
    let mut owners = Vec::new();
    for (path, attachments) in world.store.all() {
        if let Some(owner) = path.strip_suffix("/diskattachments")
            && owner.split('/').count() == 2
            && attachments.iter().any(|attachment| attachment.id() == disk)
        {
            owners.push(ObjectRef::at(owner));
        }
    }
    owners
}

/// Fails if an attached disk is locked or illegal.
pub(crate) fn check_unlocked(
    world: &World,
    owner: &ObjectRef,
    verb: &str,
    title: &str,
) -> Result<(), Fault> {
    let attachments = owner.below(DISK_ATTACHMENTS);
    let names_with_status = |status: &str| {
        let disks = world.store.list(&attachments).iter();
        let names: Vec<String> = disks
            .filter(|disk| ObjectRef::disk(disk.id()).text(world, "status") == Some(status))
            .map(|disk| ObjectRef::disk(disk.id()).name(world))
            .collect();
        names.join(", ")
    };
    let locked = names_with_status(LOCKED);
    if !locked.is_empty() {
        return Err(Fault::conflict(format!(
            "Cannot {verb} {title}: The following disks are locked: {locked}. Please try again in a few minutes."
        )));
    }
    let illegal = names_with_status(ILLEGAL);
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
