//! VMs added from their description in the Open Virtualization Format (OVF).

use super::attachment::DISK_ATTACHMENT;
use super::{device, mac};
use crate::defaults;
use crate::fault::Fault;
use crate::kind::Command;
use crate::node::Node;
use crate::object::{DISK_ATTACHMENTS, DISKS, NICS, ObjectRef, VMS, is_uuid};
use crate::ovf::{self, Description};
use crate::status::IMAGE_LOCKED;
use crate::world::World;

/// Returns the description that a request has.
fn described(vm: &Node) -> Option<&str> {
    vm.get("initialization.configuration.data")
}

/// Adds the description of a VM to it, with all content.
pub(super) fn describe(world: &World, vm: &mut Node) {
    // A VM whose disks are still copied has none.
    if vm.get("status") == Some(IMAGE_LOCKED) {
        return;
    }
    let description = ovf::write(world, &ObjectRef::vm(vm.id()), vm);
    vm.set_default("initialization.configuration.data", description);
    vm.set_default("initialization.configuration.type", "ovf");
}

/// Completes a new VM from the description in the request.
pub(super) fn complete(world: &World, command: &Command<'_>, vm: &mut Node) -> Result<(), Fault> {
    let Some(text) = described(vm) else {
        return Ok(());
    };
    let description = ovf::read(text).ok_or_else(|| {
        Fault::conflict("Cannot import VM. The OVF configuration could not be parsed.")
    })?;
    let name = vm.get("name").unwrap_or(&description.name).to_owned();
    if world.find_by_name(VMS, &name).is_some() {
        return Err(Fault::conflict(
            "Cannot import VM. VM with the same name already exists.",
        ));
    }
    vm.set("name", name);
    vm.attributes.clear();
    let is_free = !ObjectRef::vm(&description.id).exists(world);
    if command.flag("clone") != Some(true) && is_free && is_uuid(&description.id) {
        vm.set_attribute("id", &description.id);
    }
    for (path, number) in [
        ("memory", description.memory),
        ("cpu.topology.sockets", description.sockets),
        ("cpu.topology.cores", description.cores),
    ] {
        if let Some(number) = number {
            vm.set_default(path, number.to_string());
        }
    }
    Ok(())
}

/// Attaches the disks of the description that exist, and adds its NICs.
pub(super) fn add_devices(world: &mut World, vm: &ObjectRef) {
    let Some(node) = vm.get(world) else {
        return;
    };
    let Some(description) = described(node).and_then(ovf::read) else {
        return;
    };
    vm.change(world, |vm| {
        let initialization = vm.child_mut("initialization");
        initialization.remove("configuration");
        if initialization.children.is_empty() {
            vm.remove("initialization");
        }
    });
    attach_disks(world, vm, &description);
    for (name, mac) in &description.nics {
        let mut nic = Node::new("nic").with_text("name", name.clone());
        if let Some(mac) = mac {
            nic.set("mac.address", mac.clone());
        }
        defaults::apply(&[defaults::NIC], &mut nic);
        nic.set_reference("vm", vm.id());
        if mac::assign(world, vm, &mut nic).is_err() {
            // Another VM has the address.
            nic.remove("mac");
            let _ = mac::assign(world, vm, &mut nic);
        }
        world.store.add(&vm.below(NICS), nic);
    }
}

fn attach_disks(world: &mut World, vm: &ObjectRef, description: &Description) {
    for names in &description.disks {
        let is_meant = |disk: &&Node| {
            names
                .iter()
                .any(|name| disk.id() == name || disk.get("image_id") == Some(name))
        };
        let disk = world.store.list(DISKS).iter().find(is_meant);
        let Some(disk) = disk.map(|disk| disk.id().to_owned()) else {
            continue;
        };
        let attachments = vm.below(DISK_ATTACHMENTS);
        if !device::owners(world, &disk).is_empty() {
            continue;
        }
        let is_first = world.store.list(&attachments).is_empty();
        let mut attachment = Node::reference("disk_attachment", &disk)
            .with_text("active", "true")
            .with_text("bootable", is_first.to_string())
            .with(Node::reference("disk", &disk))
            .with(Node::reference("vm", vm.id()));
        DISK_ATTACHMENT.complete(&mut attachment);
        world.store.add(&attachments, attachment);
    }
}
