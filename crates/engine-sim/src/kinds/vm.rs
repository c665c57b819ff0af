//! VMs: defaults, removal, cloning.

use super::vm_limits::{self as limits, DEFAULT_MEMORY};
use super::vm_update::{COLLECTIONS, reboot, show, update};
use super::{
    affinity_label, archive, configuration, device, export, import, mac, pool, power, snapshot,
};
use crate::defaults::{
    COSTLY, Defaults, HARDWARE, VM_AND_TEMPLATE, complete_sso, guarantee_memory,
};
use crate::dependencies;
use crate::fault::Fault;
use crate::kind::{
    Add, Answer, Command, KEPT, Kind, Missing, Remove, Status, Statuses, Visible, WITH_PARENT,
};
use crate::kind::{UniqueName, Update, act, nothing};
use crate::name_rule::vm_name;
use crate::node::Node;
use crate::object::{
    AFFINITY_LABELS, CDROMS, DISK_ATTACHMENTS, GRAPHICS_CONSOLES, INSTANCE_TYPES, NICS, ObjectRef,
    PERMISSIONS, SNAPSHOTS, TAGS, VMS, ZERO_ID,
};
use crate::status::{
    DOWN, IMAGE_LOCKED, LOCKED, MIGRATING, NOT_RESPONDING, PAUSED, POWERING_DOWN, POWERING_UP,
    REBOOT_IN_PROGRESS, RESTORING_STATE, SAVING_STATE, SUSPENDED, UP, WAIT_FOR_LAUNCH, is_running,
};
use crate::storage_status;
use crate::world::{World, now};

const EDIT_SNAPSHOTS: &str = "manipulate_vm_snapshots";
const EDIT: &str = "edit_vm_properties";

const STARTABLE: Statuses = &[DOWN, SUSPENDED, PAUSED];
const STOPPABLE: Statuses = &[
    DOWN,
    UP,
    POWERING_UP,
    WAIT_FOR_LAUNCH,
    POWERING_DOWN,
    REBOOT_IN_PROGRESS,
    PAUSED,
    SUSPENDED,
    MIGRATING,
    NOT_RESPONDING,
];
const MIGRATABLE: Statuses = &[UP, POWERING_UP, REBOOT_IN_PROGRESS, PAUSED];
const CLONEABLE: Statuses = &[DOWN, UP, PAUSED, POWERING_UP, WAIT_FOR_LAUNCH];
const WITH_CONSOLE: Statuses = &[
    UP,
    POWERING_UP,
    WAIT_FOR_LAUNCH,
    PAUSED,
    POWERING_DOWN,
    REBOOT_IN_PROGRESS,
    MIGRATING,
];

