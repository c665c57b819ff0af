//! The search language of lists: filter, sort, page.
//!
//! As in a real engine, an invalid search finds nothing, and one that its database rejects fails.

use std::borrow::Cow;

use crate::fault::Fault;
use crate::node::Node;
use crate::world::World;

mod computed;
mod condition;
mod date;
mod entity;
mod grammar;
mod order;
mod pattern;
mod related;
mod sql;
mod tables;
mod value;

use condition::{Condition, Context};
pub(crate) use entity::Entity;
use grammar::Query;

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

/// Returns the entity that the list of a service searches, if any.
pub(crate) fn entity_of(service: &str) -> Option<&'static Entity> {
    tables::entity_of(service)
}

/// Returns the objects of a collection that a search finds, sorted and cut to a page.
///
/// # Errors
///
/// Fails if the database of an engine rejects the search.
pub(crate) fn run<'n>(
    world: &World,
    entity: &'static Entity,
    mut objects: Vec<Cow<'n, Node>>,
    search: Search<'_>,
) -> Result<Vec<Cow<'n, Node>>, Fault> {
    if let Some(after) = search.after {
        objects.retain(|object| object.id().parse::<i64>().is_ok_and(|id| id > after));
    }
    let Some(query) = grammar::parse(search.text) else {
        return Ok(Vec::new());
    };
    if let Some(detail) = sql::failure(entity, &query, search.max) {
        return Err(Fault::new(400, "Operation Failed", detail));
    }
    Ok(execute(world, entity, objects, &query, search).unwrap_or_default())
}

/// Returns the page found, or `None` if the search is invalid.
fn execute<'n>(
    world: &World,
    entity: &'static Entity,
    mut objects: Vec<Cow<'n, Node>>,
    query: &Query<'_>,
    search: Search<'_>,
) -> Option<Vec<Cow<'n, Node>>> {
    let sort = match query.sort {
        Some((name, descending)) => {
            let field = entity.field(name)?;
            if entity.table.unsorted.contains(&field.name) {
                return None;
            }
            Some((field, descending))
        }
        None => None,
    };
    let context = Context {
        world,
        case_sensitive: search.case_sensitive,
    };
    let alternatives = condition::compile(context, entity, query)?;
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
