//! Disks: placement, size, and the operations that lock them.

use super::{device, quota, snapshot};
use crate::capacity;
use crate::fault::Fault;
use crate::kind::{
    Add, Address, AddressRule, Addressing, Command, KEPT, Kind, ParentRule, Place, Referred,
    Remove, Source, Update, Visible, act,
};
use crate::node::Node;
use crate::object::{
    DATA_CENTERS, DISK_ATTACHMENTS, DISKS, ObjectRef, PERMISSIONS, STORAGE_DOMAINS, TEMPLATES, VMS,
    is_uuid,
};
use crate::present;
use crate::status::{DOWN, LOCKED, OK};
use crate::storage_status;
use crate::world::World;

const TITLE: &str = "Virtual Disk";

const EDIT: &str = "edit_disk_properties";

#[rustfmt::skip]
pub(super) static DISK: Kind = Kind {
    name: "disk",
    source,
    referred: Referred {
        checked: false,
        ..KEPT.referred
    },
    address: Addressing {
        rule: AddressRule::By(address),
        parent: ParentRule::NamedBelow(STORAGE_DOMAINS),
        reference: quota::address,
        ..KEPT.address
    },
    present_texts: &["description"],
    title: TITLE,
    job: true,
    interrupted: &[("status", LOCKED, OK)],
    visible: Visible::Permitted,
    parents: &["storage_domains"],
    attached_in: DISK_ATTACHMENTS,
    creator_roles: &["DiskOperator"],
    uncomputed: &[("total_size", "0")],
    permits_below: &[(PERMISSIONS, "manipulate_permissions"), ("", EDIT)],
    keeps_id: true,
    set_by_engine: &["status", "image_id", "vms", "actual_size", "total_size", "storage_type"],
    show: |world, _, disk| present::disk(world, disk),
    set_once: &["storage_domains", "storage_domain"],
    defaults: &[&[
        ("backup", "none"),
        ("content_type", "data"),
        ("propagate_errors", "false"),
        ("shareable", "false"),
        ("wipe_after_delete", "false"),
    ]],
    add: Add {
        event: 2020,
        permit: "create_disk",
        check: check_new,
        done: |world, _, disk| create_image(world, disk),
        ..KEPT.add
    },
    update: Update {
        event: 38,
        permit: EDIT,
        apply: |world, _, disk, changes| change_with(world, disk, changes, |_| {}),
        ..KEPT.update
    },
    remove: Remove {
        event: 2014,
        permit: "delete_disk",
        check: check_remove,
        ..KEPT.remove
    },
    actions: &[
        act("convert", "convert", &[], convert).permit(EDIT).inlines_object(),
        act("copy", "copy", &[], copy).event(2004).permit(EDIT).inlines_object(),
        act("move", "move", &[], relocate).event(2008).permit(EDIT).inlines_object(),
        act("reduce", "reduce", &[], reduce).permit(EDIT).inlines_object(),
        act("refresh_lun", "refresh_lun", &[], refresh_lun).permit(EDIT),
        act("sparsify", "sparsify", &[], sparsify).permit(EDIT).inlines_object(),
    ],
    ..KEPT
};

/// Disks of a storage domain are those at the top level; disks of a domain in a data center have
/// the address that they have in the domain.
fn address(_: &World, disk: &Node, path: &[&str]) -> Address {
    let steps: Vec<&str> = path
        .first()
        .copied()
        .unwrap_or_default()
        .split('/')
        .collect();
    match steps.as_slice() {
        [STORAGE_DOMAINS, _, DISKS] | [STORAGE_DOMAINS, _, DISKS, _] => {
            Address::Other(format!("disks/{}", disk.id()))
        }
        [DATA_CENTERS, _, STORAGE_DOMAINS, domain, DISKS, ..] => {
            Address::Other(format!("{STORAGE_DOMAINS}/{domain}/disks/{}", disk.id()))
        }
        _ => Address::Path,
    }
}

/// Copies of VMs and templates on storage domains, and snapshots, have disks of their own.
fn source(_: &World, place: &Place<'_>) -> Option<Source> {
    match place.parent_type {
        "snapshot" | "template" | "vm" => Some(place.own()),
        "storage_domain" => Some(place.filtered(["storage_domain", "storage_domains"])),
        _ => None,
    }
}

