//! Storage domains, at the top level and attached to a data center, where their status is.

use super::host::HOST;
use super::{import, iscsi, storage_connection};
use crate::capacity;
use crate::defaults::Defaults;
use crate::dependencies;
use crate::fault::Fault;
use crate::kind::{Add, Assign, Command, KEPT, Kind, Remove, Status, Visible, WITH_PARENT};
use crate::kind::{UniqueName, Update, act, check_members, nothing};
use crate::name_rule::NameRule;
use crate::node::{Node, refers_to};
use crate::object::{
    DISK_ATTACHMENTS, DISK_PROFILES, DISKS, HOSTS, ObjectRef, PERMISSIONS, STORAGE_CONNECTIONS,
    STORAGE_DOMAINS, TEMPLATES, VMS,
};
use crate::status::{
    ACTIVATING, ACTIVE, INACTIVE, LOCKED, MAINTENANCE, OK, PREPARING_FOR_MAINTENANCE, UNATTACHED,
    UNKNOWN, UP, is_running,
};
use crate::storage_status::{attachment_of, center_of, check_active, refuse};
use crate::world::World;

const TITLE: &str = "Storage";

#[rustfmt::skip]
pub(crate) static STORAGE_DOMAIN: Kind = Kind {
    name: "storage_domain",
    source: |_, place| Some(place.assigned()),
    unlinked: &["files", "images"],
    address: WITH_PARENT,
    present_texts: &["description", "comment"],
    permits_below: &[(PERMISSIONS, "manipulate_permissions"), (DISKS, "create_disk"), (VMS, "import_export_vm"), (TEMPLATES, "import_export_vm")],
    title: TITLE,
    event_title: "Storage Domain",
    show: |world, _, domain| capacity::show_space(world, domain),
    job: true,
    status: Status { refuse, ..KEPT.status },
    interrupted: &[
        ("status", ACTIVATING, ACTIVE),
        ("status", LOCKED, ACTIVE),
        ("status", PREPARING_FOR_MAINTENANCE, MAINTENANCE),
    ],
    visible: Visible::Permitted,
    parents: &["data_centers"],
    set_by_engine: &["available", "committed", "data_centers", "permissions", "status", "used"],
    unique_name: UniqueName::Reason("The Storage Domain name is already in use."),
    name_rule: Some(NameRule {
        max: 50,
        wrong_size: "size must be between 1 and 50",
        characters: "-_",
        wrong_characters: "Storage Domain name must be formed of 'a-z', 'A-Z', '0-9', '_' or '-' characters",
        attribute: "storageDomain.name",
    }),
    defaults: &[DEFAULTS],
    add: Add { event: 956, required: check_required, check: check_add, done: |world, _, domain| added(world, domain), permit: "create_storage_domain", ..KEPT.add },
    assign: Assign { event: 962, undo_event: 964, taken: |_| Some(Fault::cannot("attach", TITLE, "The relevant Storage Domain's status is Active.")), check: check_attach, done: attached, undo: check_detach },
    update: Update { apply: update, permit: "edit_storage_domain_configuration", ..KEPT.update },
    remove: Remove { event: 960, check: prepare_removal, permit: "delete_storage_domain", ..KEPT.remove },
    actions: &[
        act("activate", "activate", &[MAINTENANCE, INACTIVE, UNKNOWN], activate).event(966),
        act("deactivate", "deactivate", &[ACTIVE], deactivate).event(968),
        act("is_attached", "check", &[], is_attached).without_job(),
        // These have no visible effect.
        act("refresh_luns", "refresh", &[], nothing).permit("edit_storage_domain_configuration").bare_fault(),
        act("update_ovf_store", "update", &[], nothing).permit("manipulate_storage_domain"),
    ],
    ..KEPT
};

