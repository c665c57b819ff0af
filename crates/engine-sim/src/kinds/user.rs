//! Users of the engine.

use crate::access::{self, Visible};
use crate::fault::Fault;
use crate::kind::{Add, Command, KEPT, Kind, Remove};
use crate::node::Node;
use crate::object::{ObjectRef, USERS};
use crate::world::World;

pub(super) static USER: Kind = Kind {
    name: "user",
    permits_below: &[
        ("permissions", "manipulate_permissions"),
        ("tags", "tag_management"),
    ],
    title: "User",
    visible: Visible::Oneself,
    // The password is write-only: never part of a response.
    set_by_engine: &["password"],
    add: Add {
        event: 149,
        check: check_add,
        permit: "manipulate_users",
        ..KEPT.add
    },
    remove: Remove {
        event: 148,
        check: check_remove,
        permit: "manipulate_users",
        ..KEPT.remove
    },
    ..KEPT
};

fn check_add(world: &mut World, _: &Command<'_>, user: &mut Node) -> Result<(), Fault> {
    let name = user.get("user_name").unwrap_or_default().to_owned();
    let mut others = world.store.list(USERS).iter();
    if others.any(|other| other.get("user_name") == Some(&name)) {
        return Err(Fault::cannot(
            "add",
            "User",
            "The user is already in the system.",
        ));
    }
    access::complete_user(world, user);
    Ok(())
}

fn check_remove(world: &mut World, _: &Command<'_>, user: &ObjectRef) -> Result<(), Fault> {
    // The first user is the internal administrator.
    if world
        .store
        .list(USERS)
        .first()
        .is_some_and(|first| first.id() == user.id())
    {
        return Err(Fault::conflict(
            "Cannot remove internal admin user or its permissions.",
        ));
    }
    Ok(())
}