/// Checks a new disk, and completes it.
pub(super) fn check_new(
    world: &mut World,
    command: &Command<'_>,
    disk: &mut Node,
) -> Result<(), Fault> {
    keep_free_id(world, disk);
    let size = disk
        .get("provisioned_size")
        .unwrap_or("0")
        .trim()
        .to_owned();
    let size: i64 = size.parse().unwrap_or_default();
    set_name(disk);
    let is_lun = disk.child("lun_storage").is_some();
    if !is_lun && size <= 0 {
        let why = "Disk's provisioned size has to be greater than 0.";
        return Err(Fault::invalid(format!("Cannot add {TITLE}. {why}")));
    }
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
    DISK.complete(disk);
    quota::check_disk(world, disk)?;
    disk.set("actual_size", actual_size.to_string());
    disk.set("total_size", actual_size.to_string());
    disk.set("storage_type", if is_lun { "lun" } else { "image" });
    Ok(())
}

/// Keeps the identifier that a client chooses for a new disk, as it does for the disks of an OVA
/// file, if it is free.
fn keep_free_id(world: &World, disk: &mut Node) {
    let id = disk.id().to_owned();
    disk.attributes.clear();
    if is_uuid(&id) && !ObjectRef::disk(&id).exists(world) {
        disk.set_attribute("id", &id);
    }
}

/// Sets both members that contain the name of a disk.
fn set_name(disk: &mut Node) {
    let name = disk.get("name").or_else(|| disk.get("alias"));
    let name = name.unwrap_or(FLOATING_NAME).to_owned();
    disk.set("alias", name.clone());
    disk.set("name", name);
}

/// The name of a disk that was added without one, and not to a VM.
const FLOATING_NAME: &str = "_Disk1";

/// Places a new disk on the storage domain in the request or its path, otherwise on that of the
/// first disk of its VM.
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
        .skip_while(|step| *step != STORAGE_DOMAINS);
    let domain = match (requested, steps.nth(1)) {
        (Some(requested), _) if !requested.is_empty() => requested.to_owned(),
        (_, Some(own)) => own.to_owned(),
        _ => domain_of_owner(world, &command.owner()).ok_or_else(|| {
            let why = "Storage Domain hasn't been specified.";
            Fault::invalid(format!("Cannot add {TITLE}. {why}"))
        })?,
    };
    storage_status::check_active(world, &domain, "add", TITLE)?;
    let size: i64 = disk.number("provisioned_size").unwrap_or(0);
    let target = ObjectRef::storage_domain(&domain).get(world);
    let space = target.and_then(|target| capacity::space_of(world, target));
    let is_full = space.is_some_and(|space| size > space.available);
    if disk.get("sparse") == Some("false") && is_full {
        let name = ObjectRef::storage_domain(&domain).name(world);
        let reason = format!("Low disk space on Storage Domain {name}.");
        return Err(Fault::cannot("add", TITLE, reason));
    }
    set_domain(disk, &domain);
    Ok(())
}

/// Returns the storage domain of the first disk of a VM that has one.
fn domain_of_owner(world: &World, vm: &ObjectRef) -> Option<String> {
    let mut attachments = world.store.list(&vm.below(DISK_ATTACHMENTS)).iter();
    attachments.find_map(|attachment| {
        let domain = domain_of(ObjectRef::disk(attachment.id()).get(world)?);
        (!domain.is_empty()).then_some(domain)
    })
}

fn set_domain(disk: &mut Node, domain: &str) {
    disk.remove("storage_domain");
    let list = Node::new("storage_domains").with(Node::reference("storage_domain", domain));
    *disk.child_mut("storage_domains") = list;
}

