//! `Deserialize` of objects, links and lists.

use std::fmt;

use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor,
};

use super::scalar::ScalarSeed;
use crate::link::Link;
use crate::list::List;
use crate::reflect::{Item, ItemKind, MemberInfo, MemberMut, Object, Reflect, UntypedList};

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
        let info = self.0.struct_info();
        let mut seen = 0_u128;
        while let Some(name) = map.next_key::<String>()? {
            let members = || info.members.iter().enumerate();
            let found = members()
                .find(|(_, member)| member.name == name)
                // The engine's own JSON has XML tags.
                .or_else(|| members().find(|(_, member)| member.tag == name));
            let Some((index, member)) = found else {
                match name.as_str() {
                    "link" => map.next_value_seed(LinksSeed(self.0))?,
                    "actions" => drop(map.next_value::<IgnoredAny>()?),
                    _ => return Err(unknown(&name, info.tag)),
                }
                continue;
            };
            if seen & (1 << index) != 0 {
                return Err(Error::custom(format_args!(
                    "the member `{name}` of `{}` occurs twice",
                    info.tag
                )));
            }
            seen |= 1 << index;
            map.next_value_seed(MemberSeed(self.0.member_mut(index), member))?;
        }
        Ok(())
    }
}

#[cold]
fn unknown<E: Error>(name: &str, tag: &str) -> E {
    E::custom(format_args!("`{tag}` has no member `{name}`"))
}

/// Sets a member; `null` leaves it unset.
struct MemberSeed<'a>(MemberMut<'a>, &'static MemberInfo);

impl<'de> DeserializeSeed<'de> for MemberSeed<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        match self.0 {
            MemberMut::Object(_) | MemberMut::Link(_) | MemberMut::List(_) => {
                deserializer.deserialize_option(self)
            }
            scalar => ScalarSeed(scalar, self.1).deserialize(deserializer),
        }
    }
}

impl<'de> Visitor<'de> for MemberSeed<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an object or a list as `{}`", self.1.name)
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
                ListSeed::new(list, kind, self.1.item_tag).deserialize(deserializer)
            }
            _ => Err(Error::custom("not an object or a list")),
        }
    }
}

/// Fills a list: from an array, or a map of `href` and of the items as `items` or by their tag.
pub(super) struct ListSeed<'a> {
    list: &'a mut UntypedList,
    kind: ItemKind,
    /// XML tag of the items.
    tag: &'static str,
}

impl<'a> ListSeed<'a> {
    /// `tag` is that of the items if they are not structs.
    pub(super) fn new(list: &'a mut UntypedList, kind: ItemKind, tag: &'static str) -> Self {
        let tag = kind.struct_info.map_or(tag, |info| info.tag);
        Self { list, kind, tag }
    }
}

impl<'de> DeserializeSeed<'de> for ListSeed<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        self.list.clear();
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for ListSeed<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an array, or a map with `items` or `{}`", self.tag)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        let Self { list, kind, .. } = self;
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
        let Self { list, kind, tag } = self;
        let mut has_items = false;
        while let Some(name) = map.next_key::<String>()? {
            match name.as_str() {
                "href" => list.set_href(&map.next_value::<String>()?),
                "actions" => drop(map.next_value::<IgnoredAny>()?),
                name if (name == "items" || name == tag) && !has_items => {
                    has_items = true;
                    map.next_value_seed(ListSeed {
                        list: &mut *list,
                        kind,
                        tag,
                    })?;
                }
                name => {
                    return Err(Error::custom(format_args!(
                        "`{name}` is no part of a list of `{tag}`, or occurs twice"
                    )));
                }
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
            None => Err(Error::custom("an item cannot be an object")),
        }
    }
}

/// Sets the addresses of the lists of an object from the engine's `link`, an array of `rel` and
/// `href`. As in XML, links that stand for no list are ignored.
struct LinksSeed<'a>(&'a mut dyn Reflect);

impl<'de> DeserializeSeed<'de> for LinksSeed<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for LinksSeed<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an array of links, each with `rel` and `href`")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut links: A) -> Result<(), A::Error> {
        let info = self.0.struct_info();
        while let Some(link) = links.next_element::<std::collections::BTreeMap<String, String>>()? {
            let (Some(rel), Some(href)) = (link.get("rel"), link.get("href")) else {
                return Err(Error::custom("a link needs `rel` and `href`"));
            };
            let member = info
                .find_rel(rel)
                .map(|(index, _)| self.0.member_mut(index));
            if let Some(MemberMut::List(slot)) = member {
                slot.list_or_insert().0.set_href(href);
            }
        }
        Ok(())
    }
}

impl<'de, T: Item> Deserialize<'de> for List<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut list = UntypedList::default();
        ListSeed::new(&mut list, T::kind(), "items").deserialize(deserializer)?;
        Ok(Self::from_untyped(list))
    }
}

impl<'de, T: Object> Deserialize<'de> for Link<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserialize::<T, D>(deserializer).map(Into::into)
    }
}
