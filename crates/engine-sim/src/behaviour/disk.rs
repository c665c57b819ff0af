//! Disks: their storage domains and sizes, and the copies and moves that lock them.

use crate::behaviour::{Command, device, quota, storage_domain};
use crate::fault::Fault;
use crate::node::Node;
use crate::world::World;

const WHAT: &str = "Virtual Disk";

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
        check_form(world, disk, "add")?;
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

/// `name` and `alias` are the same value.
fn set_name(disk: &mut Node) {
    let name = disk.get("name").or_else(|| disk.get("alias"));
    if let Some(name) = name.map(str::to_owned) {
        disk.set("alias", name.clone());
        disk.set("name", name);
    }
}

/// The target storage domain of a new disk: that of the request or its path, else any active
/// one.
fn place(world: &World, command: &Command<'_>, disk: &mut Node) -> Result<(), Fault> {
    let listed = disk
        .child("storage_domains")
        .and_then(|list| list.children.first());
    let given = listed
        .or_else(|| disk.child("storage_domain"))
        .map(Node::id);
    let mut steps = command
        .collection
        .split('/')
        .skip_while(|step| *step != "storagedomains");
    let domain = match (given, steps.nth(1)) {
        (Some(given), _) if !given.is_empty() => given.to_owned(),
        (_, Some(own)) => own.to_owned(),
        _ => storage_domain::any_active(world).ok_or_else(|| {
            Fault::cannot(
                "add",
                WHAT,
                "No active data Storage Domain with enough storage was found in the Data Center.",
            )
        })?,
    };
    storage_domain::check_active(world, &domain, "add", WHAT)?;
    let size: u64 = disk
        .get("provisioned_size")
        .and_then(|size| size.parse().ok())
        .unwrap_or(0);
    let available = world.text("storagedomains", &domain, "available");
    let available = available.and_then(|text| text.parse::<u64>().ok());
    if disk.get("sparse") == Some("false") && available.is_some_and(|available| size > available) {
        let name = world.name("storagedomains", &domain);
        let why = format!("Low disk space on Storage Domain {name}.");
        return Err(Fault::cannot("add", WHAT, why));
    }
    set_domain(disk, &domain);
    Ok(())
}

fn set_domain(disk: &mut Node, domain: &str) {
    disk.remove("storage_domain");
    let list = Node::new("storage_domains").with(Node::reference("storage_domain", domain));
    *disk.child_mut("storage_domains") = list;
}

