//! What every struct of the API gives to the code that reads, writes and prints it: a table of
//! its members and access to each by position. One engine for all of them, in `xml`, `serde` and
//! `print`, does the rest.
//!
//! Hidden from the documentation: users need none of it.

use std::any::Any;
use std::borrow::Cow;
use std::sync::OnceLock;

use crate::bytes;
use crate::date::Date;
use crate::index::{Index, Key};
use crate::link::{Link, Reference};
use crate::list::{ItemKind, UntypedList};
use crate::shared::Shared;

/// A struct of the API, seen as a table of members.
pub trait Reflect: Any + Send + Sync {
    /// The table.
    fn struct_info(&self) -> &'static StructInfo;

    /// The place of a member, to fill it; `index` is a position in the table.
    fn member_mut(&mut self, index: usize) -> MemberMut<'_>;

    /// A member, to look at it; `index` is a position in the table.
    fn member(&self, index: usize) -> MemberRef<'_>;

    /// Which members are set: a bit for each position, the first one lowest. No type has more
    /// members than bits, or the compiler would say so.
    fn present(&self) -> u128;
}

/// The members that are set.
#[inline]
pub(crate) fn members(element: &dyn Reflect) -> Members<'_> {
    let present = element.present();
    Members {
        element,
        entries: element.struct_info().members,
        bits: present as u64,
        later: (present >> 64) as u64,
        first: 0,
    }
}

pub(crate) struct Members<'a> {
    element: &'a dyn Reflect,
    entries: &'static [MemberInfo],
    /// Those of [`Reflect::present`] that are left, in halves, which are numbers that processors
    /// have.
    bits: u64,
    later: u64,
    /// Position of the member that the first bit is for.
    first: usize,
}

impl<'a> Iterator for Members<'a> {
    type Item = (&'static MemberInfo, Value<'a>);

    // One of the two hottest loops, with all that it needs.
    #[inline(always)]
    fn next(&mut self) -> Option<Self::Item> {
        if self.bits == 0 {
            (self.bits, self.later, self.first) = (self.later, 0, 64);
        }
        let index = self.first + self.bits.trailing_zeros() as usize;
        self.bits &= self.bits.checked_sub(1)?;
        Some((self.entries.get(index)?, self.element.member(index).value()))
    }
}

/// A struct of the API as a type: what is known without a value.
pub trait Object: Reflect + Default + Clone + PartialEq {
    /// The table of members.
    fn type_info() -> &'static StructInfo;

    // The compiler divides a crate into parts, and each part that makes a `dyn` of a type gets a
    // copy of the code behind it. These are with the type itself, and so is that code, once.

    /// A new object.
    #[inline(never)]
    fn boxed() -> Box<dyn Reflect> {
        Box::new(Self::default())
    }

    /// The place of an object of this type, to fill it.
    #[inline(never)]
    fn object_mut(place: &mut Option<Shared<Self>>) -> MemberMut<'_> {
        MemberMut::Object(place)
    }

    /// The place of an object of this type, to look at it.
    #[inline(never)]
    fn object_ref(place: &Option<Shared<Self>>) -> MemberRef<'_> {
        MemberRef::Object(place)
    }

    /// The place of an object of this type that isn't in a box, to fill it.
    #[inline(never)]
    fn inline_mut(place: &mut Option<Self>) -> MemberMut<'_>
    where
        Self: Storage,
    {
        MemberMut::Object(place)
    }

    /// The place of an object of this type that isn't in a box, to look at it.
    #[inline(never)]
    fn inline_ref(place: &Option<Self>) -> MemberRef<'_>
    where
        Self: Storage,
    {
        MemberRef::Object(place)
    }

    /// The place of a link to an object of this type, to fill it.
    #[inline(never)]
    fn link_mut(place: &mut Option<Link<Self>>) -> MemberMut<'_> {
        MemberMut::Link(place)
    }

    /// The place of a link to an object of this type, to look at it.
    #[inline(never)]
    fn link_ref(place: &Option<Link<Self>>) -> MemberRef<'_> {
        MemberRef::Link(place)
    }
}

