//! Templates: copies of a VM or a snapshot with its devices, and versions of templates.

use crate::behaviour::{device, power, snapshot};
use crate::defaults;
use crate::fault::Fault;
use crate::node::{Node, refers_to};
use crate::object::ZERO_ID;
use crate::world::{World, now};

/// Members that a template inherits from its VM unless given.
const INHERITED: &[&str] = &[
    "bios",
    "cluster",
    "cpu",
    "cpu_profile",
    "custom_properties",
    "display",
    "high_availability",
    "memory",
    "memory_policy",
    "migration",
    "os",
    "time_zone",
    "type",
    "usb",
];

/// Returns the id of the base template of a new version.
pub(crate) fn base_of(template: &Node) -> Option<&str> {
    let base = template.child("version")?.child("base_template")?.id();
    (!base.is_empty()).then_some(base)
}

pub(crate) fn check_add(world: &mut World, template: &mut Node) -> Result<(), Fault> {
    let vm = template.child("vm").map_or("", Node::id).to_owned();
    if template.get("name").is_none() || vm.is_empty() {
        return Err(Fault::signature());
    }
    let status = world.text("vms", &vm, "status").unwrap_or("down");
    let has_snapshot = template
        .child("vm")
        .and_then(|vm| vm.child("snapshots"))
        .is_some();
    if status == "image_locked" {
        return Err(power::refusal("add", "Template", status));
    }
    if status != "down" && !has_snapshot {
        return Err(Fault::cannot(
            "add",
            "Template",
            "VM is locked or still running, try again once VM is in the Down state.",
        ));
    }
    snapshot::check_idle(world, &vm, "add", "Template")?;
    device::check_unlocked(
        world,
        &format!("vms/{vm}/diskattachments"),
        "add",
        "Template",
    )?;
    if let Some(source) = world.store.get("vms", &vm).cloned() {
        for tag in INHERITED {
            if let (None, Some(member)) = (template.child(tag), source.child(tag)) {
                template.children.push(member.clone());
            }
        }
    }
    number_version(world, template)?;
    template.set("creation_time", now());
    template.set("status", "locked");
    defaults::complete("template", template);
    Ok(())
}

/// Sets the name and number of a version: the name of its base, and the next number.
fn number_version(world: &World, template: &mut Node) -> Result<(), Fault> {
    let Some(base) = base_of(template).map(str::to_owned) else {
        template.set("version.version_number", "1");
        template.set_default("version.version_name", "base version");
        return Ok(());
    };
    let Some(node) = world.store.get("templates", &base) else {
        return Err(Fault::entity(base));
    };
    if base_of(node).is_some_and(|other| other != base) {
        return Err(Fault::cannot(
            "add",
            "Template",
            "Only the first template version can be selected as the base template.",
        ));
    }
    let name = node.get("name").unwrap_or_default().to_owned();
    let is_version = |other: &&Node| {
        let version = other.child("version");
        version.is_some_and(|version| refers_to(version, "base_template", &base))
    };
    let numbers = world.store.list("templates").iter().filter(is_version);
    let last = numbers.filter_map(|other| other.get("version.version_number")?.parse::<u64>().ok());
    let next = last.max().unwrap_or(1) + 1;
    template.set("name", name);
    template.set("version.version_number", next.to_string());
    template.set_default("version.version_name", "");
    Ok(())
}

/// Copies the devices of the source VM or snapshot.
pub(crate) fn added(world: &mut World, collection: &str, id: &str) -> bool {
    let vm = world.target(collection, id, "vm");
    let snapshot = world
        .store
        .get(collection, id)
        .and_then(|template| template.child("vm")?.child("snapshots")?.children.first())
        .map(|snapshot| snapshot.id().to_owned());
    let source = match snapshot {
        Some(snapshot) => format!("vms/{vm}/snapshots/{snapshot}"),
        None => format!("vms/{vm}"),
    };
    world.change(collection, id, |template| {
        // The source is not stored, and a base template is its own base.
        template.remove("vm");
        let version = template.child_mut("version");
        if version.child("base_template").is_none() {
            version.children.push(Node::reference("base_template", id));
        }
    });
    let path = format!("{collection}/{id}");
    for console in world
        .store
        .list(&format!("vms/{vm}/graphicsconsoles"))
        .to_vec()
    {
        let console = Node::reference("graphics_console", console.id())
            .with_text("protocol", console.get("protocol").unwrap_or("vnc"))
            .with(Node::reference("template", id));
        world
            .store
            .add(&format!("{path}/graphicsconsoles"), console);
    }
    let cdrom = Node::reference("cdrom", ZERO_ID).with(Node::reference("template", id));
    world.store.add(&format!("{path}/cdroms"), cdrom);
    device::copy_nics(world, &source, &path);
    device::copy_disks(world, &source, &path);
    world.plan_statuses(collection, id, "status", &["ok"]);
    true
}

pub(crate) fn update(
    world: &mut World,
    collection: &str,
    id: &str,
    changes: &Node,
) -> Result<(), Fault> {
    if id == ZERO_ID {
        return Err(Fault::cannot(
            "edit",
            "Template",
            "Blank Template cannot be edited.",
        ));
    }
    if world.text(collection, id, "status") == Some("locked") {
        return Err(Fault::conflict("Template's Image is locked (temporarily)."));
    }
    let mut changes = changes.clone();
    for tag in ["status", "vm"] {
        changes.remove(tag);
    }
    if let Some(version) = world
        .store
        .get(collection, id)
        .and_then(|template| template.child("version"))
        && changes.child("version").is_some()
    {
        // Only the name of a version can be changed.
        let mut updated = version.clone();
        if let Some(name) = changes.get("version.version_name") {
            updated.set("version_name", name);
        }
        *changes.child_mut("version") = updated;
    }
    world.change(collection, id, |template| template.merge(&changes));
    Ok(())
}

pub(crate) fn check_remove(world: &World, collection: &str, id: &str) -> Result<(), Fault> {
    if world.text(collection, id, "delete_protected") == Some("true") {
        return Err(Fault::cannot(
            "remove",
            "Template",
            "Delete protection is enabled. In order to delete, disable Delete protection first.",
        ));
    }
    device::check_unlocked(
        world,
        &format!("{collection}/{id}/diskattachments"),
        "remove",
        "Template",
    )
}