/// Checks the mandatory members, which depend on the type of storage.
fn check_required(domain: &Node) -> Result<(), Fault> {
    let class = "StorageDomain";
    let is_missing = |member: &str| domain.child(member).is_none();
    let mut missing = Vec::new();
    for (member, name) in [
        ("host", "host.id|name"),
        ("type", "type"),
        ("storage", "storage"),
    ] {
        if is_missing(member) {
            missing.push(name.to_owned());
        }
    }
    if !missing.is_empty() {
        return Err(Fault::incomplete(class, &missing, "add"));
    }
    let Some(storage) = domain
        .child("storage")
        .filter(|storage| storage.id().is_empty())
    else {
        return Ok(());
    };
    let members: &[&str] = match storage.get("type").unwrap_or_default() {
        "" => {
            return Err(Fault::incomplete(
                class,
                &["storage.type".to_owned()],
                "add",
            ));
        }
        "glusterfs" | "posixfs" => &["path", "vfs_type"],
        "nfs" => &["address", "path"],
        "localfs" => &["path"],
        _ => &[],
    };
    check_members("HostStorage", storage, members)
}

const DEFAULTS: Defaults = &[
    ("backup", "false"),
    ("block_size", "512"),
    ("critical_space_action_blocker", "5"),
    ("discard_after_delete", "false"),
    ("external_status", OK),
    ("supports_discard", "false"),
    ("supports_discard_zeroes_data", "false"),
    ("warning_low_space_indicator", "10"),
    ("wipe_after_delete", "false"),
];

/// Size of the storage of a new domain, in bytes.
const SIZE: i64 = 1 << 40;

fn check_add(world: &mut World, _: &Command<'_>, domain: &mut Node) -> Result<(), Fault> {
    let storage = domain.child("storage");
    let location = |node: Option<&Node>| {
        let text = |path: &str| {
            node.and_then(|node| node.get(path))
                .unwrap_or_default()
                .to_owned()
        };
        (text("type"), text("address"), text("path"))
    };
    let own = location(storage);
    let is_file = matches!(own.0.as_str(), "nfs" | "posixfs" | "glusterfs" | "localfs");
    let mut others = world.store.list(STORAGE_DOMAINS).iter();
    if is_file && others.any(|other| location(other.child("storage")) == own) {
        return Err(Fault::cannot(
            "add",
            TITLE,
            "Storage connection already exists.",
        ));
    }
    // The host only formats the storage, and is not stored.
    domain.remove("host");
    domain.remove("data_center");
    iscsi::group_units(world, domain);
    for (tag, text) in [
        ("available", SIZE.to_string()),
        ("used", "0".to_owned()),
        ("committed", "0".to_owned()),
        ("storage_format", "v5".to_owned()),
    ] {
        domain.set_default(tag, text);
    }
    STORAGE_DOMAIN.complete(domain);
    domain.set("master", "false");
    domain.set("status", UNATTACHED);
    domain.remove("import");
    Ok(())
}

/// Adds the disk profile and the storage connection of a new domain.
pub(crate) fn added(world: &mut World, domain: &ObjectRef) {
    let profile = Node::new("disk_profile")
        .with_text("name", domain.name(world))
        .with(Node::reference("storage_domain", domain.id()));
    world.store.add(DISK_PROFILES, profile);
    let storage = domain.get(world).and_then(|domain| domain.child("storage"));
    let Some(storage) = storage.filter(|storage| storage.get("path").is_some()) else {
        return;
    };
    let mut connection = Node::new("storage_connection");
    for tag in [
        "address",
        "path",
        "type",
        "vfs_type",
        "mount_options",
        "nfs_version",
    ] {
        connection.children.extend(storage.child(tag).cloned());
    }
    let connection = world.store.add(STORAGE_CONNECTIONS, connection);
    world.store.add(
        &domain.below(STORAGE_CONNECTIONS),
        Node::reference("storage_connection", connection.id()),
    );
}

