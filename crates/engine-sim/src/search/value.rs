//! The values of a field of an object.

use std::collections::HashMap;

use crate::node::Node;
use crate::object::ObjectRef;
use crate::world::World;

use super::entity::{Entity, ValueSource};
use super::related::{for_each_target, targets_by_source};

/// A [`ValueSource`] prepared for many objects: links are resolved once.
pub(super) enum ValueReader<'w> {
    Path(&'static str),
    PathOr(&'static str, &'static str),
    Referenced(&'static [(&'static str, &'static str)], &'static str),
    Subcollection {
        home: &'static str,
        below: &'static str,
        path: &'static str,
    },
    LinkedNames {
        targets: HashMap<&'w str, Vec<&'w str>>,
        home: &'static str,
    },
    LinkCount(Vec<HashMap<&'w str, Vec<&'w str>>>),
    AnyOf(Vec<Self>),
    Computed(fn(&World, &Node) -> Option<String>),
    Unsupported,
}

impl<'w> ValueReader<'w> {
    pub(super) fn new(world: &'w World, entity: &Entity, source: ValueSource) -> Self {
        match source {
            ValueSource::Path(path) => Self::Path(path),
            ValueSource::PathOr(path, default) => Self::PathOr(path, default),
            ValueSource::Referenced(steps, path) => Self::Referenced(steps, path),
            ValueSource::Subcollection(below, path) => Self::Subcollection {
                home: entity.home(),
                below,
                path,
            },
            ValueSource::LinkedNames(hops, home) => Self::LinkedNames {
                targets: targets_by_source(world, hops),
                home,
            },
            ValueSource::LinkCount(ways) => {
                let targets = ways.iter().map(|hops| targets_by_source(world, hops));
                Self::LinkCount(targets.collect())
            }
            ValueSource::AnyOf(sources) => {
                let readers = sources
                    .iter()
                    .map(|source| Self::new(world, entity, *source));
                Self::AnyOf(readers.collect())
            }
            ValueSource::Computed(compute) => Self::Computed(compute),
            ValueSource::Unsupported => Self::Unsupported,
        }
    }

    /// Whether any value satisfies a predicate.
    pub(super) fn any(
        &self,
        world: &World,
        object: &Node,
        predicate: &mut dyn FnMut(&str) -> bool,
    ) -> bool {
        match self {
            Self::Path(path) => any_text(object, path, predicate),
            Self::PathOr(path, default) => predicate(object.get(path).unwrap_or(default)),
            Self::Referenced(steps, path) => {
                any_referenced_text(world, object, steps, path, predicate)
            }
            Self::Subcollection { home, below, path } => {
                let objects = world.store.list(&format!("{home}/{}/{below}", object.id()));
                objects
                    .iter()
                    .any(|object| any_text(object, path, predicate))
            }
            Self::LinkedNames { targets, home } => {
                let mut ids = targets.get(object.id()).into_iter().flatten();
                ids.any(|id| {
                    ObjectRef::new(*home, *id)
                        .text(world, "name")
                        .is_some_and(&mut *predicate)
                })
            }
            Self::LinkCount(targets) => {
                let ways = targets.iter();
                let counts = ways.map(|targets| targets.get(object.id()).map_or(0, Vec::len));
                let count: usize = counts.sum();
                predicate(&count.to_string())
            }
            Self::AnyOf(readers) => readers
                .iter()
                .any(|reader| reader.any(world, object, predicate)),
            Self::Computed(compute) => compute(world, object).is_some_and(|text| predicate(&text)),
            Self::Unsupported => false,
        }
    }

    /// Returns the first value.
    pub(super) fn first(&self, world: &World, object: &Node) -> Option<String> {
        let mut first = None;
        self.any(world, object, &mut |text| {
            first = Some(text.to_owned());
            true
        });
        first
    }
}

/// Whether any text at a path satisfies a predicate. A path through a list has several texts.
fn any_text(node: &Node, path: &str, predicate: &mut dyn FnMut(&str) -> bool) -> bool {
    if path == "id" {
        return node.attribute("id").is_some_and(&mut *predicate);
    }
    let (step, rest) = path.split_once('.').unwrap_or((path, ""));
    let mut children = node.children.iter().filter(|child| child.tag == step);
    if rest.is_empty() {
        children.any(|child| child.children.is_empty() && predicate(&child.text))
    } else {
        children.any(|child| any_text(child, rest, predicate))
    }
}

/// Like [`any_text`], after following references. `steps` are members and collections.
fn any_referenced_text(
    world: &World,
    object: &Node,
    steps: &[(&str, &str)],
    path: &str,
    predicate: &mut dyn FnMut(&str) -> bool,
) -> bool {
    let Some(((member, home), steps)) = steps.split_first() else {
        return any_text(object, path, predicate);
    };
    let mut found = false;
    for_each_target(object, member, |id| {
        if !found && let Some(target) = ObjectRef::new(*home, id).get(world) {
            found = any_referenced_text(world, target, steps, path, predicate);
        }
    });
    found
}
