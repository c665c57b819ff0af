//! Links between objects: from one entity to another, and back.

use std::collections::{HashMap, HashSet};

use crate::node::Node;
use crate::world::World;

use super::entity::Hop;

/// Calls a function with the IDs at both ends of each link of a hop.
fn links<'w>(world: &'w World, hop: Hop, call: &mut dyn FnMut(&'w str, &'w str)) {
    match hop {
        Hop::To(home, member) => {
            for object in world.store.list(home) {
                targets(object, member, |id| call(object.id(), id));
            }
        }
        Hop::From(home, member) => {
            links(world, Hop::To(home, member), &mut |from, to| call(to, from))
        }
        Hop::Below(home, below, member) => {
            for (above, objects) in world.objects_below(home, below) {
                for object in objects {
                    targets(object, member, |id| call(above, id));
                }
            }
        }
        Hop::Above(home, below, member) => {
            let hop = Hop::Below(home, below, member);
            links(world, hop, &mut |from, to| call(to, from));
        }
    }
}

/// Calls a function with each ID a member refers to; without a member, with the object's ID.
pub(super) fn targets<'n>(object: &'n Node, member: &str, mut call: impl FnMut(&'n str)) {
    if member.is_empty() {
        return call(object.id());
    }
    for child in object.children.iter().filter(|child| child.tag == member) {
        let items = child.children.iter().map(Node::id);
        for id in items.chain([child.id()]).filter(|id| !id.is_empty()) {
            call(id);
        }
    }
}

/// The IDs from which hops lead to any of these.
pub(super) fn sources<'w>(
    world: &'w World,
    hops: &[Hop],
    targets: HashSet<&'w str>,
) -> HashSet<&'w str> {
    hops.iter().rev().fold(targets, |targets, hop| {
        let mut found = HashSet::new();
        // An empty set ends the search at once.
        if !targets.is_empty() {
            links(world, *hop, &mut |from, to| {
                if targets.contains(to) {
                    found.insert(from);
                }
            });
        }
        found
    })
}

/// The IDs that hops lead to, by their origin.
pub(super) fn linked<'w>(world: &'w World, hops: &[Hop]) -> HashMap<&'w str, Vec<&'w str>> {
    let mut found: Option<HashMap<&str, Vec<&str>>> = None;
    for hop in hops {
        let mut next: HashMap<&str, Vec<&str>> = HashMap::new();
        links(world, *hop, &mut |from, to| {
            next.entry(from).or_default().push(to);
        });
        if let Some(before) = &mut found {
            for ids in before.values_mut() {
                let further = ids.iter().filter_map(|id| next.get(id)).flatten();
                *ids = further.copied().collect();
            }
        } else {
            found = Some(next);
        }
    }
    found.unwrap_or_default()
}

/// The IDs of tags and all their descendants.
pub(super) fn with_tags_below<'w>(
    world: &'w World,
    mut tags: HashSet<&'w str>,
) -> HashSet<&'w str> {
    loop {
        let before = tags.len();
        for tag in world.store.list("tags") {
            if tag
                .child("parent")
                .is_some_and(|parent| tags.contains(parent.id()))
            {
                tags.insert(tag.id());
            }
        }
        if tags.len() == before {
            return tags;
        }
    }
}
