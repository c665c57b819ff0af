//! Sorts search results.

use std::borrow::Cow;
use std::cmp::{Ordering, Reverse};

use crate::node::Node;
use crate::world::World;

use super::condition::{moment, severity};
use super::entity::{Entity, Field, Kind, Order, Read};
use super::pattern::lower;
use super::read::Reader;

/// A sort key.
#[derive(Debug, PartialEq)]
enum Key {
    Number(f64),
    Text(String),
}

impl Key {
    fn new(kind: Kind, text: &str) -> Self {
        #[allow(clippy::cast_precision_loss)]
        let number = match kind {
            Kind::Number(_) => text.trim().parse().ok(),
            Kind::Severity => severity(text).map(|rank| rank as f64),
            Kind::Date { .. } | Kind::Period => moment(text).map(|seconds| seconds as f64),
            _ => None,
        };
        match number {
            Some(number) => Self::Number(number),
            None => Self::Text(lower(text).into_owned()),
        }
    }

    fn compare(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Self::Number(own), Self::Number(other)) => own.total_cmp(other),
            (Self::Text(own), Self::Text(other)) => own.cmp(other),
            (Self::Number(_), Self::Text(_)) => Ordering::Less,
            (Self::Text(_), Self::Number(_)) => Ordering::Greater,
        }
    }
}

/// Sorts by the default order.
pub(super) fn by_default(world: &World, entity: &Entity, objects: &mut [Cow<'_, Node>]) {
    match entity.order {
        Order::Newest => {
            objects.sort_by_key(|object| Reverse(object.id().parse::<u64>().unwrap_or(0)));
        }
        Order::By([Read::Path(path)]) => {
            objects.sort_by_cached_key(|object| {
                let text = object.get(path).unwrap_or_default();
                lower(text).into_owned()
            });
        }
        Order::By(reads) => {
            let readers = reads.iter().map(|read| Reader::new(world, entity, *read));
            let readers: Vec<Reader<'_>> = readers.collect();
            let text = |reader: &Reader<'_>, object: &Node| {
                let text = reader.first(world, object).unwrap_or_default();
                lower(&text).into_owned()
            };
            objects.sort_by_cached_key(|object| -> Vec<String> {
                readers.iter().map(|reader| text(reader, object)).collect()
            });
        }
    }
}

/// Sorts by a field; objects without a value come first, or last if descending.
pub(super) fn by_field(
    world: &World,
    entity: &Entity,
    field: &Field,
    descending: bool,
    objects: &mut Vec<Cow<'_, Node>>,
) {
    let reader = Reader::new(world, entity, field.read);
    let key = |object: &Node| {
        let text = reader.first(world, object)?;
        Some(Key::new(field.kind, &text))
    };
    let mut keyed: Vec<(Option<Key>, Cow<'_, Node>)> = objects
        .drain(..)
        .map(|object| (key(&object), object))
        .collect();
    keyed.sort_by(|(one, _), (other, _)| {
        let order = match (one, other) {
            (Some(one), Some(other)) => one.compare(other),
            (one, other) => one.is_some().cmp(&other.is_some()),
        };
        if descending { order.reverse() } else { order }
    });
    objects.extend(keyed.into_iter().map(|(_, object)| object));
}
