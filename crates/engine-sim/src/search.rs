//! The search language of lists: filter, sort, page.
//!
//! As in a real engine, an invalid search finds nothing.

use std::borrow::Cow;

use crate::node::Node;
use crate::world::World;

mod computed;
mod condition;
mod date;
mod entity;
mod grammar;
mod names;
mod order;
mod pattern;
mod related;
mod tables;
mod value;

use condition::{Condition, Context};
pub(crate) use entity::Entity;

/// The search parameters of a list request.
#[derive(Debug, Default, Clone, Copy)]
pub(crate) struct Search<'a> {
    /// The search; an empty one finds everything.
    pub(crate) text: &'a str,
    pub(crate) case_sensitive: bool,
    /// Maximum number of objects, which is also the page size.
    pub(crate) max: Option<usize>,
    /// Only objects with a greater numeric id.
    pub(crate) after: Option<i64>,
}

/// Returns the entity of the collection at a path, if it is searchable.
pub(crate) fn entity_at(path: &str) -> Option<&'static Entity> {
    tables::entity_at(path)
}

/// Returns the objects of a collection that a search finds, sorted and cut to a page.
pub(crate) fn run<'n>(
    world: &World,
    entity: &'static Entity,
    mut objects: Vec<Cow<'n, Node>>,
    search: Search<'_>,
) -> Vec<Cow<'n, Node>> {
    if let Some(after) = search.after {
        objects.retain(|object| object.id().parse::<i64>().is_ok_and(|id| id > after));
    }
    execute(world, entity, objects, search).unwrap_or_default()
}

/// Returns the page found, or `None` if the search is invalid.
fn execute<'n>(
    world: &World,
    entity: &'static Entity,
    mut objects: Vec<Cow<'n, Node>>,
    search: Search<'_>,
) -> Option<Vec<Cow<'n, Node>>> {
    let query = grammar::parse(search.text)?;
    let sort = match query.sort {
        Some((name, descending)) => Some((entity.field(name)?, descending)),
        None => None,
    };
    let context = Context {
        world,
        case_sensitive: search.case_sensitive,
    };
    let alternatives = condition::compile(context, entity, &query)?;
    if !alternatives.is_empty() {
        let matches = |conditions: &Vec<Condition<'_>>, object: &Node| {
            let mut conditions = conditions.iter();
            conditions.all(|condition| condition.matches(world, object))
        };
        objects.retain(|object| {
            let mut alternatives = alternatives.iter();
            alternatives.any(|conditions| matches(conditions, object))
        });
    }
    order::sort_by_default(world, entity, &mut objects);
    if let Some((field, descending)) = sort {
        order::sort_by_field(world, entity, field, descending, &mut objects);
    }
    let page = query.page.unwrap_or(1);
    Some(match search.max {
        Some(size) => {
            let skipped = size.saturating_mul(page.saturating_sub(1));
            objects.into_iter().skip(skipped).take(size).collect()
        }
        // Without a page size, everything is on the first page.
        None if page > 1 => Vec::new(),
        None => objects,
    })
}
