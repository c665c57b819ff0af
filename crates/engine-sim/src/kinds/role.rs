//! Roles, and the permits that they consist of.

use super::permission::object_of;
use crate::caller::EVERYONE;
use crate::dependencies::names_of_users;
use crate::fault::Fault;
use crate::inventory::levels::complete_permit;
use crate::kind::{
    Add, AddressRule, Addressing, Command, KEPT, Kind, Referred, Remove, Unchecked, UniqueName,
    Update, merge,
};
use crate::node::{Node, refers_to};
use crate::object::{ObjectRef, PERMISSIONS, PERMITS, ROLES};
use crate::world::World;

const TITLE: &str = "Role";
const UNKNOWN: &str = "Cannot add permission, invalid Role id";

pub(super) static ROLE: Kind = Kind {
    name: "role",
    source: |_, place| Some(place.view(held)),
    unchecked: Unchecked::Everything,
    referred: Referred {
        unknown: |_| Fault::invalid(UNKNOWN),
        unnamed: |_, _| Fault::invalid(UNKNOWN),
        ..KEPT.referred
    },
    address: Addressing {
        rule: AddressRule::Below {
            member: "user",
            segment: ROLES,
            except: "",
        },
        ..KEPT.address
    },
    permits_below: &[
        (PERMISSIONS, "manipulate_permissions"),
        (PERMITS, "manipulate_roles"),
    ],
    title: TITLE,
    unique_name: UniqueName::Yes,
    set_by_engine: &["mutable"],
    set_once: &["permits"],
    defaults: &[&[("administrative", "false"), ("mutable", "true")]],
    add: Add {
        check: |_, _, role| {
            ROLE.complete(role);
            Ok(())
        },
        done: added,
        permit: "manipulate_roles",
        ..KEPT.add
    },
    update: Update {
        apply: |world, command, role, changes| {
            check_mutable(world, "edit", role)?;
            merge(world, command, role, changes)
        },
        permit: "manipulate_roles",
        ..KEPT.update
    },
    remove: Remove {
        check: check_remove,
        permit: "manipulate_roles",
        ..KEPT.remove
    },
    ..KEPT
};

/// Returns the roles on the whole system of a user or group. Users have those of everyone.
fn held(world: &World, path: &str) -> Option<Vec<Node>> {
    let (holder, _) = path.rsplit_once('/')?;
    let holder = ObjectRef::at(holder);
    let mut roles: Vec<Node> = Vec::new();
    for permission in world.store.list(PERMISSIONS) {
        let held = refers_to(permission, "user", holder.id())
            || refers_to(permission, "group", holder.id())
            || refers_to(permission, "group", EVERYONE);
        let role = permission.child("role").map_or("", Node::id);
        let is_known = roles.iter().any(|own| own.id() == role);
        if object_of(permission).is_none() && held && !is_known {
            let role = Node::reference(ROLE.name, role)
                .with_text("name", ObjectRef::new(ROLES, role).name(world))
                .with(Node::reference("user", holder.id()));
            roles.push(role);
        }
    }
    Some(roles)
}

/// The role for administrators that permits nothing.
pub(crate) const READ_ONLY: &str = "ReadOnlyAdmin";

/// Roles that permit the use of one object without showing the objects below it.
pub(crate) const OBJECT_ONLY: &[&str] = &[
    "CpuProfileOperator",
    "DiskCreator",
    "DiskProfileUser",
    "MacPoolUser",
    "QuotaConsumer",
    "TemplateCreator",
    "UserProfileEditor",
    "UserTemplateBasedVm",
    "VmCreator",
    "VnicProfileUser",
];

/// Moves the permits of a new role to their own collection.
fn added(world: &mut World, _: &Command<'_>, object: &ObjectRef) {
    let permits = object.get(world).and_then(|role| role.child("permits"));
    let permits = permits
        .map(|list| list.children.clone())
        .unwrap_or_default();
    for mut permit in permits {
        complete_permit(&mut permit);
        permit.set_reference("role", object.id());
        world.store.add(&object.below(PERMITS), permit);
    }
    object.change(world, |role| role.remove("permits"));
}

pub(super) fn check_mutable(world: &World, verb: &str, role: &ObjectRef) -> Result<(), Fault> {
    if role.has(world, "mutable", "false") {
        return Err(Fault::cannot(verb, TITLE, "The Role is Read-Only."));
    }
    Ok(())
}

fn check_remove(world: &mut World, _: &Command<'_>, role: &ObjectRef) -> Result<(), Fault> {
    check_mutable(world, "remove", role)?;
    if names_of_users(world, PERMISSIONS, "role", role.id()).is_empty() {
        return Ok(());
    }
    Err(Fault::conflict(
        "One or more Permissions is still associated with Role.\n - Please remove all Permissions first.",
    ))
}