/// Block storage does not support sparse raw disks.
fn check_form(world: &World, disk: &Node, verb: &str) -> Result<(), Fault> {
    let domain = domain_of(disk);
    let storage = world.text("storagedomains", &domain, "storage.type");
    let is_raw = disk.get("format") == Some("raw");
    if is_raw && disk.get("sparse") == Some("true") && matches!(storage, Some("iscsi" | "fcp")) {
        return Err(Fault::invalid(format!(
            "Cannot {verb} {WHAT}. Disk configuration (RAW Sparse) is incompatible with the storage domain type."
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

/// An image is locked while it is created; a LUN has no status.
pub(crate) fn added(world: &mut World, collection: &str, id: &str) -> bool {
    if world.text(collection, id, "storage_type") == Some("lun") {
        return false;
    }
    let image = world.store.new_id();
    world.change(collection, id, |disk| disk.set("image_id", image));
    occupy(world, id);
    true
}

/// Locks a disk for one step.
fn occupy(world: &mut World, id: &str) {
    world.change("disks", id, |disk| disk.set("status", "locked"));
    world.plan_statuses("disks", id, "status", &["ok"]);
}

fn check_unlocked(world: &World, id: &str, verb: &str) -> Result<(), Fault> {
    if world.text("disks", id, "status") == Some("locked") {
        let name = world.name("disks", id);
        return Err(Fault::conflict(format!(
            "Cannot {verb} {WHAT}: The following disks are locked: {name}. Please try again in a few minutes."
        )));
    }
    Ok(())
}

pub(crate) fn update(world: &mut World, id: &str, changes: &Node) -> Result<(), Fault> {
    check_unlocked(world, id, "edit")?;
    let number = |text: Option<&str>| text.and_then(|text| text.trim().parse::<i64>().ok());
    let (new, now) = (
        number(changes.get("provisioned_size")),
        number(world.text("disks", id, "provisioned_size")),
    );
    if new.is_some_and(|new| now.is_some_and(|now| new < now)) {
        return Err(Fault::conflict(
            "Cannot edit Virtual Disk size. New disk size must be larger than current disk size.",
        ));
    }
    let shares = changes.get("shareable") == Some("false");
    if shares && device::owners(world, id).len() > 1 {
        return Err(Fault::cannot(
            "edit",
            WHAT,
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
    if new.is_some() && new != now && is_image {
        let preallocated = world.text("disks", id, "sparse") == Some("false");
        if let (true, Some(new)) = (preallocated, new) {
            world.change("disks", id, |disk| {
                disk.set("actual_size", new.to_string());
                disk.set("total_size", new.to_string());
            });
        }
        occupy(world, id);
    }
    Ok(())
}

/// Checks whether a disk can be removed.
pub(crate) fn check_remove(world: &World, id: &str) -> Result<(), Fault> {
    check_unlocked(world, id, "remove")?;
    for owner in device::owners(world, id) {
        let Some(vm) = owner.strip_prefix("vms/") else {
            return Err(Fault::cannot(
                "remove",
                WHAT,
                "A storage domain must be specified when deleting one of a template's disk's copies.",
            ));
        };
        let attachments = format!("{owner}/diskattachments");
        let active = world.text(&attachments, id, "active") != Some("false");
        if active && world.text("vms", vm, "status") != Some("down") {
            return Err(Fault::cannot(
                "remove",
                WHAT,
                "At least one of the VMs is not down.",
            ));
        }
        super::snapshot::check_idle(world, vm, "remove", WHAT)?;
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
    let is_right = match action {
        "refresh_lun" => is_lun,
        "convert" | "copy" | "move" | "reduce" | "sparsify" => !is_lun,
        _ => return Err(Fault::unsimulated(format!("The action {action} of disks"))),
    };
    if !is_right {
        let kind = if is_lun { "LUN" } else { "IMAGE" };
        return Err(Fault::cannot(
            action,
            WHAT,
            format!("Action is unsupported for the specified disk type ({kind})."),
        ));
    }
    check_unlocked(world, id, action)?;
    match action {
        "copy" => copy(world, id, document)?,
        "move" => relocate(world, id, document)?,
        "sparsify" | "reduce" | "convert" => {
            if action != "reduce" {
                check_down(world, id, action)?;
            }
            let changes = document.child("disk").cloned();
            if let Some(changes) = changes.filter(|_| action == "convert") {
                let mut disk = world.store.get("disks", id).cloned().unwrap_or_default();
                disk.merge(&changes);
                check_form(world, &disk, action)?;
                world.change("disks", id, |disk| disk.merge(&changes));
            }
            occupy(world, id);
        }
        _ => {}
    }
    Ok(Vec::new())
}

fn check_down(world: &World, id: &str, verb: &str) -> Result<(), Fault> {
    let owners = device::owners(world, id);
    let mut machines = owners.iter().filter_map(|owner| owner.strip_prefix("vms/"));
    if machines.any(|vm| world.text("vms", vm, "status") != Some("down")) {
        return Err(Fault::cannot(
            verb,
            WHAT,
            "At least one of the VMs is not down.",
        ));
    }
    Ok(())
}

/// Adds a copy of a disk; a template's disk gets another storage domain instead.
fn copy(world: &mut World, id: &str, document: &Node) -> Result<(), Fault> {
    let target = document
        .child("storage_domain")
        .map_or("", Node::id)
        .to_owned();
    storage_domain::check_active(world, &target, "copy", WHAT)?;
    let Some(mut disk) = world.store.get("disks", id).cloned() else {
        return Err(Fault::entity(id));
    };
    let owners = device::owners(world, id);
    if owners.iter().any(|owner| owner.starts_with("templates/")) {
        check_elsewhere(&disk, &target, "copy")?;
        world.change("disks", id, |disk| {
            let list = disk.child_mut("storage_domains");
            list.children
                .push(Node::reference("storage_domain", &target));
        });
        occupy(world, id);
        return Ok(());
    }
    let given = document.child("disk");
    let name = given.and_then(|disk| disk.get("name").or_else(|| disk.get("alias")));
    if let Some(name) = name {
        disk.set("alias", name);
        disk.set("name", name);
    }
    disk.set("shareable", "false");
    disk.remove("snapshot");
    set_domain(&mut disk, &target);
    device::add_copy(world, disk);
    occupy(world, id);
    Ok(())
}

fn check_elsewhere(disk: &Node, target: &str, verb: &str) -> Result<(), Fault> {
    let list = disk.child("storage_domains");
    if list.is_some_and(|list| list.children.iter().any(|domain| domain.id() == target)) {
        return Err(Fault::cannot(
            verb,
            WHAT,
            "The Storage Domain already contains the target disk(s).",
        ));
    }
    Ok(())
}

fn relocate(world: &mut World, id: &str, document: &Node) -> Result<(), Fault> {
    let target = document
        .child("storage_domain")
        .map_or("", Node::id)
        .to_owned();
    storage_domain::check_active(world, &target, "move", WHAT)?;
    if let Some(disk) = world.store.get("disks", id) {
        check_elsewhere(disk, &target, "move")?;
    }
    occupy(world, id);
    let id = id.to_owned();
    world.after(1, move |world| {
        // The domain may be removed meanwhile.
        if world.store.get("storagedomains", &target).is_some() {
            world.change("disks", &id, |disk| set_domain(disk, &target));
        }
    });
    Ok(())
}
