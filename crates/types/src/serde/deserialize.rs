//! `Deserialize` of objects, links, lists and dates.

use std::fmt;
use std::str::FromStr;

use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor,
};

use crate::date::Date;
use crate::link::Link;
use crate::list::List;
use crate::reflect::{Item, ItemKind, MemberMut, Object, Reflect, UntypedList};

/// Deserializes an object from a map.
pub(crate) fn deserialize<'de, T: Object, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    let mut object = T::default();
    ObjectSeed(&mut object).deserialize(deserializer)?;
    Ok(object)
}

/// Fills an object from a map.
pub(super) struct ObjectSeed<'a>(pub(super) &'a mut dyn Reflect);

impl<'de> DeserializeSeed<'de> for ObjectSeed<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for ObjectSeed<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an object of type `{}`", self.0.struct_info().tag)
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

/// Sets a member; `null` leaves it unset.
struct MemberSeed<'a>(MemberMut<'a>);

impl<'de> DeserializeSeed<'de> for MemberSeed<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        match self.0 {
            MemberMut::Unknown => drop(IgnoredAny::deserialize(deserializer)?),
            MemberMut::Text(member) => *member = Option::deserialize(deserializer)?,
            MemberMut::Boolean(member) => *member = Option::deserialize(deserializer)?,
            MemberMut::Integer(member) => *member = Option::deserialize(deserializer)?,
            MemberMut::Decimal(member) => *member = Option::deserialize(deserializer)?,
            MemberMut::Date(member) => *member = Option::deserialize(deserializer)?,
            MemberMut::Enum(member) => {
                if let Some(name) = Option::<String>::deserialize(deserializer)? {
                    member.set(&name);
                }
            }
            member => deserializer.deserialize_option(CompoundVisitor(member))?,
        }
        Ok(())
    }
}

/// Sets an object, a link or a list unless the value is `null`.
struct CompoundVisitor<'a>(MemberMut<'a>);

impl<'de> Visitor<'de> for CompoundVisitor<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object or a list")
    }

    fn visit_none<E: Error>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        match self.0 {
            MemberMut::Object(slot) => ObjectSeed(slot.insert_empty()).deserialize(deserializer),
            MemberMut::Link(slot) => {
                let mut result = Ok(());
                let mut deserializer = Some(deserializer);
                slot.set_object(&mut |object| {
                    if let Some(deserializer) = deserializer.take() {
                        result = ObjectSeed(object).deserialize(deserializer);
                    }
                });
                result
            }
            MemberMut::List(slot) => {
                let (list, kind) = slot.list_or_insert();
                ListSeed(list, kind).deserialize(deserializer)
            }
            _ => IgnoredAny::deserialize(deserializer).map(drop),
        }
    }
}

/// Fills a list from an array, or from a map of `href` and `items`.
pub(super) struct ListSeed<'a>(pub(super) &'a mut UntypedList, pub(super) ItemKind);

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
        f.write_str("an array, or a map of `href` and `items`")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        let Self(list, kind) = self;
        if kind.struct_info.is_none() {
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

/// Appends an object to a list. Not before its map starts: the seed is used at the end of the
/// array, too.
struct ItemSeed<'a>(&'a mut UntypedList, ItemKind);

impl<'de> DeserializeSeed<'de> for ItemSeed<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for ItemSeed<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<(), A::Error> {
        match self.0.push_object(self.1) {
            Some(object) => ObjectSeed(object).visit_map(map),
            None => Ok(()),
        }
    }
}

impl<'de, T: Item> Deserialize<'de> for List<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut list = UntypedList::default();
        ListSeed(&mut list, T::kind()).deserialize(deserializer)?;
        Ok(Self::from_untyped(list))
    }
}

impl<'de, T: Object> Deserialize<'de> for Link<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserialize::<T, D>(deserializer).map(Into::into)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::from_str(&String::deserialize(deserializer)?).map_err(Error::custom)
    }
}