/// Checks the attachment of a domain to a data center. The first data domain becomes the master.
fn check_attach(world: &mut World, command: &Command<'_>, domain: &mut Node) -> Result<(), Fault> {
    let id = domain.id().to_owned();
    if center_of(world, &id).is_some() {
        return Err(Fault::cannot(
            "attach",
            TITLE,
            "Storage Domain is already attached to a Data Center.",
        ));
    }
    let kind = ObjectRef::storage_domain(&id)
        .text(world, "type")
        .unwrap_or("data")
        .to_owned();
    if kind == "image" {
        let why = "The Storage Domain type is Image.";
        return Err(Fault::cannot("attach", TITLE, why));
    }
    let others = world.store.list(command.collection).iter();
    let others: Vec<_> = others
        .map(|other| ObjectRef::storage_domain(other.id()))
        .collect();
    if kind != "data" {
        if others.is_empty() {
            return Err(Fault::conflict(
                "Cannot attach Storage Domain.\n-Please attach Data Domain to the Data Center first.",
            ));
        }
        if others.iter().any(|other| other.has(world, "type", &kind)) {
            let type_name = if kind == "iso" {
                "ISO"
            } else {
                "Import/Export"
            };
            return Err(Fault::conflict(format!(
                "Cannot attach more than one {type_name} Storage Domain to the same Data Center. If you want to use a newly created Domain, detach the existing attached Domain and attach the new one."
            )));
        }
    }
    let is_first = kind == "data" && others.is_empty();
    *domain = Node::reference("storage_domain", &id)
        .with_text("master", is_first.to_string())
        .with_text("status", LOCKED);
    Ok(())
}

/// Activates an attached domain. A master domain brings its data center up.
fn attached(world: &mut World, command: &Command<'_>, id: &str) {
    let center = command.owner();
    let attached = ObjectRef::new(command.stored_in, id);
    let domain = ObjectRef::storage_domain(id);
    domain.change(world, |domain| {
        // At the top level, only unattached domains have a status.
        domain.remove("status");
        *domain.child_mut("data_centers") =
            Node::new("data_centers").with(Node::reference("data_center", center.id()));
    });
    attached.plan_statuses(world, "status", &[ACTIVE]);
    if attached.has(world, "master", "true") {
        domain.change(world, |domain| domain.set("master", "true"));
        center.plan_statuses(world, "status", &[UP]);
    }
}

/// Detaches a domain from its data center. Fails unless it is in maintenance and unused.
fn check_detach(world: &mut World, _: &Command<'_>, domain: &ObjectRef) -> Result<(), Fault> {
    if !domain.has(world, "status", MAINTENANCE) {
        let why = "The Storage Domain must be in Maintenance mode.";
        return Err(Fault::cannot("detach", TITLE, why));
    }
    if domain.has(world, "master", "true") {
        return Err(Fault::conflict(
            "Cannot remove the master Storage Domain from the Data Center without another active Storage Domain to take its place.\n-Either activate another Storage Domain in the Data Center, or remove the Data Center.",
        ));
    }
    check_unused(world, "detach", domain.id())?;
    import::unregister_vms(world, domain.id(), &disks_on(world, domain.id()));
    detach(world, domain.id());
    Ok(())
}

/// Sets a domain to unattached. Removes its disks, unless they are on another domain as well.
pub(crate) fn detach(world: &mut World, id: &str) {
    for disk in disks_on(world, id) {
        let is_on_other_domain = disk
            .get(world)
            .and_then(|disk| disk.child("storage_domains"))
            .is_some_and(|list| list.children.len() > 1);
        if is_on_other_domain {
            disk.change(world, |disk| {
                let list = disk.child_mut("storage_domains");
                list.children.retain(|domain| domain.id() != id);
            });
        } else {
            dependencies::remove(world, &disk);
        }
    }
    ObjectRef::storage_domain(id).change(world, |domain| {
        domain.remove("data_centers");
        domain.set("status", UNATTACHED);
        domain.set("master", "false");
    });
}

/// Returns the disks on a domain.
fn disks_on(world: &World, id: &str) -> Vec<ObjectRef> {
    world.handles_with(DISKS, |disk| refers_to(disk, "storage_domains", id))
}

/// Whether a task has locked a disk on a domain.
fn has_locked_disk(world: &World, id: &str) -> bool {
    let mut disks = disks_on(world, id).into_iter();
    disks.any(|disk| disk.has(world, "status", LOCKED))
}

