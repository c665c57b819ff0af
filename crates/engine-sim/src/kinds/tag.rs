//! Tags: a hierarchy below the root tag, assigned to objects.

use crate::dependencies;
use crate::fault::Fault;
use crate::kind::{
    Add, Assign, Command, KEPT, Kind, Referred, Remove, UniqueName, Update, WITH_PARENT, merge,
};
use crate::node::{Node, refers_to};
use crate::object::{ObjectRef, TAGS, ZERO_ID};
use crate::world::World;

pub(super) static TAG: Kind = Kind {
    name: "tag",
    source: |_, place| Some(place.assigned()),
    // The engine refers to the parent of a tag without its type.
    referred: Referred {
        titled: false,
        ..KEPT.referred
    },
    address: WITH_PARENT,
    title: "Tag",
    present_below: &["description"],
    unique_name: UniqueName::Message("The specified Tag name already exists."),
    add: Add {
        event: 432,
        check: |world, _, tag| check_parent(world, "", tag),
        permit: "tag_management",
        ..KEPT.add
    },
    assign: Assign {
        event: 440,
        ..KEPT.assign
    },
    update: Update {
        apply: update,
        permit: "tag_management",
        ..KEPT.update
    },
    remove: Remove {
        event: 434,
        check: |_, _, tag| check_changeable(tag),
        done: |world, _, tag| remove_descendants(world, tag.id()),
        permit: "tag_management",
        ..KEPT.remove
    },
    ..KEPT
};

/// Checks the parent of a tag, which defaults to the root tag.
fn check_parent(world: &World, id: &str, tag: &mut Node) -> Result<(), Fault> {
    let parent = tag.child("parent");
    let parent = parent.map(|parent| parent.child("tag").unwrap_or(parent).id().to_owned());
    let Some(parent) = parent.filter(|parent| !parent.is_empty()) else {
        if id.is_empty() {
            tag.set_reference("parent", ZERO_ID);
        }
        return Ok(());
    };
    if !ObjectRef::new(TAGS, &parent).exists(world) {
        return Err(Fault::conflict("The specified Tag does not exist."));
    }
    let mut ancestor = parent.clone();
    // Loaded tags can be in a circle.
    for _ in world.store.list(TAGS) {
        if ancestor == id {
            return Err(Fault::conflict(
                "Operation canceled, recursive Tag hierarchy cannot be defined.",
            ));
        }
        ancestor = ObjectRef::new(TAGS, &ancestor).target(world, "parent");
    }
    tag.set_reference("parent", &parent);
    Ok(())
}

fn check_changeable(tag: &ObjectRef) -> Result<(), Fault> {
    if tag.id() == ZERO_ID {
        return Err(Fault::conflict("Cannot edit readonly tag"));
    }
    Ok(())
}

fn update(
    world: &mut World,
    command: &Command<'_>,
    tag: &ObjectRef,
    changes: &Node,
) -> Result<(), Fault> {
    check_changeable(tag)?;
    let mut changes = changes.clone();
    check_parent(world, tag.id(), &mut changes)?;
    merge(world, command, tag, &changes)
}

/// Removes the tags below a tag.
fn remove_descendants(world: &mut World, id: &str) {
    let tags = world.store.list(TAGS).iter();
    let children: Vec<String> = tags
        .filter(|tag| refers_to(tag, "parent", id))
        .map(|tag| tag.id().to_owned())
        .collect();
    for tag in children {
        remove_descendants(world, &tag);
        dependencies::remove(world, &ObjectRef::new(TAGS, tag));
    }
}
