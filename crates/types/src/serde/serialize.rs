//! `Serialize` of objects, links, lists and dates.

use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::date::Date;
use crate::link::Link;
use crate::list::List;
use crate::reference::Reference;
use crate::reflect::{Item, Object, Reflect, UntypedList, Value, set_members};

/// Serializes an object as a map.
pub(crate) fn serialize<S: Serializer>(
    object: &dyn Reflect,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(None)?;
    for (member, value) in set_members(object) {
        map.serialize_entry(member.name, &value)?;
    }
    map.end()
}

impl Serialize for Value<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Value::Absent => serializer.serialize_none(),
            Value::Text(text) => serializer.serialize_str(text),
            Value::Boolean(value) => serializer.serialize_bool(*value),
            Value::Integer(value) => serializer.serialize_i64(*value),
            Value::Decimal(value) => serializer.serialize_f64(*value),
            Value::Date(date) => date.serialize(serializer),
            Value::Object(object) => serialize(*object, serializer),
            Value::Reference(reference, _) => serialize_reference(reference, serializer),
            Value::List(list) => list.serialize(serializer),
        }
    }
}

fn serialize_reference<S: Serializer>(
    reference: &Reference,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(None)?;
    for (name, part) in reference.parts() {
        map.serialize_entry(name, part)?;
    }
    map.end()
}

struct SerializeItems<'a>(&'a UntypedList);

impl Serialize for SerializeItems<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter())
    }
}

impl Serialize for UntypedList {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let href = self.href();
        let mut map = serializer.serialize_map(Some(1 + usize::from(href.is_some())))?;
        if let Some(href) = href {
            map.serialize_entry("href", &href)?;
        }
        map.serialize_entry("items", &SerializeItems(self))?;
        map.end()
    }
}

impl<T: Item> Serialize for List<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.untyped().serialize(serializer)
    }
}

impl<T: Object> Serialize for Link<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.value().serialize(serializer)
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