/// Fails if a running VM or a task uses a domain.
fn check_unused(world: &World, verb: &str, id: &str) -> Result<(), Fault> {
    let disks = disks_on(world, id);
    let running = world.handles_with(VMS, |vm| vm.get("status").is_some_and(is_running));
    let is_used = running.iter().any(|vm| {
        let mut attachments = disks
            .iter()
            .map(|disk| vm.item(DISK_ATTACHMENTS, disk.id()));
        attachments.any(|one| one.exists(world) && !one.has(world, "active", "false"))
    });
    if is_used {
        return Err(Fault::cannot(
            verb,
            TITLE,
            "VMs in a state other than \"Down\" were detected.\n-Please ensure all VMs associated with this Storage Domain are stopped and in the Down state first.",
        ));
    }
    if has_locked_disk(world, id) {
        return Err(Fault::conflict(format!(
            "Cannot {verb} {TITLE} while there are running tasks on this {TITLE}.\n-Please wait until tasks will finish and try again."
        )));
    }
    Ok(())
}

/// Checks the removal of a domain, and removes its connections.
fn prepare_removal(
    world: &mut World,
    command: &Command<'_>,
    domain: &ObjectRef,
) -> Result<(), Fault> {
    check_remove(world, command, domain)?;
    storage_connection::remove_with(world, domain);
    Ok(())
}

fn check_remove(world: &mut World, command: &Command<'_>, domain: &ObjectRef) -> Result<(), Fault> {
    let id = domain.id();
    let destroy = command.flag("destroy") == Some(true);
    let host = command.parameters.get("host").unwrap_or_default();
    if !destroy && host.is_empty() {
        return Err(Fault::new(400, "host parameter is missing", ""));
    }
    if let Some(attached) = attachment_of(world, id) {
        let in_maintenance = attached.has(world, "status", MAINTENANCE);
        let is_master = attached.has(world, "master", "true");
        if !destroy || !in_maintenance || is_master {
            return Err(Fault::cannot(
                "remove",
                TITLE,
                "The Storage Domain is attached to a Data Center.",
            ));
        }
        check_unused(world, "destroy", id)?;
        detach(world, id);
        attached.remove(world);
        return Ok(());
    }
    if destroy {
        return Ok(());
    }
    let found = ObjectRef::host(host)
        .get(world)
        .or_else(|| world.find_by_name(HOSTS, host));
    match found {
        None => Err((HOST.referred.unnamed)(HOST.name, host)),
        Some(found) if found.get("status") != Some(UP) => Err(Fault::cannot(
            "remove",
            TITLE,
            "There is no active Host in the Data Center.",
        )),
        Some(_) => Ok(()),
    }
}

fn update(
    world: &mut World,
    _: &Command<'_>,
    domain: &ObjectRef,
    changes: &Node,
) -> Result<(), Fault> {
    const CHANGEABLE: &[&str] = &[
        "name",
        "description",
        "comment",
        "wipe_after_delete",
        "discard_after_delete",
        "backup",
        "warning_low_space_indicator",
        "critical_space_action_blocker",
    ];
    let mut changes = changes.clone();
    changes
        .children
        .retain(|change| CHANGEABLE.contains(&change.tag.as_str()));
    ObjectRef::storage_domain(domain.id()).change(world, |domain| domain.merge(&changes));
    Ok(())
}

fn is_attached(
    world: &mut World,
    _: &Command<'_>,
    domain: &ObjectRef,
    _: &Node,
) -> Result<Vec<Node>, Fault> {
    let attached = center_of(world, domain.id()).is_some();
    Ok(vec![Node::leaf("is_attached", attached.to_string())])
}

fn activate(
    world: &mut World,
    command: &Command<'_>,
    domain: &ObjectRef,
    _: &Node,
) -> Result<Vec<Node>, Fault> {
    domain.change(world, |domain| domain.set("status", ACTIVATING));
    domain.plan_statuses(world, "status", &[ACTIVE]);
    if domain.has(world, "master", "true") {
        command.owner().plan_statuses(world, "status", &[UP]);
    }
    Ok(Vec::new())
}

