//! Templates: copies of a VM or a snapshot with its devices, and versions of templates.

use super::{archive, device, export, import, instance_type, power, snapshot, vm};
use crate::defaults::{COSTLY, HARDWARE, HARDWARE_COSTLY, VM_AND_TEMPLATE, complete_sso};
use crate::dependencies::names_of_users;
use crate::fault::Fault;
use crate::kind::{
    Add, Command, KEPT, Kind, References, Referred, Remove, UniqueName, Update, Visible,
    WITH_PARENT, act,
};
use crate::name_rule::vm_name;
use crate::node::{Node, refers_to};
use crate::object::{
    CDROMS, GRAPHICS_CONSOLES, ObjectRef, PERMISSIONS, SNAPSHOTS, TEMPLATES, VM_POOLS, VMS, ZERO_ID,
};
use crate::present;
use crate::status::{DOWN, IMAGE_LOCKED, LOCKED, OK};
use crate::world::{World, now};

const TITLE: &str = "Template";

const EDIT: &str = "edit_template_properties";

pub(super) static TEMPLATE: Kind = Kind {
    name: "template",
    referred: Referred {
        // The name of the engine's query.
        unnamed: |_, _| Fault::entity("GetVmTemplate"),
        ..KEPT.referred
    },
    has_size: true,
    source: archive::contents,
    unlisted: instance_type::as_template,
    references: References {
        also: &["vm"],
        ..KEPT.references
    },
    address: WITH_PARENT,
    name_rule: Some(vm_name!("Template", "_-.")),
    present_texts: &["description", "comment"],
    costly: HARDWARE_COSTLY,
    costly_defaults: &[COSTLY],
    title: TITLE,
    job: true,
    interrupted: &[("status", LOCKED, OK)],
    visible: Visible::Permitted,
    parents: &["cluster"],
    creator_roles: &["TemplateOwner", "UserTemplateBasedVm"],
    added_with: device::own_disks,
    permits_below: &[(PERMISSIONS, "manipulate_permissions"), ("", EDIT)],
    unique_name: UniqueName::Yes,
    shares_name: |template| base_of(template).is_some(),
    show: |world, _, template| match template.id() {
        ZERO_ID => template,
        _ => present::hardware(world, template),
    },
    set_once: &["vm"],
    defaults: &[HARDWARE, VM_AND_TEMPLATE],
    add: Add {
        owners: &["vm"],
        event: 48,
        about: |_, _, vm| Some(ObjectRef::vm(vm)),
        permit: "create_template",
        check: check_add,
        done: added,
        ..KEPT.add
    },
    update: Update {
        event: 49,
        permit: EDIT,
        apply: update,
        ..KEPT.update
    },
    remove: Remove {
        event: 50,
        permit: "delete_template",
        check: check_remove,
        ..KEPT.remove
    },
    actions: &[
        act(
            "export",
            "export",
            &[],
            |world, command, template, document| {
                check_not_locked(world, template)?;
                export::export(world, command, template, document)
            },
        )
        .permit(import::PERMIT)
        .with_tasks(),
        act("import", "import", &[], import::import)
            .permit(import::PERMIT)
            .with_tasks(),
    ],
    ..KEPT
};

/// Members that a template inherits from its VM unless given.
const INHERITED: &[&str] = &[
    "bios",
    "comment",
    "cluster",
    "cpu",
    "cpu_profile",
    "custom_properties",
    "display",
    "high_availability",
    "large_icon",
    "memory",
    "memory_policy",
    "migration",
    "os",
    "small_icon",
    "time_zone",
    "type",
    "usb",
];

/// Returns the id of the base template of a new version.
fn base_of(template: &Node) -> Option<&str> {
    let base = template.child("version")?.child("base_template")?.id();
    (!base.is_empty()).then_some(base)
}

fn check_add(world: &mut World, _: &Command<'_>, template: &mut Node) -> Result<(), Fault> {
    let vm = ObjectRef::vm(template.child("vm").map_or("", Node::id));
    if template.get("name").is_none() || vm.id().is_empty() {
        return Err(Fault::signature());
    }
    let status = vm.text(world, "status").unwrap_or(DOWN);
    let has_snapshot = template
        .child("vm")
        .and_then(|vm| vm.child("snapshots"))
        .is_some();
    if status == IMAGE_LOCKED {
        return Err(power::refusal("add", "Template", status));
    }
    if status != DOWN && !has_snapshot {
        return Err(Fault::cannot(
            "add",
            "Template",
            "VM is locked or still running, try again once VM is in the Down state.",
        ));
    }
    snapshot::check_idle(world, &vm, "add", "Template")?;
    device::check_unlocked(world, &vm, "add", TITLE)?;
    if let Some(source) = vm.get(world).cloned() {
        for tag in INHERITED {
            if let (None, Some(member)) = (template.child(tag), source.child(tag)) {
                template.children.push(member.clone());
            }
        }
    }
    number_version(world, template)?;
    template.set("creation_time", now());
    template.set("status", LOCKED);
    TEMPLATE.complete(template);
    complete_sso(template);
    Ok(())
}

