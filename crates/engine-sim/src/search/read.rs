//! Reads the values of a field.

use std::collections::HashMap;

use crate::node::Node;
use crate::world::World;

use super::entity::{Entity, Read};
use super::related::{linked, targets};

/// A field reader with its lookups, made once for all objects.
pub(super) enum Reader<'w> {
    Path(&'static str),
    Flag(&'static str),
    Through(&'static [(&'static str, &'static str)], &'static str),
    Below {
        home: &'static str,
        below: &'static str,
        path: &'static str,
    },
    Names {
        linked: HashMap<&'w str, Vec<&'w str>>,
        home: &'static str,
    },
    Count(HashMap<&'w str, Vec<&'w str>>),
    Any(Vec<Self>),
    Derived(fn(&World, &Node) -> Option<String>),
    Nowhere,
}

impl<'w> Reader<'w> {
    pub(super) fn new(world: &'w World, entity: &Entity, read: Read) -> Self {
        match read {
            Read::Path(path) => Self::Path(path),
            Read::Flag(path) => Self::Flag(path),
            Read::Through(steps, path) => Self::Through(steps, path),
            Read::Below(below, path) => Self::Below {
                home: entity.home(),
                below,
                path,
            },
            Read::Names(hops, home) => Self::Names {
                linked: linked(world, hops),
                home,
            },
            Read::Count(hops) => Self::Count(linked(world, hops)),
            Read::Any(reads) => {
                let readers = reads.iter().map(|read| Self::new(world, entity, *read));
                Self::Any(readers.collect())
            }
            Read::Derived(derive) => Self::Derived(derive),
            Read::Nowhere => Self::Nowhere,
        }
    }

    /// Whether any value satisfies a predicate.
    pub(super) fn any(
        &self,
        world: &World,
        object: &Node,
        is_wanted: &mut dyn FnMut(&str) -> bool,
    ) -> bool {
        match self {
            Self::Path(path) => texts(object, path, is_wanted),
            Self::Flag(path) => is_wanted(object.get(path).unwrap_or("false")),
            Self::Through(steps, path) => through(world, object, steps, path, is_wanted),
            Self::Below { home, below, path } => {
                let objects = world.store.list(&format!("{home}/{}/{below}", object.id()));
                objects.iter().any(|object| texts(object, path, is_wanted))
            }
            Self::Names { linked, home } => {
                let mut ids = linked.get(object.id()).into_iter().flatten();
                ids.any(|id| world.text(home, id, "name").is_some_and(&mut *is_wanted))
            }
            Self::Count(linked) => {
                let count = linked.get(object.id()).map_or(0, Vec::len);
                is_wanted(&count.to_string())
            }
            Self::Any(readers) => readers
                .iter()
                .any(|reader| reader.any(world, object, is_wanted)),
            Self::Derived(derive) => derive(world, object).is_some_and(|text| is_wanted(&text)),
            Self::Nowhere => false,
        }
    }

    /// The first value.
    pub(super) fn first(&self, world: &World, object: &Node) -> Option<String> {
        let mut first = None;
        self.any(world, object, &mut |text| {
            first = Some(text.to_owned());
            true
        });
        first
    }
}

/// Whether any text at a path satisfies a predicate; lists have several.
fn texts(node: &Node, path: &str, is_wanted: &mut dyn FnMut(&str) -> bool) -> bool {
    if path == "id" {
        return node.attribute("id").is_some_and(&mut *is_wanted);
    }
    let (step, rest) = path.split_once('.').unwrap_or((path, ""));
    let mut children = node.children.iter().filter(|child| child.tag == step);
    if rest.is_empty() {
        children.any(|child| child.children.is_empty() && is_wanted(&child.text))
    } else {
        children.any(|child| texts(child, rest, is_wanted))
    }
}

fn through(
    world: &World,
    object: &Node,
    steps: &[(&str, &str)],
    path: &str,
    is_wanted: &mut dyn FnMut(&str) -> bool,
) -> bool {
    let Some(((member, home), steps)) = steps.split_first() else {
        return texts(object, path, is_wanted);
    };
    let mut found = false;
    targets(object, member, |id| {
        if !found && let Some(target) = world.store.get(home, id) {
            found = through(world, target, steps, path, is_wanted);
        }
    });
    found
}
