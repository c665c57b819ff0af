//! Disks: placement, size, and the operations that lock them.

use crate::behaviour::{device, quota, storage_domain};
use crate::command::Command;
use crate::fault::Fault;
use crate::node::Node;
use crate::world::World;

const TITLE: &str = "Virtual Disk";

pub(crate) fn check_add(
    world: &World,
    command: &Command<'_>,
    disk: &mut Node,
) -> Result<(), Fault> {
    let size = disk
        .get("provisioned_size")
        .unwrap_or("0")
        .trim()
        .to_owned();
    let size: i64 = size.parse().unwrap_or_default();
    if size < 0 {
        return Err(Fault::invalid(
            "Cannot add Virtual Disk. The size must be positive.",
        ));
    }
    set_name(disk);
    let is_lun = disk.child("lun_storage").is_some();
    if is_lun {
        for tag in ["storage_domains", "storage_domain", "format", "sparse"] {
            disk.remove(tag);
        }
    } else {
        place(world, command, disk)?;
        disk.set_default("format", "raw");
        disk.set_default("sparse", "true");
        check_format(world, disk, "add")?;
    }
    let is_sparse = is_lun || disk.get("sparse") == Some("true");
    let actual_size = if is_sparse { 0 } else { size };
    for (tag, text) in [
        ("content_type", "data"),
        ("propagate_errors", "false"),
        ("shareable", "false"),
        ("wipe_after_delete", "false"),
        ("backup", "none"),
    ] {
        disk.set_default(tag, text);
    }
    for tag in ["status", "image_id", "vms"] {
        disk.remove(tag);
    }
    quota::check_disk(world, disk)?;
    disk.set("actual_size", actual_size.to_string());
    disk.set("total_size", actual_size.to_string());
    disk.set("storage_type", if is_lun { "lun" } else { "image" });
    Ok(())
}

/// Sets both members that contain the name of a disk.
fn set_name(disk: &mut Node) {
    let name = disk.get("name").or_else(|| disk.get("alias"));
    if let Some(name) = name.map(str::to_owned) {
        disk.set("alias", name.clone());
        disk.set("name", name);
    }
}

/// Places a new disk on the storage domain in the request or its path, otherwise on any active one.
fn place(world: &World, command: &Command<'_>, disk: &mut Node) -> Result<(), Fault> {
    let listed = disk
        .child("storage_domains")
        .and_then(|list| list.children.first());
    let requested = listed
        .or_else(|| disk.child("storage_domain"))
        .map(Node::id);
    let mut steps = command
        .collection
        .split('/')
        .skip_while(|step| *step != "storagedomains");
    let domain = match (requested, steps.nth(1)) {
        (Some(requested), _) if !requested.is_empty() => requested.to_owned(),
        (_, Some(own)) => own.to_owned(),
        _ => storage_domain::any_active(world).ok_or_else(|| {
            Fault::cannot(
                "add",
                TITLE,
                "No active data Storage Domain with enough storage was found in the Data Center.",
            )
        })?,
    };
    storage_domain::check_active(world, &domain, "add", TITLE)?;
    let size: u64 = disk
        .get("provisioned_size")
        .and_then(|size| size.parse().ok())
        .unwrap_or(0);
    let available = world.text("storagedomains", &domain, "available");
    let available = available.and_then(|text| text.parse::<u64>().ok());
    if disk.get("sparse") == Some("false") && available.is_some_and(|available| size > available) {
        let name = world.name("storagedomains", &domain);
        let reason = format!("Low disk space on Storage Domain {name}.");
        return Err(Fault::cannot("add", TITLE, reason));
    }
    set_domain(disk, &domain);
    Ok(())
}

fn set_domain(disk: &mut Node, domain: &str) {
    disk.remove("storage_domain");
    let list = Node::new("storage_domains").with(Node::reference("storage_domain", domain));
    *disk.child_mut("storage_domains") = list;
}