/// Deactivates a domain. A master hands its role over to another active data domain, if any.
fn deactivate(
    world: &mut World,
    command: &Command<'_>,
    domain: &ObjectRef,
    _: &Node,
) -> Result<Vec<Node>, Fault> {
    check_unused(world, "deactivate", domain.id())?;
    if domain.has(world, "master", "true") {
        hand_over(world, command, domain)?;
    }
    domain.change(world, |domain| {
        domain.set("status", PREPARING_FOR_MAINTENANCE)
    });
    domain.plan_statuses(world, "status", &[MAINTENANCE]);
    Ok(Vec::new())
}

/// Makes another domain the master of a data center. Both are locked meanwhile.
pub(super) fn set_master(
    world: &mut World,
    _: &Command<'_>,
    center: &ObjectRef,
    document: &Node,
) -> Result<Vec<Node>, Fault> {
    const TITLE: &str = "Master Storage Domain";
    let id = document.child("storage_domain").map_or("", Node::id);
    let new = center.item(STORAGE_DOMAINS, id);
    if id.is_empty() {
        let paths = ["storageDomain.id|name".to_owned()];
        return Err(Fault::incomplete("Action", &paths, "setMaster"));
    }
    if new.has(world, "master", "true") {
        let why = "The selected Storage Domain is already the master.";
        return Err(Fault::cannot("switch", TITLE, why));
    }
    if !new.exists(world) {
        let why = "The Storage Domain is not attached to the Data Center.";
        return Err(Fault::cannot("switch", TITLE, why));
    }
    check_active(world, id, "switch", TITLE)?;
    if !ObjectRef::storage_domain(id).has(world, "type", "data") {
        let why = "This action is supported only for Data Domains.";
        return Err(Fault::cannot("switch", TITLE, why));
    }
    let mut all = world.store.list(new.collection()).iter();
    let old = all.find(|domain| domain.get("master") == Some("true"));
    let old = old.map(|domain| new.sibling(domain.id()));
    for domain in old.iter().chain([&new]) {
        check_unlocked(world, domain.id())?;
        domain.change(world, |domain| domain.set("status", LOCKED));
        domain.plan_statuses(world, "status", &[ACTIVE]);
    }
    world.after(1, move |world| {
        if let Some(old) = old {
            hand_master(world, &old, &new);
        }
    });
    Ok(Vec::new())
}

/// Fails while a disk on a domain is locked by a task.
fn check_unlocked(world: &World, id: &str) -> Result<(), Fault> {
    if has_locked_disk(world, id) {
        return Err(Fault::cannot(
            "switch",
            "Master Storage Domain",
            "The Data Center has running tasks. Please try again once they have ended.",
        ));
    }
    Ok(())
}

/// Hands the role of the master over.
fn hand_master(world: &mut World, old: &ObjectRef, new: &ObjectRef) {
    for (domain, is_master) in [(old, "false"), (new, "true")] {
        for place in [domain, &ObjectRef::storage_domain(domain.id())] {
            place.change(world, |domain| domain.set("master", is_master));
        }
    }
}

/// Hands the role of the master over to another domain; without any, the data center goes down.
fn hand_over(world: &mut World, command: &Command<'_>, domain: &ObjectRef) -> Result<(), Fault> {
    let mut active = world.handles_with(domain.collection(), |other| {
        other.get("status") == Some(ACTIVE)
    });
    active.retain(|other| other != domain);
    let is_data =
        |other: &&ObjectRef| ObjectRef::storage_domain(other.id()).has(world, "type", "data");
    match active.iter().find(is_data) {
        Some(successor) => {
            hand_master(world, domain, successor);
            Ok(())
        }
        None if !active.is_empty() => Err(Fault::conflict(
            "Cannot deactivate a Master Storage Domain while there are ISO/Export active domains in the Data Center.\n-Please deactivate all ISO/Export domains first.",
        )),
        None => {
            let center = command.owner();
            center.change(world, |center| center.set("status", MAINTENANCE));
            Ok(())
        }
    }
}
