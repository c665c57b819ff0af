//! Storage connections: where the storage of domains is. Added with a domain, or on their own.

use crate::fault::Fault;
use crate::kind::{
    Add, AddressRule, Addressing, Assign, Command, KEPT, Kind, Remove, Update, check_members, merge,
};
use crate::node::Node;
use crate::object::{ObjectRef, STORAGE_CONNECTIONS, STORAGE_DOMAINS};
use crate::world::World;

const TITLE: &str = "Storage Connection";

pub(super) static STORAGE_CONNECTION: Kind = Kind {
    name: "storage_connection",
    address: Addressing {
        rule: AddressRule::TopLevel(STORAGE_DOMAINS),
        ..KEPT.address
    },
    title: TITLE,
    job: true,
    add: Add {
        required: check_required,
        check: |world, _, connection| check_location(world, "add", "", connection),
        permit: "create_storage_domain",
        ..KEPT.add
    },
    assign: Assign {
        taken: |_| {
            let why = "Storage connection is already attached to the specified domain.";
            Some(Fault::cannot("attach", TITLE, why))
        },
        ..KEPT.assign
    },
    update: Update {
        apply: |world, command, connection, changes| {
            let mut changed = connection.get(world).cloned().unwrap_or_default();
            changed.merge(changes);
            check_location(world, "edit", connection.id(), &changed)?;
            merge(world, command, connection, changes)
        },
        ..KEPT.update
    },
    remove: Remove {
        check: check_remove,
        ..KEPT.remove
    },
    ..KEPT
};

/// Checks the mandatory members, which depend on the type of storage.
fn check_required(connection: &Node) -> Result<(), Fault> {
    let members: &[&str] = match connection.get("type").unwrap_or_default() {
        "" => &["type"],
        "iscsi" => &["address", "target", "port"],
        "glusterfs" | "posixfs" => &["path", "vfs_type"],
        "nfs" => &["address", "path"],
        "localfs" => &["path"],
        _ => &[],
    };
    check_members("StorageConnection", connection, members)
}

/// Members that tell connections apart: those of files, and those of iSCSI targets.
const LOCATION: &[&str] = &["type", "address", "path", "port", "target"];

/// Fails if another connection leads to the same storage.
fn check_location(world: &World, verb: &str, id: &str, connection: &Node) -> Result<(), Fault> {
    let is_same = |other: &&Node| {
        other.id() != id
            && LOCATION
                .iter()
                .all(|member| other.get(member) == connection.get(member))
    };
    match world.store.list(STORAGE_CONNECTIONS).iter().find(is_same) {
        None => Ok(()),
        Some(other) => {
            let domains = names_of_domains(world, other.id()).join(", ");
            let id = other.id();
            let why = format!("Storage connection {id} already exists for {domains}.");
            Err(Fault::cannot(verb, TITLE, why))
        }
    }
}

/// Returns the names of the domains that have a connection.
fn names_of_domains(world: &World, connection: &str) -> Vec<String> {
    let domains = domains(world, connection);
    domains.iter().map(|domain| domain.name(world)).collect()
}

fn domains(world: &World, connection: &str) -> Vec<ObjectRef> {
    let mut domains = world.handles(STORAGE_DOMAINS);
    domains.retain(|domain| domain.item(STORAGE_CONNECTIONS, connection).exists(world));
    domains
}

/// Removes the connections of a domain that goes, unless other domains have them too.
pub(super) fn remove_with(world: &mut World, domain: &ObjectRef) {
    for connection in world.handles(&domain.below(STORAGE_CONNECTIONS)) {
        if domains(world, connection.id()) == [domain.clone()] {
            ObjectRef::new(STORAGE_CONNECTIONS, connection.id()).remove(world);
        }
    }
}

fn check_remove(world: &mut World, _: &Command<'_>, connection: &ObjectRef) -> Result<(), Fault> {
    let domains = names_of_domains(world, connection.id());
    if domains.is_empty() {
        return Ok(());
    }
    let why = format!(
        "Storage connection parameters are used by the following storage domains : {}.",
        domains.join(",")
    );
    Err(Fault::cannot("remove", TITLE, why))
}