#[rustfmt::skip]
pub(crate) static VM: Kind = Kind {
    name: "vm",
    has_size: true,
    source: archive::contents,
    address: WITH_PARENT,
    name_rule: Some(vm_name!("VM", "_-.")),
    validate: limits::check_memory,
    present_texts: &["description", "comment"],
    costly: &["console", "payloads", "rng_device", "soundcard_enabled", "tpm_enabled", "virtio_scsi"],
    costly_defaults: &[COSTLY],
    complete_costly: configuration::describe,
    keeps_id: true,
    title: "VM",
    event_title: "VM",
    job: true,
    status: Status { default: DOWN, refuse: power::refusal, ..KEPT.status },
    interrupted: &[
        ("status", IMAGE_LOCKED, DOWN),
        ("status", MIGRATING, UP),
        ("status", POWERING_DOWN, DOWN),
        ("status", POWERING_UP, UP),
        ("status", REBOOT_IN_PROGRESS, UP),
        ("status", RESTORING_STATE, UP),
        ("status", SAVING_STATE, SUSPENDED),
        ("status", WAIT_FOR_LAUNCH, UP),
    ],
    restarted: release_hosts,
    visible: Visible::Permitted,
    parents: &["cluster", "vm_pool"],
    creator_roles: &["UserVmManager"],
    spares_managers: true,
    added_with: device::own_disks,
    permits_below: &[
        (PERMISSIONS, "manipulate_permissions"),
        (NICS, "configure_vm_network"),
        (DISK_ATTACHMENTS, "configure_vm_storage"),
        (SNAPSHOTS, EDIT_SNAPSHOTS),
        (CDROMS, "change_vm_cd"),
        (GRAPHICS_CONSOLES, "connect_to_vm"),
        (TAGS, "tag_management"),
        (AFFINITY_LABELS, "manipulate_affinity_groups"),
        ("", EDIT),
    ],
    unique_name: UniqueName::Yes,
    set_by_engine: &["status", "host", "start_time", "stop_time", "vm_pool"],
    defaults: &[HARDWARE, VM_AND_TEMPLATE, DEFAULTS],
    add: Add {
        missing: Missing::First,
        event: 34,
        // Where the disks will be.
        about: |world, code, _| (code == 34).then(|| {
            ObjectRef::storage_domain(storage_status::any_active(world).unwrap_or_default())
        }),
        variant: |world, vm| vm.has(world, "status", IMAGE_LOCKED).then_some(37),
        permit: "create_vm",
        answer: Answer::TasksUnless("clone"),
        check: check_add,
        done: added,
        ..KEPT.add
    },
    assign: affinity_label::MIRRORED,
    update: Update { event: 35, permit: EDIT, apply: update, ..KEPT.update },
    remove: Remove { event: 113, permit: "delete_vm", check: check_remove, done: |world, _, _| world.macs = None, ..KEPT.remove },
    actions: &[
        act("auto_pin_cpu_and_numa_nodes", "edit", &[DOWN], pin_automatically).event(35).permit(EDIT),
        act("cancel_migration", "cancel migration", &[MIGRATING], power::cancel_migration).refused("Cannot cancel migration for non migrating VM.").permit("migrate_vm"),
        act("clone", "clone", CLONEABLE, clone).event(34).permit("create_vm").with_tasks(),
        act("commit_snapshot", "restore", &[DOWN], snapshot::commit_on_vm).titled("Snapshot").event(95).permit(EDIT_SNAPSHOTS).with_tasks(),
        act("detach", "detach", &[], pool::detach).permit(EDIT),
        act("export", "export", &[DOWN, UP], export::export).permit(import::PERMIT).with_tasks(),
        act("freeze_filesystems", "freeze", &[UP], nothing).permit(EDIT),
        act("import", "import", &[], import::import).permit(import::PERMIT).with_tasks(),
        act("logon", power::LOG_ON, &[UP], power::log_on).permit("connect_to_vm").inlines_object(),
        act("migrate", "migrate", MIGRATABLE, power::migrate).refused("Cannot migrate VM. VM is not running.").event(62).permit("migrate_vm").unresolved("host"),
        act("preview_snapshot", "preview", &[DOWN], snapshot::preview_on_vm).titled("Snapshot").event(46).permit(EDIT_SNAPSHOTS).with_tasks(),
        act("reboot", "restart", &[UP, POWERING_UP], reboot).moves(REBOOT_IN_PROGRESS, &[UP]).event(157).permit("reboot_vm").inlines_object(),
        act("register", "register", &[], import::register).permit(import::PERMIT),
        act("reorder_mac_addresses", "reorder MAC addresses of", &[DOWN], mac::reorder_addresses).permit(EDIT),
        act("reset", "reset", MIGRATABLE, nothing).moves(REBOOT_IN_PROGRESS, &[UP]).event(221).permit("reset_vm").inlines_object(),
        act("screenshot", "screenshot", WITH_CONSOLE, |_, _, _, _| Err(Fault::unsimulated("The screenshot of a VM"))).permit("connect_to_vm").without_job().bare_fault(),
        act("shutdown", "shutdown", STOPPABLE, power::shut_down).event(73).permit("shut_down_vm").inlines_object(),
        act("start", "run", STARTABLE, power::start).event(153).permit("run_vm").inlines_object().fails_unknown(NO_VM_TO_RUN),
        act("stop", "stop", STOPPABLE, power::stop).event(33).permit("stop_vm").inlines_object(),
        act("suspend", "hibernate", &[UP], power::suspend).refused("Cannot hibernate VM. VM is not up.").event(501).permit("hibernate_vm").with_tasks(),
        act("thaw_filesystems", "thaw", &[UP], nothing).permit(EDIT),
        act("ticket", "set", WITH_CONSOLE, power::issue_ticket).titled("Virtual Machine Ticket").event(164).permit("connect_to_vm").without_job().bare_fault(),
        act("undo_snapshot", "revert to", &[DOWN], snapshot::undo_on_vm).titled("Snapshot").permit(EDIT_SNAPSHOTS).with_tasks(),
    ],
    show,
    ..KEPT
};

const NO_VM_TO_RUN: &str = "java.lang.NullPointerException: Cannot invoke \
    \"org.ovirt.engine.core.common.businessentities.VM.getStatus()\" because the return value of \
    \"org.ovirt.engine.core.bll.RunVmCommand.getVm()\" is null";

const DEFAULTS: Defaults = &[("next_run_configuration_exists", "false")];