/// Fails if a disk is sparse and raw on block storage.
fn check_format(world: &World, disk: &Node, verb: &str) -> Result<(), Fault> {
    let domain = domain_of(disk);
    let storage = world.text("storagedomains", &domain, "storage.type");
    let is_raw = disk.get("format") == Some("raw");
    if is_raw && disk.get("sparse") == Some("true") && matches!(storage, Some("iscsi" | "fcp")) {
        return Err(Fault::invalid(format!(
            "Cannot {verb} {TITLE}. Disk configuration (RAW Sparse) is incompatible with the storage domain type."
        )));
    }
    Ok(())
}

fn domain_of(disk: &Node) -> String {
    let first = disk
        .child("storage_domains")
        .and_then(|list| list.children.first());
    first.map_or("", Node::id).to_owned()
}

/// Locks a new image. A LUN has no status.
pub(crate) fn added(world: &mut World, collection: &str, id: &str) -> bool {
    if world.text(collection, id, "storage_type") == Some("lun") {
        return false;
    }
    let image = world.store.new_id();
    world.change(collection, id, |disk| disk.set("image_id", image));
    lock_for_step(world, id);
    true
}

/// Locks a disk for one step.
fn lock_for_step(world: &mut World, id: &str) {
    world.change("disks", id, |disk| disk.set("status", "locked"));
    world.plan_statuses("disks", id, "status", &["ok"]);
}

fn check_unlocked(world: &World, id: &str, verb: &str) -> Result<(), Fault> {
    if world.text("disks", id, "status") == Some("locked") {
        let name = world.name("disks", id);
        return Err(Fault::conflict(format!(
            "Cannot {verb} {TITLE}: The following disks are locked: {name}. Please try again in a few minutes."
        )));
    }
    Ok(())
}

pub(crate) fn update(world: &mut World, id: &str, changes: &Node) -> Result<(), Fault> {
    check_unlocked(world, id, "edit")?;
    let number = |text: Option<&str>| text.and_then(|text| text.trim().parse::<i64>().ok());
    let (new, current) = (
        number(changes.get("provisioned_size")),
        number(world.text("disks", id, "provisioned_size")),
    );
    if new.is_some_and(|new| current.is_some_and(|current| new < current)) {
        return Err(Fault::conflict(
            "Cannot edit Virtual Disk size. New disk size must be larger than current disk size.",
        ));
    }
    let unshares = changes.get("shareable") == Some("false");
    if unshares && device::owners(world, id).len() > 1 {
        return Err(Fault::cannot(
            "edit",
            TITLE,
            "The disk is shareable and attached to more than one VM.",
        ));
    }
    let mut changes = changes.clone();
    set_name(&mut changes);
    for tag in [
        "status",
        "image_id",
        "storage_domains",
        "storage_domain",
        "actual_size",
    ] {
        changes.remove(tag);
    }
    world.change("disks", id, |disk| disk.merge(&changes));
    let is_image = world.text("disks", id, "storage_type") != Some("lun");
    if new.is_some() && new != current && is_image {
        let is_preallocated = world.text("disks", id, "sparse") == Some("false");
        if let (true, Some(new)) = (is_preallocated, new) {
            world.change("disks", id, |disk| {
                disk.set("actual_size", new.to_string());
                disk.set("total_size", new.to_string());
            });
        }
        lock_for_step(world, id);
    }
    Ok(())
}

/// Fails if a disk cannot be removed.
pub(crate) fn check_remove(world: &World, id: &str) -> Result<(), Fault> {
    check_unlocked(world, id, "remove")?;
    for owner in device::owners(world, id) {
        let Some(vm) = owner.strip_prefix("vms/") else {
            return Err(Fault::cannot(
                "remove",
                TITLE,
                "A storage domain must be specified when deleting one of a template's disk's copies.",
            ));
        };
        let attachments = format!("{owner}/diskattachments");
        let active = world.text(&attachments, id, "active") != Some("false");
        if active && world.text("vms", vm, "status") != Some("down") {
            return Err(Fault::cannot(
                "remove",
                TITLE,
                "At least one of the VMs is not down.",
            ));
        }
        super::snapshot::check_idle(world, vm, "remove", TITLE)?;
    }
    Ok(())
}

