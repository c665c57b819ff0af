//! Users, groups, roles and permissions.

use crate::access;
use crate::fault::Fault;
use crate::inventory::levels;
use crate::node::{Node, refers_to};
use crate::world::World;

/// Id of the role with all permits.
const SUPER_USER: &str = "00000000-0000-0000-0000-000000000001";

/// Members of a permission that refer to its object.
const OBJECT_MEMBERS: &[&str] = &[
    "cluster",
    "data_center",
    "disk",
    "host",
    "storage_domain",
    "template",
    "vm",
    "vm_pool",
];

pub(crate) fn check_add_user(world: &World, user: &mut Node) -> Result<(), Fault> {
    let name = user.get("user_name").unwrap_or_default().to_owned();
    let mut others = world.store.list("users").iter();
    if others.any(|other| other.get("user_name") == Some(&name)) {
        return Err(Fault::cannot(
            "add",
            "User",
            "The user is already in the system.",
        ));
    }
    access::complete_user(world, user);
    user.remove("password");
    Ok(())
}

pub(crate) fn check_remove_user(world: &World, id: &str) -> Result<(), Fault> {
    // The first user is the internal administrator.
    if world
        .store
        .list("users")
        .first()
        .is_some_and(|first| first.id() == id)
    {
        return Err(Fault::conflict(
            "Cannot remove internal admin user or its permissions.",
        ));
    }
    Ok(())
}

/// Checks that a permission has one user or group, at most one object, and is no duplicate.
pub(crate) fn check_add_permission(
    world: &World,
    collection: &str,
    permission: &mut Node,
) -> Result<(), Fault> {
    let holders = ["user", "group"]
        .into_iter()
        .filter(|tag| permission.child(tag).is_some());
    if holders.count() != 1 {
        return Err(Fault::conflict(
            "Cannot add permission, no user/group ID or ID's mismatch",
        ));
    }
    let objects: Vec<&str> = OBJECT_MEMBERS
        .iter()
        .copied()
        .filter(|tag| permission.child(tag).is_some())
        .collect();
    if objects.len() > 1 {
        return Err(Fault::conflict(
            "Cannot add permission, invalid object ID or type",
        ));
    }
    let vm = permission.child("vm").map_or("", Node::id);
    if !world.target("vms", vm, "vm_pool").is_empty() {
        return Err(Fault::conflict(
            "Cannot add permission, VM is part of VM-Pool, permission should be given on VM-Pool instead",
        ));
    }
    let is_same = |other: &Node| {
        ["role", "user", "group"]
            .iter()
            .chain(OBJECT_MEMBERS)
            .all(|tag| other.child(tag).map(Node::id) == permission.child(tag).map(Node::id))
    };
    if world.store.list(collection).iter().any(is_same) {
        return Err(Fault::cannot(
            "add",
            "Permission",
            "The permission is there already.",
        ));
    }
    Ok(())
}

/// Fails if no super user would be left.
pub(crate) fn check_remove_permission(world: &World, id: &str) -> Result<(), Fault> {
    let is_super = |permission: &&Node| {
        refers_to(permission, "role", SUPER_USER)
            && OBJECT_MEMBERS
                .iter()
                .all(|tag| permission.child(tag).is_none())
    };
    let supers: Vec<&str> = world
        .store
        .list("permissions")
        .iter()
        .filter(is_super)
        .map(Node::id)
        .collect();
    if supers == [id] {
        return Err(Fault::cannot(
            "remove",
            "Permission",
            "The system must have at least one Super User Role defined.",
        ));
    }
    Ok(())
}

pub(crate) fn check_add_role(role: &mut Node) {
    role.set_default("administrative", "false");
    role.set("mutable", "true");
}

/// Moves the permits of a new role to their own collection.
pub(crate) fn role_added(world: &mut World, id: &str) {
    let permits = world
        .store
        .get("roles", id)
        .and_then(|role| role.child("permits"));
    let permits = permits
        .map(|list| list.children.clone())
        .unwrap_or_default();
    for mut permit in permits {
        levels::complete_permit(&mut permit);
        permit.set_reference("role", id);
        world.store.add(&format!("roles/{id}/permits"), permit);
    }
    world.change("roles", id, |role| role.remove("permits"));
}

pub(crate) fn check_change_role(world: &World, verb: &str, id: &str) -> Result<(), Fault> {
    if world.text("roles", id, "mutable") == Some("false") {
        return Err(Fault::cannot(verb, "Role", "The Role is Read-Only."));
    }
    Ok(())
}
