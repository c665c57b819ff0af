//! Sorting of search results.

use std::borrow::Cow;
use std::cmp::{Ordering, Reverse};

use crate::node::Node;
use crate::world::World;

use super::condition::severity;
use super::date;
use super::entity::{Entity, Field, FieldType, Order, ValueSource};
use super::pattern::to_lower;
use super::value::ValueReader;

/// A sort key.
#[derive(Debug, PartialEq)]
enum SortKey {
    Number(f64),
    Text(String),
}

impl SortKey {
    fn new(kind: FieldType, text: &str) -> Self {
        #[allow(clippy::cast_precision_loss)]
        let number = match kind {
            FieldType::Number(_) => text.trim().parse().ok(),
            FieldType::Severity => severity(text).map(|rank| rank as f64),
            FieldType::Date { .. } => date::parse_exactly(text),
            FieldType::Duration => text.parse().ok(),
            _ => None,
        };
        match number {
            Some(number) => Self::Number(number),
            None => Self::Text(to_lower(text).into_owned()),
        }
    }

    fn compare(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Self::Number(left), Self::Number(right)) => left.total_cmp(right),
            (Self::Text(left), Self::Text(right)) => left.cmp(right),
            (Self::Number(_), Self::Text(_)) => Ordering::Less,
            (Self::Text(_), Self::Number(_)) => Ordering::Greater,
        }
    }
}

/// Sorts objects in the default order of their entity.
pub(super) fn sort_by_default(world: &World, entity: &Entity, objects: &mut [Cow<'_, Node>]) {
    match entity.table.order {
        Order::Newest => {
            objects.sort_by_key(|object| Reverse(object.id().parse::<u64>().unwrap_or(0)));
        }
        Order::By([ValueSource::Path(path)]) => {
            objects.sort_by_cached_key(|object| {
                let text = object.get(path).unwrap_or_default();
                to_lower(text).into_owned()
            });
        }
        Order::By(sources) => {
            let readers = sources
                .iter()
                .map(|source| ValueReader::new(world, entity, *source));
            let readers: Vec<ValueReader<'_>> = readers.collect();
            let text = |reader: &ValueReader<'_>, object: &Node| {
                let text = reader.first(world, object).unwrap_or_default();
                to_lower(&text).into_owned()
            };
            objects.sort_by_cached_key(|object| -> Vec<String> {
                readers.iter().map(|reader| text(reader, object)).collect()
            });
        }
    }
}

/// Sorts objects by a field. Objects without a value are the smallest.
pub(super) fn sort_by_field(
    world: &World,
    entity: &Entity,
    field: &Field,
    descending: bool,
    objects: &mut Vec<Cow<'_, Node>>,
) {
    let reader = ValueReader::new(world, entity, field.source);
    let key = |object: &Node| {
        let text = reader.first(world, object)?;
        Some(SortKey::new(field.kind, &text))
    };
    let mut keyed: Vec<(Option<SortKey>, Cow<'_, Node>)> = objects
        .drain(..)
        .map(|object| (key(&object), object))
        .collect();
    keyed.sort_by(|(left, _), (right, _)| {
        let order = match (left, right) {
            (Some(left), Some(right)) => left.compare(right),
            (left, right) => left.is_some().cmp(&right.is_some()),
        };
        if descending { order.reverse() } else { order }
    });
    objects.extend(keyed.into_iter().map(|(_, object)| object));
}