pub(crate) fn act(
    world: &mut World,
    id: &str,
    action: &str,
    document: &Node,
) -> Result<Vec<Node>, Fault> {
    let is_lun = world.text("disks", id, "storage_type") == Some("lun");
    let is_supported = match action {
        "refresh_lun" => is_lun,
        "convert" | "copy" | "move" | "reduce" | "sparsify" => !is_lun,
        _ => return Err(Fault::unsimulated(format!("The action {action} of disks"))),
    };
    if !is_supported {
        let kind = if is_lun { "LUN" } else { "IMAGE" };
        return Err(Fault::cannot(
            action,
            TITLE,
            format!("Action is unsupported for the specified disk type ({kind})."),
        ));
    }
    check_unlocked(world, id, action)?;
    match action {
        "copy" => copy(world, id, document)?,
        "move" => move_disk(world, id, document)?,
        "sparsify" | "reduce" | "convert" => {
            if action != "reduce" {
                check_down(world, id, action)?;
            }
            let changes = document.child("disk").cloned();
            if let Some(changes) = changes.filter(|_| action == "convert") {
                let mut disk = world.store.get("disks", id).cloned().unwrap_or_default();
                disk.merge(&changes);
                check_format(world, &disk, action)?;
                world.change("disks", id, |disk| disk.merge(&changes));
            }
            lock_for_step(world, id);
        }
        _ => {}
    }
    Ok(Vec::new())
}

fn check_down(world: &World, id: &str, verb: &str) -> Result<(), Fault> {
    let owners = device::owners(world, id);
    let mut vms = owners.iter().filter_map(|owner| owner.strip_prefix("vms/"));
    if vms.any(|vm| world.text("vms", vm, "status") != Some("down")) {
        return Err(Fault::cannot(
            verb,
            TITLE,
            "At least one of the VMs is not down.",
        ));
    }
    Ok(())
}

/// Adds a copy of a disk. For a disk of a template, adds a storage domain instead.
fn copy(world: &mut World, id: &str, document: &Node) -> Result<(), Fault> {
    let target = document
        .child("storage_domain")
        .map_or("", Node::id)
        .to_owned();
    storage_domain::check_active(world, &target, "copy", TITLE)?;
    let Some(mut disk) = world.store.get("disks", id).cloned() else {
        return Err(Fault::entity(id));
    };
    let owners = device::owners(world, id);
    if owners.iter().any(|owner| owner.starts_with("templates/")) {
        check_not_on(&disk, &target, "copy")?;
        world.change("disks", id, |disk| {
            let list = disk.child_mut("storage_domains");
            list.children
                .push(Node::reference("storage_domain", &target));
        });
        lock_for_step(world, id);
        return Ok(());
    }
    let requested = document.child("disk");
    let name = requested.and_then(|disk| disk.get("name").or_else(|| disk.get("alias")));
    if let Some(name) = name {
        disk.set("alias", name);
        disk.set("name", name);
    }
    disk.set("shareable", "false");
    disk.remove("snapshot");
    set_domain(&mut disk, &target);
    device::add_copy(world, disk);
    lock_for_step(world, id);
    Ok(())
}

/// Fails if a disk is already on a storage domain.
fn check_not_on(disk: &Node, target: &str, verb: &str) -> Result<(), Fault> {
    let list = disk.child("storage_domains");
    if list.is_some_and(|list| list.children.iter().any(|domain| domain.id() == target)) {
        return Err(Fault::cannot(
            verb,
            TITLE,
            "The Storage Domain already contains the target disk(s).",
        ));
    }
    Ok(())
}

/// Moves a disk to another storage domain after one step.
fn move_disk(world: &mut World, id: &str, document: &Node) -> Result<(), Fault> {
    let target = document
        .child("storage_domain")
        .map_or("", Node::id)
        .to_owned();
    storage_domain::check_active(world, &target, "move", TITLE)?;
    if let Some(disk) = world.store.get("disks", id) {
        check_not_on(disk, &target, "move")?;
    }
    lock_for_step(world, id);
    let id = id.to_owned();
    world.after(1, move |world| {
        // The domain may have been removed meanwhile.
        if world.store.get("storagedomains", &target).is_some() {
            world.change("disks", &id, |disk| set_domain(disk, &target));
        }
    });
    Ok(())
}
