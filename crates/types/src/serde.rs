//! Feature `serde`: all types in any self-describing format, through their tables of members.
//!
//! Names are those of the API's model. A list is an array or, where it has an address of its own,
//! an object of `href` and `items`. Dates and enums are strings. What is not set is left out.

use std::fmt;
use std::str::FromStr;

use serde::de::{
    self, Deserialize, DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor,
};
use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::Date;
use crate::document::{Document, DocumentBody};
use crate::link::{Link, Reference};
use crate::list::{Item, ItemKind, List, UntypedList};
use crate::reflect::{MemberMut, Object, Reflect, Value, members};

pub(crate) fn serialize<S: Serializer>(
    element: &dyn Reflect,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(None)?;
    for (entry, view) in members(element) {
        map.serialize_entry(entry.name, &view)?;
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
            Value::List(list) => serialize_list(list, serializer),
        }
    }
}

fn serialize_reference<S: Serializer>(
    reference: &Reference,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(None)?;
    let parts = [
        ("href", reference.href()),
        ("id", reference.id()),
        ("name", reference.name()),
    ];
    for (name, text) in parts {
        if let Some(text) = text {
            map.serialize_entry(name, text)?;
        }
    }
    map.end()
}

struct SerializedItems<'a>(&'a UntypedList);

impl Serialize for SerializedItems<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter())
    }
}

fn serialize_list<S: Serializer>(list: &UntypedList, serializer: S) -> Result<S::Ok, S::Error> {
    match list.href() {
        None => SerializedItems(list).serialize(serializer),
        Some(href) => {
            let mut map = serializer.serialize_map(Some(2))?;
            map.serialize_entry("href", &href)?;
            map.serialize_entry("items", &SerializedItems(list))?;
            map.end()
        }
    }
}

impl<T: Item> Serialize for List<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serialize_list(self.content(), serializer)
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

impl Serialize for Document {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.0 {
            DocumentBody::Object(object) => serialize(object.as_ref(), serializer),
            DocumentBody::List(list, _) => serialize_list(list, serializer),
        }
    }
}

pub(crate) fn deserialize<'de, T: Object, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    let mut object = T::default();
    ObjectSeed(&mut object).deserialize(deserializer)?;
    Ok(object)
}

/// Fills an object from a map.
struct ObjectSeed<'a>(&'a mut dyn Reflect);

impl<'de> DeserializeSeed<'de> for ObjectSeed<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for ObjectSeed<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an object of the type `{}`", self.0.struct_info().tag)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(name) = map.next_key::<String>()? {
            match self.0.struct_info().find_name(&name) {
                Some(index) => map.next_value_seed(MemberSeed(self.0.member_mut(index)))?,
                None => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        Ok(())
    }
}

/// Fills a member; `null` leaves it absent.
struct MemberSeed<'a>(MemberMut<'a>);

impl<'de> DeserializeSeed<'de> for MemberSeed<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        match self.0 {
            MemberMut::Nothing => drop(IgnoredAny::deserialize(deserializer)?),
            MemberMut::Text(place) => *place = Option::deserialize(deserializer)?,
            MemberMut::Boolean(place) => *place = Option::deserialize(deserializer)?,
            MemberMut::Integer(place) => *place = Option::deserialize(deserializer)?,
            MemberMut::Decimal(place) => *place = Option::deserialize(deserializer)?,
            MemberMut::Date(place) => *place = Option::deserialize(deserializer)?,
            MemberMut::Enum(place) => {
                if let Some(name) = Option::<String>::deserialize(deserializer)? {
                    place.set(&name);
                }
            }
            place => deserializer.deserialize_option(CompoundVisitor(place))?,
        }
        Ok(())
    }
}

/// Fills an object, a link or a list, unless it is `null`.
struct CompoundVisitor<'a>(MemberMut<'a>);

impl<'de> Visitor<'de> for CompoundVisitor<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object or a list")
    }

    fn visit_none<E: de::Error>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_unit<E: de::Error>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        match self.0 {
            MemberMut::Object(place) => ObjectSeed(place.begin()).deserialize(deserializer),
            MemberMut::Link(place) => {
                let mut outcome = Ok(());
                let mut deserializer = Some(deserializer);
                place.fill(&mut |object| {
                    if let Some(deserializer) = deserializer.take() {
                        outcome = ObjectSeed(object).deserialize(deserializer);
                    }
                });
                outcome
            }
            MemberMut::List(place) => {
                let (list, kind) = place.open();
                ListSeed(list, kind).deserialize(deserializer)
            }
            _ => IgnoredAny::deserialize(deserializer).map(drop),
        }
    }
}

/// Fills a list from an array, or from a map of `href` and `items`.
struct ListSeed<'a>(&'a mut UntypedList, ItemKind);

impl<'de> DeserializeSeed<'de> for ListSeed<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        self.0.clear();
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for ListSeed<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an array, or an object of `href` and `items`")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        let Self(list, kind) = self;
        if kind.shape.is_none() {
            while let Some(text) = items.next_element::<String>()? {
                list.push_text(&text, kind);
            }
            return Ok(());
        }
        while items.next_element_seed(ItemSeed(list, kind))?.is_some() {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(name) = map.next_key::<String>()? {
            match name.as_str() {
                "href" => self.0.set_href(&map.next_value::<String>()?),
                "items" => map.next_value_seed(ListSeed(self.0, self.1))?,
                _ => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        Ok(())
    }
}

/// Fills a new item of a list of objects.
struct ItemSeed<'a>(&'a mut UntypedList, ItemKind);

impl<'de> DeserializeSeed<'de> for ItemSeed<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(ItemVisitor(self.0, self.1))
    }
}

/// Adds the item only when its map begins: the end of an array asks for one too.
struct ItemVisitor<'a>(&'a mut UntypedList, ItemKind);

impl<'de> Visitor<'de> for ItemVisitor<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<(), A::Error> {
        match self.0.begin(self.1) {
            Some(object) => ObjectSeed(object).visit_map(map),
            None => Ok(()),
        }
    }
}

impl<'de, T: Item> Deserialize<'de> for List<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut content = UntypedList::default();
        ListSeed(&mut content, T::kind()).deserialize(deserializer)?;
        Ok(Self::of(content))
    }
}

impl<'de, T: Object> Deserialize<'de> for Link<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserialize::<T, D>(deserializer).map(Into::into)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::from_str(&String::deserialize(deserializer)?).map_err(de::Error::custom)
    }
}

impl<'de> DeserializeSeed<'de> for Document {
    type Value = Self;

    /// Fills the document, which says of which type it is.
    fn deserialize<D: Deserializer<'de>>(mut self, deserializer: D) -> Result<Self, D::Error> {
        match &mut self.0 {
            DocumentBody::Object(object) => {
                ObjectSeed(object.as_mut()).deserialize(deserializer)?
            }
            DocumentBody::List(list, kind) => ListSeed(list, *kind).deserialize(deserializer)?,
        }
        Ok(self)
    }
}
