//! Templates: made of a virtual machine, with its devices.

use crate::fault::Fault;
use crate::node::Node;
use crate::root::ZERO_ID;
use crate::world::{World, now};

pub(crate) fn check_add(world: &mut World, template: &mut Node) -> Result<(), Fault> {
    let (Some(_), Some(vm)) = (
        template.get("name"),
        template.get("vm.id").map(str::to_owned),
    ) else {
        return Err(Fault::signature());
    };
    if world.text("vms", &vm, "status") != Some("down") {
        return Err(Fault::conflict("Cannot create Template. VM is not down."));
    }
    if let Some(vm) = world.store.get("vms", &vm).cloned() {
        for tag in [
            "memory",
            "memory_policy",
            "cpu",
            "os",
            "bios",
            "type",
            "cluster",
        ] {
            if let (None, Some(part)) = (template.child(tag), vm.child(tag)) {
                template.children.push(part.clone());
            }
        }
    }
    template.set("creation_time", now());
    template.set("status", "locked");
    template.set_default("version.version_number", "1");
    template.set_default("version.version_name", "base version");
    Ok(())
}

/// Disks and network interfaces of the machine are copied.
pub(crate) fn added(world: &mut World, collection: &str, id: &str) -> bool {
    let vm = world
        .text(collection, id, "vm.id")
        .unwrap_or_default()
        .to_owned();
    world.change(collection, id, |template| {
        // What it was made of isn't part of it, and it is its own first version.
        template.remove("vm");
        let version = template.child_mut("version");
        if version.child("base_template").is_none() {
            version.children.push(Node::reference("base_template", id));
        }
    });
    for kind in ["nics", "diskattachments"] {
        for device in world.store.list(&format!("vms/{vm}/{kind}")).to_vec() {
            let mut device = device;
            device.remove("vm");
            if kind == "nics" {
                device.attributes.clear();
            } else if let Some(mut disk) = world.store.get("disks", device.id()).cloned() {
                disk.attributes.clear();
                let disk = world.store.add("disks", disk);
                device.attributes.clear();
                device.set_attribute("id", &disk);
                device.set_reference("disk", &disk);
            }
            world
                .store
                .add(&format!("{collection}/{id}/{kind}"), device);
        }
    }
    world.plan_statuses(collection, id, "status", &["ok"]);
    true
}

pub(crate) fn check_remove(world: &World, id: &str) -> Result<(), Fault> {
    if id == ZERO_ID {
        return Err(Fault::conflict(
            "Cannot remove Template. The Blank template can't be removed.",
        ));
    }
    let used: Vec<&str> = world
        .store
        .list("vms")
        .iter()
        .filter(|vm| vm.get("template.id") == Some(id))
        .filter_map(|vm| vm.get("name"))
        .collect();
    if used.is_empty() {
        return Ok(());
    }
    Err(Fault::conflict(format!(
        "Cannot remove Template. The following VMs were created from it: {}.",
        used.join(", ")
    )))
}
