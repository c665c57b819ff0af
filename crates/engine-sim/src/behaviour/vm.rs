//! VMs: defaults, updates and the next run, removal, cloning.

use thin_vec::ThinVec;

use crate::behaviour::{dependencies, device, pool, power, snapshot};
use crate::command::Command;
use crate::defaults;
use crate::fault::Fault;
use crate::node::Node;
use crate::object::ZERO_ID;
use crate::status::is_running;
use crate::world::{World, now};

/// Default memory in bytes.
const DEFAULT_MEMORY: i64 = 1 << 30;

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
    "placement_policy",
    "time_zone",
    "usb",
];

/// Members that are collections of their own, and not stored with the VM.
const COLLECTIONS: &[&str] = &[
    "affinity_labels",
    "applications",
    "cdroms",
    "disk_attachments",
    "floppies",
    "graphics_consoles",
    "host_devices",
    "host_numa_nodes",
    "nics",
    "permissions",
    "reported_devices",
    "sessions",
    "snapshots",
    "statistics",
    "tags",
    "watchdogs",
];

pub(crate) fn check_add(
    world: &mut World,
    command: &Command<'_>,
    vm: &mut Node,
) -> Result<(), Fault> {
    if vm.get("initialization.configuration.data").is_some() {
        return Err(Fault::unsimulated("Adding a VM from a configuration"));
    }
    if let Some(snapshot) = source_snapshot(vm) {
        inherit_from_snapshot(world, vm, &snapshot)?;
    }
    if vm.child("template").is_none() {
        vm.set_reference("template", ZERO_ID);
    }
    let template = vm.child("template").map_or(ZERO_ID, Node::id).to_owned();
    if world.text("templates", &template, "status") == Some("locked") {
        return Err(Fault::conflict(
            "Cannot add VM. Template's Image is locked (temporarily).",
        ));
    }
    if let Some(kind) = vm.child("instance_type").map(|kind| kind.id().to_owned()) {
        inherit(world, "instancetypes", &kind, vm);
    }
    inherit(world, "templates", &template, vm);
    complete(vm, &template);
    check_limits(vm)?;
    if command.parameters.flag("clone") == Some(true) {
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
    let (source, _) = snapshot::find(world, id).ok_or_else(|| Fault::entity(id))?;
    for tag in INHERITED.iter().chain(&["template"]) {
        let member = world.store.get("vms", &source).and_then(|vm| vm.child(tag));
        if let (None, Some(member)) = (vm.child(tag), member) {
            vm.children.push(member.clone());
        }
    }
    Ok(())
}

/// Inherits missing members from a template or an instance type.
pub(crate) fn inherit(world: &World, home: &str, id: &str, vm: &mut Node) {
    let Some(source) = world.store.get(home, id) else {
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
    for tag in ["status", "host", "start_time", "stop_time", "vm_pool"] {
        vm.remove(tag);
    }
    let memory = vm
        .get("memory")
        .and_then(|memory| memory.parse::<i64>().ok())
        .unwrap_or(DEFAULT_MEMORY);
    vm.set_default("memory", memory.to_string());
    vm.set_default("memory_policy.guaranteed", memory.to_string());
    vm.set_default("memory_policy.max", memory.saturating_mul(4).to_string());
    defaults::complete("vm", vm);
    vm.set("creation_time", now());
    vm.set_reference("original_template", template);
}

/// Fails if memory or CPU topology are out of range.
fn check_limits(vm: &Node) -> Result<(), Fault> {
    let number = |path: &str| {
        vm.get(path)
            .and_then(|text| text.trim().parse::<i64>().ok())
    };
    let memory = number("memory").unwrap_or(DEFAULT_MEMORY);
    if memory <= 0 {
        return Err(Fault::invalid(
            "Cannot add VM. Memory size must be positive.",
        ));
    }
    if number("memory_policy.guaranteed").is_some_and(|guaranteed| guaranteed > memory) {
        return Err(Fault::invalid(
            "Cannot add VM. Physical Memory Guaranteed cannot exceed Memory Size.",
        ));
    }
    for (path, message) in [
        (
            "cpu.topology.threads",
            "Minimum number of threads per CPU cannot be less than 1",
        ),
        (
            "cpu.topology.cores",
            "Minimum number of CPU per socket cannot be less than 1",
        ),
        (
            "cpu.topology.sockets",
            "Minimum number of sockets cannot be less then 1",
        ),
    ] {
        if number(path).is_some_and(|count| count < 1) {
            return Err(Fault::invalid(message));
        }
    }
    Ok(())
}

/// Copies the devices of the template or snapshot. The VM is locked while disks are copied.
pub(crate) fn added(world: &mut World, collection: &str, id: &str) -> bool {
    let path = format!("{collection}/{id}");
    let snapshot = world.store.get(collection, id).and_then(source_snapshot);
    let source = match snapshot.and_then(|snapshot| snapshot::find(world, &snapshot)) {
        Some((vm, snapshot)) => format!("vms/{vm}/snapshots/{snapshot}"),
        None => format!(
            "templates/{}",
            world.target(collection, id, "original_template")
        ),
    };
    world.change(collection, id, |vm| {
        for tag in COLLECTIONS {
            vm.remove(tag);
        }
    });
    snapshot::add_active(world, &path);
    device::add_defaults(world, &path);
    device::copy_nics(world, &source, &path);
    let pending = device::copy_disks(world, &source, &path);
    let status = if pending { "image_locked" } else { "down" };
    world.change(collection, id, |vm| vm.set("status", status));
    if pending {
        world.plan_statuses(collection, id, "status", &["down"]);
    }
    pending
}

/// Updates a VM. For a running VM, some changes wait for the next run.
pub(crate) fn update(
    world: &mut World,
    collection: &str,
    id: &str,
    changes: &Node,
) -> Result<(), Fault> {
    const IMMEDIATE: &[&str] = &[
        "comment",
        "custom_properties",
        "delete_protected",
        "description",
        "high_availability",
        "name",
        "sso",
        "status",
    ];
    let status = world.text(collection, id, "status").unwrap_or("down");
    if status == "image_locked" {
        return Err(power::refusal("edit", "VM", status));
    }
    check_limits(changes)?;
    check_cluster(world, collection, id, changes)?;
    let is_running = is_running(status);
    let Some(mut vm) = world.store.get(collection, id).cloned() else {
        return Ok(());
    };
    let grows = |path: &str| {
        let number = |node: &Node| node.get(path).and_then(|text| text.parse::<i64>().ok());
        number(changes) > number(&vm)
    };
    let is_immediate = |tag: &str| match tag {
        "memory" => grows("memory"),
        "cpu" => grows("cpu.topology.sockets"),
        _ => IMMEDIATE.contains(&tag),
    };
    let (now, later): (ThinVec<Node>, ThinVec<Node>) = changes
        .children
        .iter()
        .filter(|change| !COLLECTIONS.contains(&change.tag.as_str()) && change.tag != "status")
        .cloned()
        .partition(|change| !is_running || is_immediate(&change.tag));
    let with_children = |children| Node {
        children,
        ..Node::new("vm")
    };
    vm.merge(&with_children(now));
    let later = with_children(later);
    let mut next = vm.clone();
    next.merge(&later);
    if next != vm {
        vm.set("next_run_configuration_exists", "true");
        store_for_next_run(world, id, later);
    }
    world.change(collection, id, |stored| *stored = vm);
    Ok(())
}

/// Fails if the new cluster is in another data center.
fn check_cluster(world: &World, collection: &str, id: &str, changes: &Node) -> Result<(), Fault> {
    let current = world.target(collection, id, "cluster");
    let new = changes.child("cluster").map_or("", Node::id);
    if new.is_empty() || new == current {
        return Ok(());
    }
    let center = |cluster: &str| world.target("clusters", cluster, "data_center");
    if center(&current) != center(new) {
        return Err(Fault::conflict(
            "VM can be moved only to a Cluster in the same Data Center.",
        ));
    }
    Ok(())
}

/// Returns the path of the changes that wait for the next run.
fn next_run_path(id: &str) -> String {
    format!("vms/{id}/next_run")
}

/// Adds changes to the pending next-run configuration.
fn store_for_next_run(world: &mut World, id: &str, later: Node) {
    let path = next_run_path(id);
    match world
        .store
        .list(&path)
        .first()
        .map(|changes| changes.id().to_owned())
    {
        Some(stored) => world.change(&path, &stored, |changes| changes.merge(&later)),
        None => {
            world.store.add(&path, later);
        }
    }
}

/// Shows a VM as it will be in its next run.
pub(crate) fn show_next_run(world: &World, vm: &mut Node) {
    if let Some(later) = world.store.list(&next_run_path(vm.id())).first() {
        vm.merge(later);
    }
}

/// Applies the changes that waited for the next run.
pub(crate) fn apply_next_run(world: &mut World, id: &str) {
    let path = next_run_path(id);
    let Some(later) = world.store.list(&path).first().cloned() else {
        return;
    };
    world.store.remove(&path, later.id());
    world.change("vms", id, |vm| {
        vm.merge(&later);
        vm.set("next_run_configuration_exists", "false");
    });
}

pub(crate) fn check_remove(
    world: &mut World,
    command: &Command<'_>,
    collection: &str,
    id: &str,
) -> Result<(), Fault> {
    if world.text(collection, id, "delete_protected") == Some("true") {
        return Err(Fault::cannot(
            "remove",
            "VM",
            "Delete protection is enabled. In order to delete, disable Delete protection first.",
        ));
    }
    let status = world.text(collection, id, "status").unwrap_or("down");
    if is_running(status) {
        return Err(Fault::cannot("remove", "VM", "VM is running."));
    }
    if !matches!(status, "down" | "image_illegal") {
        return Err(power::refusal("remove", "VM", status));
    }
    if !world.target(collection, id, "vm_pool").is_empty() {
        return Err(Fault::cannot(
            "remove",
            "VM",
            "VM is attached to a VM Pool.",
        ));
    }
    snapshot::check_idle(world, id, "remove", "VM")?;
    let attachments = format!("{collection}/{id}/diskattachments");
    device::check_unlocked(world, &attachments, "remove", "VM")?;
    let detach_only = command.parameters.flag("detach_only") == Some(true);
    if detach_only {
        let snapshots = world.store.list(&format!("{collection}/{id}/snapshots"));
        if snapshots.len() > 1 {
            return Err(Fault::conflict(
                "Cannot remove VM with detaching disks, snapshots exist.",
            ));
        }
    }
    if !detach_only {
        remove_disks(world, &attachments);
    }
    Ok(())
}

/// Detaches the disks of an object, and removes those without another owner.
pub(crate) fn remove_disks(world: &mut World, attachments: &str) {
    for disk in world.ids(attachments) {
        world.store.remove(attachments, &disk);
        if device::owners(world, &disk).is_empty() {
            dependencies::remove(world, "disks", &disk);
        }
    }
}

/// Removes a VM with its disks, in any status.
pub(crate) fn discard(world: &mut World, id: &str) {
    power::release_host(world, id, "down");
    remove_disks(world, &format!("vms/{id}/diskattachments"));
    dependencies::remove(world, "vms", id);
    world.macs = None;
}

pub(crate) fn act(
    world: &mut World,
    command: &Command<'_>,
    id: &str,
    action: &str,
    document: &Node,
) -> Result<Vec<Node>, Fault> {
    match action {
        "clone" => clone(world, id, document),
        "commit_snapshot" | "preview_snapshot" | "undo_snapshot" => {
            snapshot::act_on_vm(world, id, action, document)
        }
        "detach" => pool::detach(world, id),
        "reorder_mac_addresses" => reorder_mac_addresses(world, id),
        _ => power::act(world, command, id, action, document),
    }
}

/// Clones a VM under a new name.
fn clone(world: &mut World, id: &str, document: &Node) -> Result<Vec<Node>, Fault> {
    const ALLOWED: &[&str] = &["down", "up", "paused", "powering_up", "wait_for_launch"];
    let Some(mut copy) = world.store.get("vms", id).cloned() else {
        return Err(Fault::entity(id));
    };
    let status = copy.get("status").unwrap_or("down");
    if !ALLOWED.contains(&status) {
        return Err(power::refusal("clone", "VM", status));
    }
    let name = document.get("vm.name").unwrap_or_default().to_owned();
    if world.find_by_name("vms", &name).is_some() {
        return Err(Fault::cannot(
            "clone",
            "VM",
            "The VM name is already in use, please choose a unique name and try again.",
        ));
    }
    snapshot::check_idle(world, id, "clone", "VM")?;
    device::check_unlocked(world, &format!("vms/{id}/diskattachments"), "clone", "VM")?;
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
    copy.set("status", "image_locked");
    let new = world.store.add("vms", copy);
    let path = format!("vms/{new}");
    snapshot::add_active(world, &path);
    device::add_defaults(world, &path);
    device::copy_nics(world, &format!("vms/{id}"), &path);
    device::copy_disks(world, &format!("vms/{id}"), &path);
    world.plan_statuses("vms", &new, "status", &["down"]);
    Ok(Vec::new())
}

/// Reassigns the MAC addresses of a VM's NICs in the order of the NICs' names.
fn reorder_mac_addresses(world: &mut World, id: &str) -> Result<Vec<Node>, Fault> {
    let status = world.text("vms", id, "status").unwrap_or("down");
    if status != "down" {
        return Err(power::refusal("reorder MAC addresses of", "VM", status));
    }
    let path = format!("vms/{id}/nics");
    let nics = world.store.list(&path);
    let text = |node: &Node, member: &str| node.get(member).unwrap_or_default().to_owned();
    let mut names: Vec<(String, String)> = nics
        .iter()
        .map(|nic| (text(nic, "name"), nic.id().to_owned()))
        .collect();
    let mut addresses: Vec<String> = nics.iter().map(|nic| text(nic, "mac.address")).collect();
    names.sort();
    addresses.sort();
    for ((_, nic), address) in names.into_iter().zip(addresses) {
        world.change(&path, &nic, |nic| nic.set("mac.address", address));
    }
    Ok(Vec::new())
}
