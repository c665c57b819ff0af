//! What types do of their own beside what all collections and actions have in common: defaults,
//! conditions, states over time. A type without an entry here just keeps what it is given.

use crate::fault::Fault;
use crate::message::Parameters;
use crate::node::Node;
use crate::world::World;

mod disk;
mod host;
pub(crate) mod image_transfer;
pub(crate) mod snapshot;
mod storage_domain;
mod template;
pub(crate) mod vm;

/// A command to be carried out.
pub(crate) struct Command<'a> {
    /// The type that it is about.
    pub(crate) kind: &'a str,
    /// The collection as the request named it.
    pub(crate) collection: &'a str,
    pub(crate) parameters: &'a Parameters,
    pub(crate) correlation_id: &'a str,
}

/// Types whose names are unique, and how messages call them.
const UNIQUE: &[(&str, &str)] = &[
    ("bookmark", "Bookmark"),
    ("cluster", "Cluster"),
    ("data_center", "Data Center"),
    ("host", "Host"),
    ("mac_pool", "MAC Pool"),
    ("role", "Role"),
    ("storage_domain", "Storage Domain"),
    ("tag", "Tag"),
    ("template", "Template"),
    ("vm", "VM"),
    ("vm_pool", "VM Pool"),
];

/// Types with behaviour of their own, and their actions that do something.
const SIMULATED: &[(&str, &[&str])] = &[
    ("disk", &[]),
    ("disk_attachment", &[]),
    ("host", &["activate", "deactivate", "install", "upgrade"]),
    (
        "image_transfer",
        &["cancel", "extend", "finalize", "pause", "resume"],
    ),
    ("nic", &["activate", "deactivate"]),
    ("snapshot", &[]),
    ("storage_domain", &["activate", "deactivate", "is_attached"]),
    ("template", &[]),
    (
        "vm",
        &[
            "cancel_migration",
            "clone",
            "migrate",
            "reboot",
            "reset",
            "shutdown",
            "start",
            "stop",
            "suspend",
            "ticket",
        ],
    ),
];

/// Whether objects of a type are more than kept.
pub(crate) fn simulates(kind: &str) -> bool {
    SIMULATED.iter().any(|(own, _)| *own == kind)
}

/// Whether an action of a type does something.
pub(crate) fn simulates_action(kind: &str, action: &str) -> bool {
    SIMULATED
        .iter()
        .any(|(own, actions)| *own == kind && actions.contains(&action))
}

/// Whether objects of a type keep the identifier that they are added with.
pub(crate) fn keeps_id(kind: &str) -> bool {
    kind == "disk_attachment"
}

/// Checks a new object and gives it its defaults.
pub(crate) fn check_add(
    world: &mut World,
    command: &Command<'_>,
    collection: &str,
    object: &mut Node,
) -> Result<(), Fault> {
    if let Some((_, called)) = UNIQUE.iter().find(|(kind, _)| *kind == command.kind) {
        let name = object.get("name").unwrap_or_default();
        if world.find_by_name(collection, name).is_some() {
            return Err(Fault::conflict(format!(
                "Cannot add {called}. The name {name} is already in use."
            )));
        }
    }
    match command.kind {
        "disk" => disk::check_add(object),
        "disk_attachment" => disk::check_attach(world, command, object),
        "host" => host::check_add(world, object),
        "image_transfer" => image_transfer::check_add(world, object),
        "nic" => {
            vm::check_nic(world, object);
            Ok(())
        }
        "snapshot" => snapshot::check_add(world, command, object),
        "storage_domain" => storage_domain::check_add(world, object),
        "template" => template::check_add(world, object),
        "vm" => vm::check_add(world, object),
        "cluster" | "data_center" | "network" => {
            if command.kind == "data_center" {
                object.set_default("status", "uninitialized");
            }
            Ok(())
        }
        _ => Ok(()),
    }
}

/// An object has been added; whether work on it goes on.
pub(crate) fn added(world: &mut World, command: &Command<'_>, collection: &str, id: &str) -> bool {
    match command.kind {
        "disk" => disk::added(world, collection, id),
        "host" => host::added(world, collection, id),
        "image_transfer" => {
            image_transfer::added(world, id);
            false
        }
        "snapshot" => snapshot::added(world, collection, id),
        "template" => template::added(world, collection, id),
        "vm" => vm::added(world, collection, id),
        _ => false,
    }
}

/// Checks an object that lives elsewhere and is to be put into a collection.
pub(crate) fn check_assign(
    world: &mut World,
    command: &Command<'_>,
    object: &mut Node,
) -> Result<(), Fault> {
    match command.kind {
        "storage_domain" => storage_domain::check_attach(world, command, object),
        _ => Ok(()),
    }
}

/// An object that lives elsewhere has been put into a collection.
pub(crate) fn assigned(world: &mut World, command: &Command<'_>, id: &str) {
    if command.kind == "storage_domain" {
        storage_domain::attached(world, command, id);
    }
}

/// Changes an object.
pub(crate) fn update(
    world: &mut World,
    command: &Command<'_>,
    collection: &str,
    id: &str,
    changes: &Node,
) -> Result<(), Fault> {
    if let (Some((_, called)), Some(name)) = (
        UNIQUE.iter().find(|(kind, _)| *kind == command.kind),
        changes.get("name"),
    ) && world
        .find_by_name(collection, name)
        .is_some_and(|other| other.id() != id)
    {
        return Err(Fault::conflict(format!(
            "Cannot edit {called}. The name {name} is already in use."
        )));
    }
    if command.kind == "vm" {
        return vm::update(world, collection, id, changes);
    }
    world.change(collection, id, |object| object.merge(changes));
    Ok(())
}

/// Whether an object can be removed now.
pub(crate) fn check_remove(
    world: &mut World,
    command: &Command<'_>,
    collection: &str,
    id: &str,
    assigned: bool,
) -> Result<(), Fault> {
    match command.kind {
        "disk" => disk::check_remove(world, collection, id),
        "disk_attachment" => disk::detach(world, command, collection, id),
        "host" => host::check_remove(world, collection, id),
        "storage_domain" if assigned => storage_domain::check_detach(world, collection, id),
        "storage_domain" => storage_domain::check_remove(world, id),
        "template" => template::check_remove(world, id),
        "vm" => vm::check_remove(world, command, collection, id),
        _ => Ok(()),
    }
}

/// An object is gone: so is what only referred to it.
pub(crate) fn removed(world: &mut World, command: &Command<'_>, id: &str) {
    if command.kind == "disk" {
        disk::removed(world, id);
    }
}

/// Carries out an action; what comes of it beside its being done.
pub(crate) fn act(
    world: &mut World,
    command: &Command<'_>,
    collection: &str,
    id: &str,
    action: &str,
    document: &Node,
) -> Result<Vec<Node>, Fault> {
    match command.kind {
        "vm" => vm::act(world, collection, id, action, document),
        "host" => host::act(world, collection, id, action),
        "image_transfer" => image_transfer::act(world, id, action).map(|()| Vec::new()),
        "storage_domain" => storage_domain::act(world, command, collection, id, action),
        "disk_attachment" | "nic" => {
            if matches!(action, "activate" | "deactivate") {
                let on = (action == "activate").to_string();
                world.change(collection, id, |object| object.set("plugged", on));
            }
            Ok(Vec::new())
        }
        _ => Ok(Vec::new()),
    }
}
