//! References between objects: who refers to an object, cascades, dangling references. The cascades
//! are no rows of tables, because the tables import this file.

use crate::node::{Node, refers_to};
use crate::object::{
    BACKUPS, CPU_PROFILES, DISK_ATTACHMENTS, DISK_PROFILES, DISKS, EVENTS, NETWORKS, ObjectRef,
    PERMISSIONS, VMS, VNIC_PROFILES, ZERO_ID,
};
use crate::world::World;

/// Objects removed together with the object that a member refers to: collection, member.
const CASCADES: &[(&str, &str)] = &[
    (CPU_PROFILES, "cluster"),
    (DISK_PROFILES, "storage_domain"),
    (NETWORKS, "data_center"),
    (VNIC_PROFILES, "network"),
];

/// Returns the names of the objects of a collection whose member refers to an object.
pub(crate) fn names_of_users(
    world: &World,
    collection: &str,
    member: &str,
    id: &str,
) -> Vec<String> {
    let objects = world.store.list(collection).iter();
    objects
        .filter(|object| refers_to(object, member, id))
        .map(|object| object.get("name").unwrap_or(object.id()).to_owned())
        .collect()
}

/// Removes an object, its dependents, and all references to it.
pub(crate) fn remove(world: &mut World, object: &ObjectRef) {
    object.remove(world);
    remove_references(world, object);
}

/// Removes the dependents of a removed object, and all references to it.
pub(crate) fn remove_references(world: &mut World, object: &ObjectRef) {
    // Short ids and the zero id are not unique, so they identify no reference.
    if object.id().len() < 36 || object.id() == ZERO_ID {
        return;
    }
    let mut removed = vec![object.clone()];
    while let Some(removed_one) = removed.pop() {
        let id = removed_one.id();
        for object in references_to(world, &removed_one) {
            let path = object.collection();
            // A permission ends with its role, its holder and its object.
            let is_dependent = path.rsplit('/').next() == Some(PERMISSIONS)
                || CASCADES.iter().any(|(own, member)| {
                    let object = object.get(world).filter(|_| *own == path);
                    object.is_some_and(|object| refers_to(object, member, id))
                });
            if is_dependent {
                object.remove(world);
                removed.push(object);
            } else if object.id() == id && !is_copy(path) {
                object.remove(world);
            } else {
                let is_event = path.ends_with(EVENTS);
                object.change(world, |object| remove_reference(object, id, is_event));
            }
        }
    }
}

/// Whether objects of a collection are copies on a storage domain, which have the identifiers of
/// VMs and templates.
fn is_copy(path: &str) -> bool {
    let rest = path.strip_prefix("storagedomains/");
    rest.is_some_and(|rest| {
        ["/vms", "/templates", "/unregistered"]
            .iter()
            .any(|end| rest.ends_with(end))
    })
}

/// Returns the objects that refer to an object.
fn references_to(world: &World, object: &ObjectRef) -> Vec<ObjectRef> {
    let mut found = Vec::new();
    let collections = world.store.all();
    for (path, objects) in collections.filter(|(path, _)| may_refer(path, object.collection())) {
        let each = objects
            .iter()
            .filter(|other| contains_id(other, object.id()));
        found.extend(each.map(|other| ObjectRef::new(path, other.id())));
    }
    found
}

/// Whether objects of the collection at `path` can refer to objects of `home`. Skips the many
/// collections below VMs where possible.
fn may_refer(path: &str, home: &str) -> bool {
    let last = path.rsplit('/').next().unwrap_or(path);
    let is_below_vm = path.starts_with("vms/");
    match home {
        VMS => path != VMS && !is_below_vm,
        DISKS => {
            path != VMS && (!is_below_vm || matches!(last, DISKS | DISK_ATTACHMENTS | BACKUPS))
        }
        PERMISSIONS => false,
        _ => true,
    }
}

fn contains_id(node: &Node, id: &str) -> bool {
    node.id() == id || node.children.iter().any(|child| contains_id(child, id))
}

/// Removes the references to an id from an object. Events keep the name of the removed object.
fn remove_reference(node: &mut Node, id: &str, is_event: bool) {
    node.children.retain_mut(|child| {
        if child.id() == id {
            child.attributes.clear();
            return is_event && !child.children.is_empty();
        }
        let had_children = !child.children.is_empty();
        remove_reference(child, id, is_event);
        // Drop a list that has lost its last item.
        !(had_children && child.children.is_empty() && child.attributes.is_empty())
    });
}
