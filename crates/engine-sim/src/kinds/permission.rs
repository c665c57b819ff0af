//! Permissions: roles of users and groups on objects.

use crate::fault::Fault;
use crate::kind::{
    Add, Address, AddressRule, Addressing, Command, KEPT, Kind, Place, Remove, Source, Visible,
};
use crate::node::{Node, refers_to};
use crate::object::{ObjectRef, PERMISSIONS};
use crate::world::World;

pub(super) static PERMISSION: Kind = Kind {
    name: "permission",
    source,
    address: Addressing {
        rule: AddressRule::By(address),
        ..KEPT.address
    },
    title: "Permission",
    visible: Visible::Holder,
    add: Add {
        owners: &[
            "cluster",
            "data_center",
            "disk",
            "host",
            "storage_domain",
            "template",
            "vm",
            "vm_pool",
        ],
        event: 850,
        existing,
        check: check_add,
        permit: "manipulate_permissions",
        ..KEPT.add
    },
    remove: Remove {
        event: 852,
        check: check_remove,
        permit: "manipulate_permissions",
        ..KEPT.remove
    },
    ..KEPT
};

/// Id of the role with all permits.
const SUPER_USER: &str = "00000000-0000-0000-0000-000000000001";

/// Returns the reference of a permission to its object; `None` if it is on the system.
pub(crate) fn object_of(permission: &Node) -> Option<&Node> {
    objects_of(permission).next()
}

fn objects_of(permission: &Node) -> impl Iterator<Item = &Node> {
    let others = permission.children.iter();
    let others = others.filter(|child| !matches!(child.tag.as_str(), "role" | "user" | "group"));
    others.filter(|child| !child.id().is_empty())
}

/// Permissions of groups are addressed below the group, others below their object.
fn address(world: &World, permission: &Node, _: &[&str]) -> Address {
    let holder = permission.child("group").or(object_of(permission));
    let home = holder.and_then(|holder| Some((world.schema.home(&holder.tag)?, holder)));
    match home {
        Some((home, holder)) => {
            let (holder, id) = (holder.id(), permission.id());
            Address::Other(format!("{home}/{holder}/permissions/{id}"))
        }
        None => Address::None,
    }
}

/// Returns the source of the permissions on an object, or of a user or group.
fn source(world: &World, place: &Place<'_>) -> Option<Source> {
    let member = place.parent_type;
    let mut own = place.filtered([member]);
    if matches!(member, "user" | "group") {
        if let Source::Filtered { everywhere, .. } = &mut own {
            *everywhere = true;
        }
        return Some(own);
    }
    // Permissions on some types have no member for the object.
    let structure = world.schema.model.structure(PERMISSION.name);
    let has_member = structure.is_some_and(|own| world.schema.member(own, member).is_some());
    let own = if has_member { own } else { place.own() };
    Some(Source::Permissions(Box::new(own)))
}

/// Checks that a permission has one user or group, and at most one object.
fn check_add(world: &mut World, _: &Command<'_>, permission: &mut Node) -> Result<(), Fault> {
    let holders = ["user", "group"]
        .into_iter()
        .filter(|tag| permission.child(tag).is_some());
    if holders.count() != 1 {
        return Err(Fault::invalid(
            "Cannot add permission, no user/group ID or ID's mismatch",
        ));
    }
    if objects_of(permission).count() > 1 {
        return Err(Fault::conflict(
            "Cannot add permission, invalid object ID or type",
        ));
    }
    let vm = permission.child("vm").map_or("", Node::id);
    if !ObjectRef::vm(vm).target(world, "vm_pool").is_empty() {
        return Err(Fault::conflict(
            "Cannot add permission, VM is part of VM-Pool, permission should be given on VM-Pool instead",
        ));
    }
    Ok(())
}

/// Returns the permission with the same role, user or group, and object.
fn existing(world: &World, command: &Command<'_>, permission: &Node) -> Option<String> {
    let object = |permission: &Node| object_of(permission).map(|object| object.id().to_owned());
    let is_same = |other: &&Node| {
        ["role", "user", "group"]
            .iter()
            .all(|tag| other.child(tag).map(Node::id) == permission.child(tag).map(Node::id))
            && object(other) == object(permission)
    };
    let found = world.store.list(command.stored_in).iter().find(is_same);
    found.map(|found| found.id().to_owned())
}

/// Fails if no super user would be left.
fn check_remove(world: &mut World, _: &Command<'_>, permission: &ObjectRef) -> Result<(), Fault> {
    let is_super = |permission: &&Node| {
        refers_to(permission, "role", SUPER_USER) && object_of(permission).is_none()
    };
    let supers: Vec<&str> = world
        .store
        .list(PERMISSIONS)
        .iter()
        .filter(is_super)
        .map(Node::id)
        .collect();
    if supers == [permission.id()] {
        return Err(Fault::cannot(
            "remove",
            "Permission",
            "The system must have at least one Super User Role defined.",
        ));
    }
    Ok(())
}