/// The table of a struct's members, sorted by tag.
#[derive(Debug)]
pub struct StructInfo {
    /// Name of the type in Rust.
    pub type_name: &'static str,
    /// XML tag of one object.
    pub tag: &'static str,
    /// XML tag of a list of objects.
    pub plural: &'static str,
    /// Whether it has the texts `id` and `name`, so that a reference can stand for it.
    pub identified: bool,
    /// The members.
    pub members: &'static [MemberInfo],
    /// What is looked up in it, made when that is first done: not by the compiler, which would take
    /// long for all types.
    pub lookups: OnceLock<Lookups>,
}

/// Positions of a struct's members.
#[derive(Debug)]
pub struct Lookups {
    /// To find a member by its tag.
    tags: Index,
    /// To find a member by the `rel` of a link.
    rels: Index,
    /// Which member is the address.
    pub(crate) href: Option<usize>,
    /// Which member is the identifier.
    pub(crate) id: Option<usize>,
}

/// A member of a struct.
#[derive(Debug)]
pub struct MemberInfo {
    /// Name in the API's model, and so in JSON.
    pub name: &'static str,
    /// XML tag.
    pub tag: &'static str,
    /// The tag as the start of an element.
    pub start: &'static str,
    /// The tag as the end of an element.
    pub end: &'static str,
    /// XML tag of the items of a list of values; empty where the items are objects.
    pub item: &'static str,
    /// Whether it must not be shown.
    pub secret: bool,
}

impl MemberInfo {
    /// Whether the XML has it as an attribute.
    #[inline]
    pub fn is_attribute(&self) -> bool {
        matches!(self.name, "id" | "href")
    }

    /// The `rel` of the link that stands for this member: its name without underscores.
    pub fn rel(&self) -> Cow<'static, str> {
        if self.name.contains('_') {
            return self.name.replace('_', "").into();
        }
        self.name.into()
    }

    /// Whether a `rel` means this member.
    pub fn has_rel(&self, rel: &str) -> bool {
        let without_underscores = || self.name.bytes().filter(|byte| *byte != b'_');
        bytes::equal(self.name.as_bytes(), rel.as_bytes()) || without_underscores().eq(rel.bytes())
    }
}

impl StructInfo {
    #[inline]
    pub(crate) fn lookups(&self) -> &Lookups {
        self.lookups.get_or_init(|| {
            let entries = self.members.iter();
            Lookups {
                tags: Index::new(entries.clone().map(|entry| Cow::Borrowed(entry.tag))),
                rels: Index::new(entries.map(MemberInfo::rel)),
                href: self.find_name("href"),
                id: self.find_name("id"),
            }
        })
    }

    /// Position of the member with this tag, of which the beginning is given too.
    #[inline]
    pub(crate) fn find(&self, tag: &[u8], key: Key) -> Option<(usize, &'static MemberInfo)> {
        self.lookups().tags.find(key, tag.len(), |index| {
            let entry = self.members.get(index)?;
            bytes::equal(entry.tag.as_bytes(), tag).then_some((index, entry))
        })
    }

    /// Position of the member that a `rel` means.
    #[inline]
    pub(crate) fn find_rel(&self, rel: &str) -> Option<(usize, &'static MemberInfo)> {
        let key = Key::found(rel.as_bytes());
        self.lookups().rels.find(key, rel.len(), |index| {
            let entry = self.members.get(index)?;
            entry.has_rel(rel).then_some((index, entry))
        })
    }

    /// Position of the member with this name in the model.
    pub fn find_name(&self, name: &str) -> Option<usize> {
        self.members.iter().position(|entry| entry.name == name)
    }
}