/// Members that a VM inherits from its template unless given.
const INHERITED: &[&str] = &[
    "memory",
    "memory_policy",
    "cpu",
    "os",
    "bios",
    "display",
    "type",
    "high_availability",
    "initialization",
    "migration",
    "large_icon",
    "placement_policy",
    "small_icon",
    "time_zone",
    "usb",
];

pub(super) fn check_add(
    world: &mut World,
    command: &Command<'_>,
    vm: &mut Node,
) -> Result<(), Fault> {
    vm.attributes.clear();
    configuration::complete(world, command, vm)?;
    if let Some(snapshot) = source_snapshot(vm) {
        inherit_from_snapshot(world, vm, &snapshot)?;
    }
    if vm.child("template").is_none() {
        vm.set_reference("template", ZERO_ID);
    }
    let template = vm.child("template").map_or(ZERO_ID, Node::id).to_owned();
    if ObjectRef::template(&template).has(world, "status", LOCKED) {
        return Err(Fault::conflict(
            "Cannot add VM. Template's Image is locked (temporarily).",
        ));
    }
    guarantee_memory(world, vm);
    if let Some(kind) = vm.child("instance_type").map(|kind| kind.id().to_owned()) {
        inherit(world, &ObjectRef::new(INSTANCE_TYPES, kind), vm);
    }
    inherit(world, &ObjectRef::template(&template), vm);
    complete(vm, &template);
    limits::check("add", vm)?;
    if command.flag("clone") == Some(true) {
        vm.set_reference("template", ZERO_ID);
    }
    Ok(())
}

/// Returns the id of the snapshot that a new VM is created from.
fn source_snapshot(vm: &Node) -> Option<String> {
    let snapshot = vm.child("snapshots")?.children.first()?;
    Some(snapshot.id().to_owned())
}

/// Inherits members from the VM of a snapshot.
fn inherit_from_snapshot(world: &World, vm: &mut Node, id: &str) -> Result<(), Fault> {
    let snapshot = snapshot::find(world, id).ok_or_else(|| Fault::entity(id))?;
    let source = snapshot.owner(VMS).and_then(|vm| vm.get(world));
    for tag in INHERITED.iter().chain(&["template"]) {
        let member = source.and_then(|vm| vm.child(tag));
        if let (None, Some(member)) = (vm.child(tag), member) {
            vm.children.push(member.clone());
        }
    }
    Ok(())
}

/// Inherits missing members from a template or an instance type.
pub(crate) fn inherit(world: &World, source: &ObjectRef, vm: &mut Node) {
    let Some(source) = source.get(world) else {
        return;
    };
    let missing: Vec<Node> = INHERITED
        .iter()
        .filter(|tag| vm.child(tag).is_none())
        .filter_map(|tag| source.child(tag).cloned())
        .collect();
    vm.children.extend(missing);
}

/// Sets the defaults of a new VM.
pub(crate) fn complete(vm: &mut Node, template: &str) {
    for tag in VM.set_by_engine {
        vm.remove(tag);
    }
    let memory: i64 = vm.number("memory").unwrap_or(DEFAULT_MEMORY);
    vm.set_default("memory", memory.to_string());
    vm.set_default("memory_policy.guaranteed", memory.to_string());
    vm.set_default("memory_policy.max", memory.saturating_mul(4).to_string());
    VM.complete(vm);
    complete_sso(vm);
    vm.set("creation_time", now());
    vm.set_reference("original_template", template);
}

/// Copies the devices of the template or snapshot. The VM is locked while disks are copied.
pub(super) fn added(world: &mut World, command: &Command<'_>, vm: &ObjectRef) {
    let requested = vm.get(world).and_then(|vm| vm.child("disk_attachments"));
    let requested = requested.cloned().unwrap_or_default();
    let is_clone = command.flag("clone") == Some(true);
    let snapshot = vm.get(world).and_then(source_snapshot);
    let source = snapshot.and_then(|snapshot| snapshot::find(world, &snapshot));
    let template = vm.target(world, "original_template");
    let source = source.unwrap_or_else(|| ObjectRef::template(template));
    vm.change(world, |vm| {
        COLLECTIONS.iter().for_each(|tag| vm.remove(tag))
    });
    let change = |disk: &mut Node| device::change_copy(disk, &requested, is_clone);
    add_devices(world, &source, vm, change);
    configuration::add_devices(world, vm);
}

