//! Searches: filters, sorts and pages a searchable collection.
//!
//! Like a real engine, an invalid search finds nothing.

use std::borrow::Cow;

use crate::node::Node;
use crate::world::World;

mod condition;
mod date;
mod derive;
mod entity;
mod grammar;
mod names;
mod order;
mod pattern;
mod read;
mod related;
mod tables;

use condition::{Condition, Context};
pub(crate) use entity::Entity;

/// The search parameters of a request.
#[derive(Debug, Default, Clone, Copy)]
pub(crate) struct Search<'a> {
    /// The query; `None` finds everything.
    pub(crate) text: &'a str,
    pub(crate) case_sensitive: bool,
    /// The maximum number of objects, which is also the page size.
    pub(crate) max: Option<usize>,
    /// Only objects with greater IDs, as far as these are numbers.
    pub(crate) after: Option<i64>,
}

/// The entity of the collection at a path below the API's root, if it is searchable.
pub(crate) fn entity_at(path: &str) -> Option<&'static Entity> {
    tables::entity_at(path)
}

/// Runs a search and returns the matching objects in order.
pub(crate) fn run<'n>(
    world: &World,
    entity: &'static Entity,
    mut objects: Vec<Cow<'n, Node>>,
    search: Search<'_>,
) -> Vec<Cow<'n, Node>> {
    if let Some(after) = search.after {
        objects.retain(|object| object.id().parse::<i64>().is_ok_and(|id| id > after));
    }
    find(world, entity, objects, search).unwrap_or_default()
}

/// The matching objects; `None` if the query is invalid.
fn find<'n>(
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
    let any = condition::compile(context, entity, &query)?;
    if !any.is_empty() {
        let holds = |all: &Vec<Condition<'_>>, object: &Node| {
            all.iter().all(|condition| condition.holds(world, object))
        };
        objects.retain(|object| any.iter().any(|all| holds(all, object)));
    }
    order::by_default(world, entity, &mut objects);
    if let Some((field, descending)) = sort {
        order::by_field(world, entity, field, descending, &mut objects);
    }
    let page = query.page.unwrap_or(1);
    Some(match search.max {
        Some(size) => {
            let before = size.saturating_mul(page.saturating_sub(1));
            objects.into_iter().skip(before).take(size).collect()
        }
        // Without a size, there is a single page.
        None if page > 1 => Vec::new(),
        None => objects,
    })
}
