//! Tags and affinity labels, and their assignment to objects.

use crate::command::Command;
use crate::fault::Fault;
use crate::node::Node;
use crate::object::ZERO_ID;
use crate::world::World;

/// Checks the parent of a tag, which defaults to the root tag.
pub(crate) fn check_tag(world: &World, id: &str, tag: &mut Node) -> Result<(), Fault> {
    let parent = tag.child("parent");
    let parent = parent.map(|parent| parent.child("tag").unwrap_or(parent).id().to_owned());
    let Some(parent) = parent.filter(|parent| !parent.is_empty()) else {
        if id.is_empty() {
            tag.set_reference("parent", ZERO_ID);
        }
        return Ok(());
    };
    if world.store.get("tags", &parent).is_none() {
        return Err(Fault::conflict("The specified Tag does not exist."));
    }
    let mut ancestor = parent.clone();
    while ancestor != ZERO_ID && !ancestor.is_empty() {
        if ancestor == id {
            return Err(Fault::conflict(
                "Operation canceled, recursive Tag hierarchy cannot be defined.",
            ));
        }
        ancestor = world.target("tags", &ancestor, "parent");
    }
    tag.set_reference("parent", &parent);
    Ok(())
}

/// Removes the tags below a tag.
pub(crate) fn remove_descendants(world: &mut World, id: &str) {
    let children: Vec<String> = world
        .store
        .list("tags")
        .iter()
        .filter(|tag| tag.child("parent").is_some_and(|parent| parent.id() == id))
        .map(|tag| tag.id().to_owned())
        .collect();
    for tag in children {
        remove_descendants(world, &tag);
        super::dependencies::remove(world, "tags", &tag);
    }
}

/// Returns the opposite entry of an affinity label: labels list objects, objects list labels.
fn mirror(command: &Command<'_>, id: &str) -> Option<(String, Node)> {
    let steps: Vec<&str> = command.collection.split('/').collect();
    match steps.as_slice() {
        [home @ ("vms" | "hosts"), owner, "affinitylabels"] => {
            let tag = if *home == "vms" { "vm" } else { "host" };
            Some((
                format!("affinitylabels/{id}/{home}"),
                Node::reference(tag, owner),
            ))
        }
        ["affinitylabels", label, home @ ("vms" | "hosts")] => Some((
            format!("{home}/{id}/affinitylabels"),
            Node::reference("affinity_label", label),
        )),
        _ => None,
    }
}

pub(crate) fn assigned(world: &mut World, command: &Command<'_>, id: &str) {
    if let Some((path, node)) = mirror(command, id)
        && world.store.get(&path, node.id()).is_none()
    {
        world.store.add(&path, node);
    }
}

pub(crate) fn unassigned(world: &mut World, command: &Command<'_>, id: &str) {
    if let Some((path, node)) = mirror(command, id) {
        world.store.remove(&path, node.id());
    }
}