/// Adds the default devices and copies of others. The VM is locked while disks are copied.
fn add_devices(world: &mut World, source: &ObjectRef, vm: &ObjectRef, change: impl Fn(&mut Node)) {
    snapshot::add_active(world, vm);
    device::add_defaults(world, vm);
    device::copy_nics(world, source, vm);
    if device::copy_disks(world, source, vm, change) {
        vm.change(world, |vm| vm.set("status", IMAGE_LOCKED));
        vm.plan_statuses(world, "status", &[DOWN]);
    } else {
        vm.change(world, |vm| vm.set("status", DOWN));
    }
}

fn check_remove(world: &mut World, command: &Command<'_>, vm: &ObjectRef) -> Result<(), Fault> {
    if !vm.exists(world) {
        let copy = archive::unregistered(command.owner().id(), vm.id());
        copy.remove(world);
        return Ok(());
    }
    if vm.has(world, "delete_protected", "true") {
        return Err(Fault::cannot(
            "remove",
            "VM",
            "Delete protection is enabled. In order to delete, disable Delete protection first.",
        ));
    }
    let status = vm.text(world, "status").unwrap_or(DOWN);
    if is_running(status) {
        return Err(Fault::cannot("remove", "VM", "VM is running."));
    }
    if status != DOWN {
        return Err(power::refusal("remove", "VM", status));
    }
    if !vm.target(world, "vm_pool").is_empty() {
        return Err(Fault::cannot(
            "remove",
            "VM",
            "VM is attached to a VM Pool.",
        ));
    }
    snapshot::check_idle(world, vm, "remove", "VM")?;
    device::check_unlocked(world, vm, "remove", "VM")?;
    if command.flag("detach_only") != Some(true) {
        remove_disks(world, vm);
        return Ok(());
    }
    if world.store.list(&vm.below(SNAPSHOTS)).len() > 1 {
        return Err(Fault::conflict(
            "Cannot remove VM with detaching disks, snapshots exist.",
        ));
    }
    Ok(())
}

/// Detaches the disks of a VM or template, and removes those without another owner.
pub(super) fn remove_disks(world: &mut World, owner: &ObjectRef) {
    for attachment in world.handles(&owner.below(DISK_ATTACHMENTS)) {
        attachment.remove(world);
        if device::owners(world, attachment.id()).is_empty() {
            dependencies::remove(world, &ObjectRef::disk(attachment.id()));
        }
    }
}

/// Releases the hosts of VMs that a restart has brought into a status without one.
fn release_hosts(world: &mut World) {
    for vm in world.handles(VMS) {
        let status = vm.text(world, "status").unwrap_or(DOWN).to_owned();
        if !vm.target(world, "host").is_empty() && !is_running(&status) {
            power::release_host(world, &vm, &status);
        }
    }
}

/// Lets the engine pin the CPUs of a VM, which it does when the VM starts.
fn pin_automatically(
    world: &mut World,
    _: &Command<'_>,
    vm: &ObjectRef,
    document: &Node,
) -> Result<Vec<Node>, Fault> {
    let (cpu, automatic) = match document.get("optimize_cpu_settings") {
        Some("true") => ("resize_and_pin_numa", "adjust"),
        _ => ("none", "existing"),
    };
    vm.change(world, |vm| {
        vm.set("cpu_pinning_policy", cpu);
        vm.set("auto_pinning_policy", automatic);
    });
    Ok(Vec::new())
}

/// Clones a VM under a new name.
fn clone(
    world: &mut World,
    _: &Command<'_>,
    vm: &ObjectRef,
    document: &Node,
) -> Result<Vec<Node>, Fault> {
    let Some(mut copy) = vm.get(world).cloned() else {
        return Err(Fault::entity(vm.id()));
    };
    let name = document.get("vm.name").unwrap_or_default().to_owned();
    if world.find_by_name(VMS, &name).is_some() {
        return Err(Fault::cannot(
            "clone",
            "VM",
            "The VM name is already in use, please choose a unique name and try again.",
        ));
    }
    snapshot::check_idle(world, vm, "clone", "VM")?;
    device::check_unlocked(world, vm, "clone", "VM")?;
    copy.attributes.clear();
    power::remove_run_members(&mut copy);
    copy.set("name", name);
    copy.set("delete_protected", "false");
    copy.remove("vm_pool");
    let template = copy
        .child("original_template")
        .map_or(ZERO_ID, Node::id)
        .to_owned();
    complete(&mut copy, &template);
    // The disks are full copies, independent of the template.
    copy.set_reference("template", ZERO_ID);
    copy.set("status", IMAGE_LOCKED);
    let copy = world.store.add(VMS, copy);
    add_devices(world, vm, &copy, |_| ());
    copy.change(world, |copy| copy.set("status", IMAGE_LOCKED));
    copy.plan_statuses(world, "status", &[DOWN]);
    Ok(Vec::new())
}