/// Sets the name and number of a version: the name of its base, and the next number.
fn number_version(world: &World, template: &mut Node) -> Result<(), Fault> {
    let Some(base) = base_of(template).map(str::to_owned) else {
        template.set("version.version_number", "1");
        template.set_default("version.version_name", "base version");
        return Ok(());
    };
    let Some(node) = ObjectRef::template(&base).get(world) else {
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
    let numbers = world.store.list(TEMPLATES).iter().filter(is_version);
    let last = numbers.filter_map(|other| other.number::<u64>("version.version_number"));
    let next = last.max().unwrap_or(1) + 1;
    template.set("name", name);
    template.set("version.version_number", next.to_string());
    template.set_default("version.version_name", "");
    Ok(())
}

/// Copies the devices of the source VM or snapshot.
fn added(world: &mut World, _: &Command<'_>, template: &ObjectRef) {
    let vm = ObjectRef::vm(template.target(world, "vm"));
    let snapshot = template
        .get(world)
        .and_then(|template| template.child("vm")?.child("snapshots")?.children.first())
        .map(|snapshot| vm.item(SNAPSHOTS, snapshot.id()));
    let source = snapshot.unwrap_or_else(|| vm.clone());
    template.change(world, |template| {
        // The source is not stored, and a base template is its own base.
        template.remove("vm");
        let id = template.id().to_owned();
        let version = template.child_mut("version");
        if version.child("base_template").is_none() {
            version.children.push(Node::reference("base_template", &id));
        }
    });
    for console in world.store.list(&vm.below(GRAPHICS_CONSOLES)).to_vec() {
        let console = Node::reference("graphics_console", console.id())
            .with_text("protocol", console.get("protocol").unwrap_or("vnc"))
            .with(Node::reference("template", template.id()));
        world.store.add(&template.below(GRAPHICS_CONSOLES), console);
    }
    let cdrom = Node::reference("cdrom", ZERO_ID).with(Node::reference("template", template.id()));
    world.store.add(&template.below(CDROMS), cdrom);
    device::copy_nics(world, &source, template);
    let copies_disks = device::copy_disks(world, &source, template, |_| ());
    template.plan_statuses(world, "status", &[OK]);
    if copies_disks && source == vm && vm.has(world, "status", DOWN) {
        vm.change(world, |vm| vm.set("status", IMAGE_LOCKED));
        vm.plan_statuses(world, "status", &[DOWN]);
    }
}

fn update(
    world: &mut World,
    _: &Command<'_>,
    template: &ObjectRef,
    changes: &Node,
) -> Result<(), Fault> {
    check_not_locked(world, template)?;
    let mut changes = changes.clone();
    if let Some(version) = template
        .get(world)
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
    // The engine removes the sound card with any update that does not ask for it.
    changes.set_default("soundcard_enabled", "false");
    template.change(world, |template| template.merge(&changes));
    Ok(())
}

fn check_not_locked(world: &World, template: &ObjectRef) -> Result<(), Fault> {
    if template.has(world, "status", LOCKED) {
        return Err(Fault::conflict("Template's Image is locked (temporarily)."));
    }
    Ok(())
}

fn check_remove(world: &mut World, _: &Command<'_>, template: &ObjectRef) -> Result<(), Fault> {
    if template.has(world, "delete_protected", "true") {
        return Err(Fault::cannot(
            "remove",
            TITLE,
            "Delete protection is enabled. In order to delete, disable Delete protection first.",
        ));
    }
    device::check_unlocked(world, template, "remove", TITLE)?;
    check_unused(world, template)?;
    vm::remove_disks(world, template);
    Ok(())
}

/// Returns the names of the versions of a template.
fn versions_of<'w>(world: &'w World, id: &str) -> Vec<&'w str> {
    world
        .store
        .list(TEMPLATES)
        .iter()
        .filter(|other| other.id() != id)
        .filter(|other| {
            other
                .child("version")
                .is_some_and(|version| refers_to(version, "base_template", id))
        })
        .filter_map(|other| other.get("version.version_name"))
        .collect()
}

/// Fails if VMs, pools or versions need a template.
fn check_unused(world: &World, template: &ObjectRef) -> Result<(), Fault> {
    let id = template.id();
    if id == ZERO_ID {
        return Err(Fault::invalid(
            "Cannot remove Template. The relevant Cluster doesn't exist.",
        ));
    }
    check_not_locked(world, template)?;
    let mut vms = world.store.list(VMS).iter();
    let copies_it = |vm: &&Node| {
        vm.get("status") == Some(IMAGE_LOCKED) && refers_to(vm, "original_template", id)
    };
    if let Some(vm) = vms.find(copies_it) {
        let name = vm.get("name").unwrap_or_default();
        let why = format!("This template is currently in use to create VM {name}.");
        return Err(Fault::cannot("remove", TITLE, why));
    }
    let users = names_of_users(world, VMS, "template", id);
    if !users.is_empty() {
        return Err(Fault::conflict(format!(
            "Cannot delete Template. Template is being used by the following VMs: {}.",
            users.join(",")
        )));
    }
    let pools = names_of_users(world, VM_POOLS, "template", id);
    if !pools.is_empty() {
        return Err(Fault::conflict(format!(
            "Cannot delete Template. Template is being used by the following VM-Pools: {}.",
            pools.join(",")
        )));
    }
    let versions = versions_of(world, id);
    if versions.is_empty() {
        return Ok(());
    }
    Err(Fault::conflict(format!(
        "Cannot delete Base Template that has Template Versions, please first remove all Template Versions for this Template: {}.",
        versions.join(",")
    )))
}