/// The place of a member.
pub enum MemberMut<'a> {
    /// There is no such member.
    Nothing,
    /// Text.
    Text(&'a mut Option<String>),
    /// `true` or `false`.
    Boolean(&'a mut Option<bool>),
    /// A whole number.
    Integer(&'a mut Option<i64>),
    /// A number with a fraction.
    Decimal(&'a mut Option<f64>),
    /// A point in time.
    Date(&'a mut Option<Date>),
    /// One of a set of values.
    Enum(&'a mut dyn EnumSlot),
    /// An object of its own.
    Object(&'a mut dyn ObjectSlot),
    /// A reference to an object, or that object.
    Link(&'a mut dyn LinkSlot),
    /// A list.
    List(&'a mut dyn ListSlot),
}

impl MemberMut<'_> {
    /// Makes the member absent.
    pub fn clear(self) {
        match self {
            Self::Nothing => {}
            Self::Text(place) => *place = None,
            Self::Boolean(place) => *place = None,
            Self::Integer(place) => *place = None,
            Self::Decimal(place) => *place = None,
            Self::Date(place) => *place = None,
            Self::Enum(place) => place.clear(),
            Self::Object(place) => place.clear(),
            Self::Link(place) => place.clear(),
            Self::List(place) => place.clear(),
        }
    }
}

/// A member as it is kept.
pub enum MemberRef<'a> {
    /// There is no such member.
    Nothing,
    /// Text.
    Text(&'a Option<String>),
    /// `true` or `false`.
    Boolean(&'a Option<bool>),
    /// A whole number.
    Integer(&'a Option<i64>),
    /// A number with a fraction.
    Decimal(&'a Option<f64>),
    /// A point in time.
    Date(&'a Option<Date>),
    /// One of a set of values.
    Enum(&'a dyn EnumSlot),
    /// An object of its own.
    Object(&'a dyn ObjectSlot),
    /// A reference to an object, or that object.
    Link(&'a dyn LinkSlot),
    /// A list.
    List(&'a dyn ListSlot),
}

impl<'a> MemberRef<'a> {
    /// The value.
    #[inline(always)]
    pub fn value(self) -> Value<'a> {
        let view = match self {
            Self::Nothing => None,
            Self::Text(field) => field.as_deref().map(Value::Text),
            Self::Boolean(field) => field.map(Value::Boolean),
            Self::Integer(field) => field.map(Value::Integer),
            Self::Decimal(field) => field.map(Value::Decimal),
            Self::Date(field) => field.map(Value::Date),
            Self::Enum(field) => field.name().map(Value::Text),
            Self::Object(field) => field.object().map(Value::Object),
            Self::Link(field) => return field.value(),
            Self::List(field) => field.content().map(Value::List),
        };
        view.unwrap_or(Value::Absent)
    }
}

/// The value of a member.
pub enum Value<'a> {
    /// Not set.
    Absent,
    /// Text, or the name of one of a set of values.
    Text(&'a str),
    /// `true` or `false`.
    Boolean(bool),
    /// A whole number.
    Integer(i64),
    /// A number with a fraction.
    Decimal(f64),
    /// A point in time.
    Date(Date),
    /// An object.
    Object(&'a dyn Reflect),
    /// A reference to an object of this shape.
    Reference(&'a Reference, &'static StructInfo),
    /// A list.
    List(&'a UntypedList),
}

/// The place of one of a set of values.
pub trait EnumSlot {
    /// Sets it from its name.
    fn set(&mut self, name: &str);

    /// Its name, if it is set.
    fn name(&self) -> Option<&str>;

    /// Makes it absent.
    fn clear(&mut self);
}

/// The place of an object.
pub trait ObjectSlot: Any + Send + Sync {
    /// Puts a new object there.
    fn begin(&mut self) -> &mut dyn Reflect;

    /// A copy of the place, with the object.
    fn copy(&self) -> Box<dyn ObjectSlot>;

    /// Puts a copy of the object there that is in another place; nothing happens where that is of another type.
    fn set_copy(&mut self, of: &dyn ObjectSlot);

    /// The object, if there is one.
    fn object(&self) -> Option<&dyn Reflect>;

    /// Makes it absent.
    fn clear(&mut self);
}

/// An object as it is kept within another one: shared, or in its place.
pub trait Storage: Default + Send + Sync + 'static {
    /// A copy, by the table: what `derive` makes would be compiled for all types, as much code as all else
    /// that they have.
    fn copy(&self) -> Self;

    /// The object.
    fn object(&self) -> &dyn Reflect;

    /// Puts a new object there.
    fn begin(place: &mut Option<Self>) -> &mut dyn Reflect;
}

impl<K: Storage> ObjectSlot for Option<K> {
    fn begin(&mut self) -> &mut dyn Reflect {
        K::begin(self)
    }

    fn copy(&self) -> Box<dyn ObjectSlot> {
        Box::new(self.as_ref().map(K::copy))
    }

    fn set_copy(&mut self, of: &dyn ObjectSlot) {
        if let Some(other) = (of as &dyn Any).downcast_ref::<Self>() {
            *self = other.as_ref().map(K::copy);
        }
    }

    fn object(&self) -> Option<&dyn Reflect> {
        match self {
            Some(kept) => Some(kept.object()),
            None => None,
        }
    }

    fn clear(&mut self) {
        *self = None;
    }
}

/// The place of a link.
pub trait LinkSlot {
    /// Whether an object of this type can be referred to by `id` and `href` alone.
    fn may_refer(&self) -> bool;
    /// Makes it a mere reference.
    fn refer(&mut self, reference: Reference);
    /// Puts a new object there, which `fill` fills; one that says no more than a reference
    /// becomes one.
    fn fill(&mut self, fill: &mut dyn FnMut(&mut dyn Reflect));

    /// What is there.
    fn value(&self) -> Value<'_>;

    /// Makes it absent.
    fn clear(&mut self);
}

/// The place of a list.
pub trait ListSlot {
    /// The list, put there if there was none, and what its items are.
    fn open(&mut self) -> (&mut UntypedList, ItemKind);

    /// The list, if there is one.
    fn content(&self) -> Option<&UntypedList>;

    /// Makes it absent.
    fn clear(&mut self);
}

/// Whether an object has nothing set but what a reference has.
pub(crate) fn is_reference(element: &dyn Reflect) -> bool {
    members(element).all(|(entry, _)| matches!(entry.name, "href" | "id" | "name"))
}

/// The text of a member, by the member's name.
pub fn text_of<'a>(element: &'a dyn Reflect, name: &str) -> Option<&'a str> {
    match element
        .member(element.struct_info().find_name(name)?)
        .value()
    {
        Value::Text(text) => Some(text),
        _ => None,
    }
}

/// Sets the text of a member, by the member's name; `false` where there is no such text.
pub(crate) fn set_text(element: &mut dyn Reflect, name: &str, text: Option<&str>) -> bool {
    let Some(text) = text else { return true };
    match element
        .struct_info()
        .find_name(name)
        .map(|index| element.member_mut(index))
    {
        Some(MemberMut::Text(place)) => {
            *place = Some(text.to_owned());
            true
        }
        _ => false,
    }
}

/// Makes an object with nothing set a copy of another one of its type.
pub(crate) fn copy(from: &dyn Reflect, to: &mut dyn Reflect) {
    for index in 0..from.struct_info().members.len() {
        match (from.member(index), to.member_mut(index)) {
            (MemberRef::Text(from), MemberMut::Text(to)) => to.clone_from(from),
            (MemberRef::Boolean(from), MemberMut::Boolean(to)) => *to = *from,
            (MemberRef::Integer(from), MemberMut::Integer(to)) => *to = *from,
            (MemberRef::Decimal(from), MemberMut::Decimal(to)) => *to = *from,
            (MemberRef::Date(from), MemberMut::Date(to)) => *to = *from,
            (MemberRef::Enum(from), MemberMut::Enum(to)) => {
                if let Some(name) = from.name() {
                    to.set(name);
                }
            }
            (MemberRef::Object(from), MemberMut::Object(to)) => to.set_copy(from),
            (MemberRef::Link(from), MemberMut::Link(to)) => match from.value() {
                Value::Reference(reference, _) => to.refer(reference.clone()),
                Value::Object(from) => to.fill(&mut |to| copy(from, to)),
                _ => {}
            },
            (MemberRef::List(from), MemberMut::List(to)) => {
                if let Some(from) = from.content() {
                    *to.open().0 = from.clone();
                }
            }
            _ => {}
        }
    }
}

/// Whether two objects of the same type have the same set, to the same values.
pub(crate) fn equal(one: &dyn Reflect, other: &dyn Reflect) -> bool {
    let pairs = || members(one).zip(members(other));
    one.present() == other.present() && pairs().all(|((_, one), (_, other))| same(&one, &other))
}

fn same(one: &Value<'_>, other: &Value<'_>) -> bool {
    match (one, other) {
        (Value::Text(one), Value::Text(other)) => one == other,
        (Value::Boolean(one), Value::Boolean(other)) => one == other,
        (Value::Integer(one), Value::Integer(other)) => one == other,
        (Value::Decimal(one), Value::Decimal(other)) => one == other,
        (Value::Date(one), Value::Date(other)) => one == other,
        (Value::Object(one), Value::Object(other)) => equal(*one, *other),
        (Value::Reference(one, _), Value::Reference(other, _)) => one == other,
        (Value::List(one), Value::List(other)) => {
            let mut pairs = one.iter().zip(other.iter());
            one.href() == other.href()
                && one.len() == other.len()
                && pairs.all(|(one, other)| same(&one, &other))
        }
        _ => false,
    }
}

/// `Debug` of an object whose type isn't known.
pub fn debug(element: &dyn Reflect, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
    crate::debug::object(element, f)
}

/// The XML document of an object whose type isn't known.
pub fn to_xml(element: &dyn Reflect) -> String {
    crate::xml::encode_object(element)
}

/// Whether an object has a member, by the member's path: names joined by `.`, with `[]` after a
/// list, each of whose items must have the rest.
pub fn has(element: &dyn Reflect, path: &str) -> bool {
    let (name, rest) = path.split_once('.').unwrap_or((path, ""));
    let index = element.struct_info().find_name(name.trim_end_matches("[]"));
    index.is_some_and(|index| view_has(&element.member(index).value(), rest))
}

fn view_has(view: &Value<'_>, rest: &str) -> bool {
    match view {
        Value::Absent => false,
        _ if rest.is_empty() => true,
        Value::Object(object) => has(*object, rest),
        Value::Reference(reference, _) => match rest {
            "id" => reference.id().is_some(),
            "name" => reference.name().is_some(),
            _ => false,
        },
        Value::List(list) => !list.is_empty() && list.iter().all(|item| view_has(&item, rest)),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use crate::{FromXml as _, Vm};

    #[test]
    fn a_copy_has_all_that_the_object_has() {
        let vm = Vm::from_xml(
            "<vm href=\"/vms/1\" id=\"1\"><name>web</name><memory>1</memory><stateless>true</stateless>\
             <creation_time>2024-01-02T03:04:05.006+01:00</creation_time><status>unheard_of</status>\
             <cpu><topology><cores>2</cores></topology></cpu><usb><enabled>false</enabled></usb>\
             <cluster href=\"/clusters/7\" id=\"7\"/><template id=\"3\"><name>t</name><status>ok</status></template>\
             <link href=\"/vms/1/nics\" rel=\"nics\"/><tags/>\
             <custom_properties><custom_property><name>a</name></custom_property></custom_properties>\
             <os><boot><devices><device>hd</device><device>cdrom</device></devices></boot></os></vm>",
        )
        .expect("a machine");
        let mut copy = Vm::new();
        super::copy(&vm, &mut copy);
        assert_eq!(copy, vm);
        let boot = vm.os.as_deref().and_then(|os| os.boot.as_deref());
        let boot = boot.expect("what it boots from");
        let mut copy = crate::Boot::new();
        super::copy(boot, &mut copy);
        assert_eq!(copy.devices.map(|devices| devices.len()), Some(2));
    }
}
