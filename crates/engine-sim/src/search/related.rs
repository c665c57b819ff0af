//! Links between objects, followed in either direction.

use std::collections::{HashMap, HashSet};

use crate::node::Node;
use crate::object::TAGS;
use crate::world::World;

use super::entity::Hop;

/// Calls `visit` for each link of a hop, with the ids of its source and target.
fn for_each_link<'w>(world: &'w World, hop: Hop, visit: &mut dyn FnMut(&'w str, &'w str)) {
    match hop {
        Hop::To(home, member) => {
            for object in world.store.list(home) {
                for_each_target(object, member, |id| visit(object.id(), id));
            }
        }
        Hop::From(home, member) => for_each_link(world, Hop::To(home, member), &mut |from, to| {
            visit(to, from);
        }),
        Hop::Below(home, below, member) => {
            for (parent, objects) in world.objects_below(home, below) {
                for object in objects {
                    for_each_target(object, member, |id| visit(parent, id));
                }
            }
        }
        Hop::Above(home, below, member) => {
            let hop = Hop::Below(home, below, member);
            for_each_link(world, hop, &mut |from, to| visit(to, from));
        }
    }
}

/// Calls `visit` with each id that a member refers to. An empty member means the object itself.
pub(super) fn for_each_target<'n>(object: &'n Node, member: &str, mut visit: impl FnMut(&'n str)) {
    if member.is_empty() {
        return visit(object.id());
    }
    for child in object.children.iter().filter(|child| child.tag == member) {
        let items = child.children.iter().map(Node::id);
        for id in items.chain([child.id()]).filter(|id| !id.is_empty()) {
            visit(id);
        }
    }
}

/// Returns the ids from which hops lead to one of the targets.
pub(super) fn sources_of<'w>(
    world: &'w World,
    hops: &[Hop],
    targets: HashSet<&'w str>,
) -> HashSet<&'w str> {
    hops.iter().rev().fold(targets, |targets, hop| {
        let mut found = HashSet::new();
        // Without targets there are no sources.
        if !targets.is_empty() {
            for_each_link(world, *hop, &mut |from, to| {
                if targets.contains(to) {
                    found.insert(from);
                }
            });
        }
        found
    })
}

/// Returns the ids that hops lead to, by source.
pub(super) fn targets_by_source<'w>(
    world: &'w World,
    hops: &[Hop],
) -> HashMap<&'w str, Vec<&'w str>> {
    let mut found: Option<HashMap<&str, Vec<&str>>> = None;
    for hop in hops {
        let mut next: HashMap<&str, Vec<&str>> = HashMap::new();
        for_each_link(world, *hop, &mut |from, to| {
            next.entry(from).or_default().push(to);
        });
        if let Some(previous) = &mut found {
            for ids in previous.values_mut() {
                let further = ids.iter().filter_map(|id| next.get(id)).flatten();
                *ids = further.copied().collect();
            }
        } else {
            found = Some(next);
        }
    }
    found.unwrap_or_default()
}

/// Adds the descendants of tags.
pub(super) fn with_descendant_tags<'w>(
    world: &'w World,
    mut tags: HashSet<&'w str>,
) -> HashSet<&'w str> {
    loop {
        let count = tags.len();
        for tag in world.store.list(TAGS) {
            if tag
                .child("parent")
                .is_some_and(|parent| tags.contains(parent.id()))
            {
                tags.insert(tag.id());
            }
        }
        if tags.len() == count {
            return tags;
        }
    }
}