/// Fails if a disk is raw although its backups are incremental, or sparse on block storage.
fn check_format(world: &World, disk: &Node, verb: &str) -> Result<(), Fault> {
    if disk.get("format") == Some("raw") && disk.get("backup") == Some("incremental") {
        return Err(Fault::invalid(format!(
            "Cannot {verb} {TITLE}. Incremental backup is not supported for RAW format disks."
        )));
    }
    let domain = domain_of(disk);
    let storage = ObjectRef::storage_domain(&domain).text(world, "storage.type");
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

/// Creates the image of a new disk, which is locked meanwhile. A LUN has neither.
pub(super) fn create_image(world: &mut World, disk: &ObjectRef) {
    if is_lun(world, disk) {
        return;
    }
    let image = world.store.new_id();
    disk.change(world, |disk| disk.set("image_id", image));
    lock_for_step(world, disk);
}

fn is_lun(world: &World, disk: &ObjectRef) -> bool {
    disk.has(world, "storage_type", "lun")
}

/// Locks a disk for one step.
fn lock_for_step(world: &mut World, disk: &ObjectRef) {
    disk.change(world, |disk| disk.set("status", LOCKED));
    disk.plan_statuses(world, "status", &[OK]);
    let disk = disk.clone();
    world.after(1, move |world| disk.change(world, report_size));
}

/// Size of an empty image in the format qcow2, in bytes.
const EMPTY_IMAGE: u64 = 200_704;

/// Sets the sizes of a new image, which the host reports once it exists.
fn report_size(disk: &mut Node) {
    let is_image = disk.get("storage_type") == Some("image");
    if is_image && disk.get("format") == Some("cow") {
        disk.set_default("qcow_version", "qcow2_v3");
    }
    if !is_image || disk.get("actual_size") != Some("0") {
        return;
    }
    let size = match disk.get("provisioned_size") {
        Some(size) if disk.get("format") != Some("cow") => size.to_owned(),
        _ => EMPTY_IMAGE.to_string(),
    };
    disk.set("actual_size", size.clone());
    disk.set("total_size", size);
}

/// Adds an image to a disk, which leaves its current one to a snapshot.
pub(super) fn add_image(disk: &mut Node) {
    let total = size_of(disk, "total_size").saturating_add(EMPTY_IMAGE);
    disk.set("actual_size", EMPTY_IMAGE.to_string());
    disk.set("total_size", total.to_string());
}

/// Merges one of several images of a disk into the next one.
pub(super) fn merge_image(disk: &mut Node, becomes_single: bool) {
    let total = size_of(disk, "total_size").saturating_sub(EMPTY_IMAGE);
    disk.set("total_size", total.to_string());
    if becomes_single {
        disk.set("actual_size", total.to_string());
    }
}

/// Reduces a disk to what a snapshot says about it, with its size in full GiB.
pub(super) fn describe_captured(disk: &mut Node) {
    for tag in ["disk_profile", "quota", "qcow_version"] {
        disk.remove(tag);
    }
    let gib = size_of(disk, "actual_size").div_ceil(1 << 30);
    disk.set("actual_size", gib.saturating_mul(1 << 30).to_string());
    disk.set("total_size", "0");
}

fn size_of(disk: &Node, member: &str) -> u64 {
    let text = disk.get(member).unwrap_or_default();
    text.parse().unwrap_or_default()
}

/// Fails while a disk is locked.
pub(super) fn check_unlocked(world: &World, disk: &ObjectRef, verb: &str) -> Result<(), Fault> {
    if disk.has(world, "status", LOCKED) {
        let name = disk.name(world);
        return Err(Fault::conflict(format!(
            "Cannot {verb} {TITLE}: The following disks are locked: {name}. Please try again in a few minutes."
        )));
    }
    Ok(())
}

/// Returns the provisioned sizes after and before a change, in bytes.
fn provisioned_sizes(
    world: &World,
    disk: &ObjectRef,
    changes: &Node,
) -> (Option<i64>, Option<i64>) {
    let tag = "provisioned_size";
    (changes.number(tag), disk.number(world, tag))
}

/// Fails if a disk cannot be changed in this way.
fn check_change(world: &World, disk: &ObjectRef, changes: &Node) -> Result<(), Fault> {
    if disk.has(world, "status", LOCKED) {
        // The engine does not fill in the names here.
        return Err(Fault::conflict(format!(
            "Cannot edit {TITLE}: The following disks are locked: ${{diskAliases}}. Please try again in a few minutes."
        )));
    }
    let (new, current) = provisioned_sizes(world, disk, changes);
    if new.is_some_and(|new| current.is_some_and(|current| new < current)) {
        let why = "New disk size must be larger than the current disk size.";
        return Err(Fault::invalid(format!("Cannot edit {TITLE}. {why}")));
    }
    let mut changed = disk.get(world).cloned().unwrap_or_default();
    changed.merge(changes);
    if changes.get("backup").is_some() {
        check_format(world, &changed, "edit")?;
    }
    let unshares = changes.get("shareable") == Some("false");
    if unshares && device::owners(world, disk.id()).len() > 1 {
        let why = "The disk is shareable and attached to more than one VM.";
        return Err(Fault::cannot("edit", TITLE, why));
    }
    Ok(())
}

/// Updates a disk. An image is locked meanwhile, and changes afterwards, together with what `apply`
/// changes.
pub(super) fn change_with(
    world: &mut World,
    disk: &ObjectRef,
    changes: &Node,
    apply: impl FnOnce(&mut World) + Send + 'static,
) -> Result<(), Fault> {
    check_change(world, disk, changes)?;
    let (new, current) = provisioned_sizes(world, disk, changes);
    let mut changes = changes.clone();
    if changes.get("name").is_some() || changes.get("alias").is_some() {
        set_name(&mut changes);
    }
    for tag in DISK.set_by_engine.iter().chain(DISK.set_once) {
        changes.remove(tag);
    }
    let is_preallocated = disk.has(world, "sparse", "false");
    if let (true, Some(new)) = (is_preallocated && new != current, new) {
        changes.set("actual_size", new.to_string());
        changes.set("total_size", new.to_string());
    }
    if is_lun(world, disk) {
        disk.change(world, |disk| disk.merge(&changes));
        apply(world);
        return Ok(());
    }
    let changed = disk.clone();
    world.after(1, move |world| {
        changed.change(world, |disk| disk.merge(&changes));
        apply(world);
    });
    lock_for_step(world, disk);
    Ok(())
}

/// Fails if a disk cannot be removed.
pub(super) fn check_remove(
    world: &mut World,
    _: &Command<'_>,
    disk: &ObjectRef,
) -> Result<(), Fault> {
    check_unlocked(world, disk, "remove")?;
    for owner in device::owners(world, disk.id()) {
        if owner.collection() != VMS {
            return Err(Fault::cannot(
                "remove",
                TITLE,
                "A storage domain must be specified when deleting one of a template's disk's copies.",
            ));
        }
        let attachment = owner.item(DISK_ATTACHMENTS, disk.id());
        let is_active = !attachment.has(world, "active", "false");
        if is_active && !owner.has(world, "status", DOWN) {
            let why = "At least one of the VMs is not down.";
            return Err(Fault::cannot("remove", TITLE, why));
        }
        snapshot::check_idle(world, &owner, "remove", TITLE)?;
    }
    Ok(())
}

/// Fails for a LUN or while the disk is locked.
fn check_image(world: &World, disk: &ObjectRef, verb: &str) -> Result<(), Fault> {
    if is_lun(world, disk) {
        return Err(unsupported(verb, "LUN"));
    }
    check_unlocked(world, disk, verb)
}

fn unsupported(verb: &str, storage: &str) -> Fault {
    let why = format!("Action is unsupported for the specified disk type ({storage}).");
    Fault::cannot(verb, TITLE, why)
}

fn refresh_lun(
    world: &mut World,
    _: &Command<'_>,
    disk: &ObjectRef,
    _: &Node,
) -> Result<Vec<Node>, Fault> {
    if !is_lun(world, disk) {
        return Err(unsupported("refresh_lun", "IMAGE"));
    }
    check_unlocked(world, disk, "refresh_lun")?;
    Ok(Vec::new())
}

fn reduce(
    world: &mut World,
    _: &Command<'_>,
    disk: &ObjectRef,
    _: &Node,
) -> Result<Vec<Node>, Fault> {
    check_image(world, disk, "reduce")?;
    let domain = disk.get(world).map(domain_of).unwrap_or_default();
    let storage = ObjectRef::storage_domain(&domain).text(world, "storage.type");
    if !matches!(storage, Some("iscsi" | "fcp")) {
        // The engine does not fill in the action here.
        return Err(Fault::invalid(
            "Cannot ${action} Storage. Reduce image isn't required for file based domains.",
        ));
    }
    lock_for_step(world, disk);
    Ok(Vec::new())
}

fn sparsify(
    world: &mut World,
    _: &Command<'_>,
    disk: &ObjectRef,
    _: &Node,
) -> Result<Vec<Node>, Fault> {
    check_image(world, disk, "sparsify")?;
    check_down(world, disk, "sparsify")?;
    lock_for_step(world, disk);
    Ok(Vec::new())
}

fn convert(
    world: &mut World,
    _: &Command<'_>,
    disk: &ObjectRef,
    document: &Node,
) -> Result<Vec<Node>, Fault> {
    check_image(world, disk, "convert")?;
    check_down(world, disk, "convert")?;
    if let Some(changes) = document.child("disk") {
        let mut converted = disk.get(world).cloned().unwrap_or_default();
        converted.merge(changes);
        check_format(world, &converted, "convert")?;
        disk.change(world, |disk| disk.merge(changes));
    }
    lock_for_step(world, disk);
    Ok(Vec::new())
}

fn check_down(world: &World, disk: &ObjectRef, verb: &str) -> Result<(), Fault> {
    let owners = device::owners(world, disk.id());
    let mut vms = owners.iter().filter(|owner| owner.collection() == VMS);
    if vms.any(|vm| !vm.has(world, "status", DOWN)) {
        let why = "At least one of the VMs is not down.";
        return Err(Fault::cannot(verb, TITLE, why));
    }
    Ok(())
}

/// Returns the storage domain that an action names.
fn target_of(document: &Node) -> String {
    let target = document.child("storage_domain");
    target.map_or("", Node::id).to_owned()
}

/// Adds a copy of a disk. For a disk of a template, adds a storage domain instead.
fn copy(
    world: &mut World,
    _: &Command<'_>,
    object: &ObjectRef,
    document: &Node,
) -> Result<Vec<Node>, Fault> {
    check_image(world, object, "copy")?;
    let target = target_of(document);
    storage_status::check_active(world, &target, "copy", TITLE)?;
    let Some(mut disk) = object.get(world).cloned() else {
        return Err(Fault::entity(object.id()));
    };
    let owners = device::owners(world, object.id());
    if owners.iter().any(|owner| owner.collection() == TEMPLATES) {
        check_not_on(&disk, &target, "copy")?;
        object.change(world, |disk| {
            let list = disk.child_mut("storage_domains");
            list.children
                .push(Node::reference("storage_domain", &target));
        });
        lock_for_step(world, object);
        return Ok(Vec::new());
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
    lock_for_step(world, object);
    Ok(Vec::new())
}

/// Fails if a disk is already on a storage domain.
fn check_not_on(disk: &Node, target: &str, verb: &str) -> Result<(), Fault> {
    let list = disk.child("storage_domains");
    if list.is_some_and(|list| list.children.iter().any(|domain| domain.id() == target)) {
        return Err(Fault::invalid(format!(
            "Cannot {verb} {TITLE}. The source and target storage domains are the same."
        )));
    }
    Ok(())
}

/// Moves a disk to another storage domain after one step.
fn relocate(
    world: &mut World,
    _: &Command<'_>,
    disk: &ObjectRef,
    document: &Node,
) -> Result<Vec<Node>, Fault> {
    check_image(world, disk, "move")?;
    let target = target_of(document);
    storage_status::check_active(world, &target, "move", TITLE)?;
    if let Some(disk) = disk.get(world) {
        check_not_on(disk, &target, "move")?;
    }
    lock_for_step(world, disk);
    let disk = disk.clone();
    world.after(1, move |world| {
        // The domain may have been removed meanwhile.
        if ObjectRef::storage_domain(&target).exists(world) {
            disk.change(world, |disk| set_domain(disk, &target));
        }
    });
    Ok(Vec::new())
}
