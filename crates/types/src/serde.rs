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
use crate::document::{Content, Document};
use crate::element::{Element, Object, Slot, View, members};
use crate::link::{Link, Reference};
use crate::list::{self, Item, ItemKind, List};

pub(crate) fn serialize<S: Serializer>(
    element: &dyn Element,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(None)?;
    for (entry, view) in members(element) {
        map.serialize_entry(entry.name, &view)?;
    }
    map.end()
}

impl Serialize for View<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            View::Absent => serializer.serialize_none(),
            View::Text(text) => serializer.serialize_str(text),
            View::Boolean(value) => serializer.serialize_bool(*value),
            View::Integer(value) => serializer.serialize_i64(*value),
            View::Decimal(value) => serializer.serialize_f64(*value),
            View::Date(date) => date.serialize(serializer),
            View::Object(object) => serialize(*object, serializer),
            View::Reference(reference, _) => serialize_reference(reference, serializer),
            View::List(list) => serialize_list(list, serializer),
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

struct Items<'a>(&'a list::Content);

impl Serialize for Items<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter())
    }
}

fn serialize_list<S: Serializer>(list: &list::Content, serializer: S) -> Result<S::Ok, S::Error> {
    match list.href() {
        None => Items(list).serialize(serializer),
        Some(href) => {
            let mut map = serializer.serialize_map(Some(2))?;
            map.serialize_entry("href", &href)?;
            map.serialize_entry("items", &Items(list))?;
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
        self.view().serialize(serializer)
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
            Content::Object(object) => serialize(object.as_ref(), serializer),
            Content::List(list, _) => serialize_list(list, serializer),
        }
    }
}

pub(crate) fn deserialize<'de, T: Object, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    let mut object = T::default();
    Fill(&mut object).deserialize(deserializer)?;
    Ok(object)
}

/// Fills an object from a map.
struct Fill<'a>(&'a mut dyn Element);

impl<'de> DeserializeSeed<'de> for Fill<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Fill<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an object of the type `{}`", self.0.shape().tag)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(name) = map.next_key::<String>()? {
            match self.0.shape().find_name(&name) {
                Some(index) => map.next_value_seed(FillSlot(self.0.slot(index)))?,
                None => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        Ok(())
    }
}

/// Fills a member; `null` leaves it absent.
struct FillSlot<'a>(Slot<'a>);

impl<'de> DeserializeSeed<'de> for FillSlot<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        match self.0 {
            Slot::Nothing => drop(IgnoredAny::deserialize(deserializer)?),
            Slot::Text(place) => *place = Option::deserialize(deserializer)?,
            Slot::Boolean(place) => *place = Option::deserialize(deserializer)?,
            Slot::Integer(place) => *place = Option::deserialize(deserializer)?,
            Slot::Decimal(place) => *place = Option::deserialize(deserializer)?,
            Slot::Date(place) => *place = Option::deserialize(deserializer)?,
            Slot::Choice(place) => {
                if let Some(name) = Option::<String>::deserialize(deserializer)? {
                    place.set(&name);
                }
            }
            place => deserializer.deserialize_option(Compound(place))?,
        }
        Ok(())
    }
}

/// Fills an object, a link or a list, unless it is `null`.
struct Compound<'a>(Slot<'a>);

impl<'de> Visitor<'de> for Compound<'_> {
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
            Slot::Object(place) => Fill(place.begin()).deserialize(deserializer),
            Slot::Link(place) => {
                let mut outcome = Ok(());
                let mut deserializer = Some(deserializer);
                place.fill(&mut |object| {
                    if let Some(deserializer) = deserializer.take() {
                        outcome = Fill(object).deserialize(deserializer);
                    }
                });
                outcome
            }
            Slot::List(place) => {
                let (list, kind) = place.open();
                FillList(list, kind).deserialize(deserializer)
            }
            _ => IgnoredAny::deserialize(deserializer).map(drop),
        }
    }
}

/// Fills a list from an array, or from a map of `href` and `items`.
struct FillList<'a>(&'a mut list::Content, ItemKind);

impl<'de> DeserializeSeed<'de> for FillList<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        self.0.clear();
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for FillList<'_> {
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
        while items.next_element_seed(FillItem(list, kind))?.is_some() {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(name) = map.next_key::<String>()? {
            match name.as_str() {
                "href" => self.0.set_href(&map.next_value::<String>()?),
                "items" => map.next_value_seed(FillList(self.0, self.1))?,
                _ => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        Ok(())
    }
}

/// Fills a new item of a list of objects.
struct FillItem<'a>(&'a mut list::Content, ItemKind);

impl<'de> DeserializeSeed<'de> for FillItem<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(NewItem(self.0, self.1))
    }
}

/// Adds the item only when its map begins: the end of an array asks for one too.
struct NewItem<'a>(&'a mut list::Content, ItemKind);

impl<'de> Visitor<'de> for NewItem<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<(), A::Error> {
        match self.0.begin(self.1) {
            Some(object) => Fill(object).visit_map(map),
            None => Ok(()),
        }
    }
}

impl<'de, T: Item> Deserialize<'de> for List<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut content = list::Content::default();
        FillList(&mut content, T::kind()).deserialize(deserializer)?;
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
            Content::Object(object) => Fill(object.as_mut()).deserialize(deserializer)?,
            Content::List(list, kind) => FillList(list, *kind).deserialize(deserializer)?,
        }
        Ok(self)
    }
}
