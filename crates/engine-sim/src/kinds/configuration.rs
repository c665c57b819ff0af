//! VMs added from their description in the Open Virtualization Format (OVF).

use super::attachment::DISK_ATTACHMENT;
use super::{device, mac};
use crate::defaults;
use crate::fault::Fault;
use crate::kind::Command;
use crate::node::{Node, refers_to};
use crate::object::{
    DISK_ATTACHMENTS, DISKS, NETWORKS, NICS, OPERATING_SYSTEMS, ObjectRef, VMS, VNIC_PROFILES,
    is_uuid,
};
use crate::ovf::{self, DescribedNic, Description};
use crate::status::IMAGE_LOCKED;
use crate::world::World;

/// Buses of disks.
const INTERFACES: &[&str] = &["ide", "sata", "spapr_vscsi", "virtio", "virtio_scsi"];

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
    let system = description.system.filter(|system| {
        let known = world.store.list(OPERATING_SYSTEMS).iter();
        known
            .map(|known| known.get("name"))
            .any(|name| name == Some(system))
    });
    if let Some(system) = system {
        vm.set_default("os.type", system);
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
    for described in &description.nics {
        let mut nic = Node::new("nic").with_text("name", described.name.clone());
        if let Some(mac) = &described.mac {
            nic.set("mac.address", mac.clone());
        }
        if let Some(profile) = profile_of(world, vm, described) {
            nic.set_reference("vnic_profile", &profile);
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

/// Returns a profile of the network of a NIC, if the cluster of the VM has that network.
fn profile_of(world: &World, vm: &ObjectRef, nic: &DescribedNic) -> Option<String> {
    let networks = ObjectRef::cluster(vm.target(world, "cluster")).below(NETWORKS);
    let mut networks = world.store.list(&networks).iter();
    let network = networks.find(|assigned| {
        let name = ObjectRef::network(assigned.id()).name(world);
        nic.network.as_deref() == Some(name.as_str())
    })?;
    let mut profiles = world.store.list(VNIC_PROFILES).iter();
    let profile = profiles.find(|profile| refers_to(profile, "network", network.id()))?;
    Some(profile.id().to_owned())
}

fn attach_disks(world: &mut World, vm: &ObjectRef, description: &Description) {
    for described in &description.disks {
        let is_meant = |disk: &&Node| {
            described
                .names
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
            .with_text(
                "bootable",
                described.bootable.unwrap_or(is_first).to_string(),
            )
            .with(Node::reference("disk", &disk))
            .with(Node::reference("vm", vm.id()));
        let interface = described.interface.as_deref();
        if let Some(interface) = interface.filter(|own| INTERFACES.contains(own)) {
            attachment.set("interface", interface);
        }
        DISK_ATTACHMENT.complete(&mut attachment);
        world.store.add(&attachments, attachment);
    }
}
