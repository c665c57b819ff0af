//! What every struct of the API gives to the code that reads, writes and prints it: a table of
//! its members and access to each by position. One engine for all of them, in `xml`, `serde` and
//! `print`, does the rest.
//!
//! Hidden from the documentation: users need none of it.

use std::any::Any;
use std::borrow::Cow;
use std::sync::OnceLock;

use crate::date::Date;
use crate::index::{Index, Key};
use crate::link::{Link, Reference};
use crate::list::{Content, ItemKind};
use crate::shared::Shared;
use crate::xml::find;

/// A struct of the API, seen as a table of members.
pub trait Element: Any + Send + Sync {
    /// The table.
    fn shape(&self) -> &'static Shape;

    /// The place of a member, to fill it; `index` is a position in the table.
    fn slot(&mut self, index: usize) -> Slot<'_>;

    /// A member, to look at it; `index` is a position in the table.
    fn field(&self, index: usize) -> Field<'_>;

    /// Which members are set: a bit for each position, the first one lowest. No type has more
    /// members than bits, or the compiler would say so.
    fn present(&self) -> u128;
}

/// The members that are set.
#[inline]
pub(crate) fn members(element: &dyn Element) -> Members<'_> {
    let present = element.present();
    Members {
        element,
        entries: element.shape().members,
        bits: present as u64,
        later: (present >> 64) as u64,
        first: 0,
    }
}

pub(crate) struct Members<'a> {
    element: &'a dyn Element,
    entries: &'static [Entry],
    /// Those of [`Element::present`] that are left, in halves, which are numbers that processors
    /// have.
    bits: u64,
    later: u64,
    /// Position of the member that the first bit is for.
    first: usize,
}

impl<'a> Iterator for Members<'a> {
    type Item = (&'static Entry, View<'a>);

    // One of the two hottest loops, with all that it needs.
    #[inline(always)]
    fn next(&mut self) -> Option<Self::Item> {
        if self.bits == 0 {
            (self.bits, self.later, self.first) = (self.later, 0, 64);
        }
        let index = self.first + self.bits.trailing_zeros() as usize;
        self.bits &= self.bits.checked_sub(1)?;
        Some((self.entries.get(index)?, self.element.field(index).view()))
    }
}

/// A struct of the API as a type: what is known without a value.
pub trait Object: Element + Default + Clone + PartialEq {
    /// The table of members.
    fn type_shape() -> &'static Shape;

    // The compiler divides a crate into parts, and each part that makes a `dyn` of a type gets a
    // copy of the code behind it. These are with the type itself, and so is that code, once.

    /// A new object.
    #[inline(never)]
    fn boxed() -> Box<dyn Element> {
        Box::new(Self::default())
    }

    /// The place of an object of this type, to fill it.
    #[inline(never)]
    fn object_slot(place: &mut Option<Shared<Self>>) -> Slot<'_> {
        Slot::Object(place)
    }

    /// The place of an object of this type, to look at it.
    #[inline(never)]
    fn object_field(place: &Option<Shared<Self>>) -> Field<'_> {
        Field::Object(place)
    }

    /// The place of an object of this type that isn't in a box, to fill it.
    #[inline(never)]
    fn part_slot(place: &mut Option<Self>) -> Slot<'_>
    where
        Self: Kept,
    {
        Slot::Object(place)
    }

    /// The place of an object of this type that isn't in a box, to look at it.
    #[inline(never)]
    fn part_field(place: &Option<Self>) -> Field<'_>
    where
        Self: Kept,
    {
        Field::Object(place)
    }

    /// The place of a link to an object of this type, to fill it.
    #[inline(never)]
    fn link_slot(place: &mut Option<Link<Self>>) -> Slot<'_> {
        Slot::Link(place)
    }

    /// The place of a link to an object of this type, to look at it.
    #[inline(never)]
    fn link_field(place: &Option<Link<Self>>) -> Field<'_> {
        Field::Link(place)
    }
}

/// The table of a struct's members, sorted by tag.
#[derive(Debug)]
pub struct Shape {
    /// Name of the type in Rust.
    pub type_name: &'static str,
    /// XML tag of one object.
    pub tag: &'static str,
    /// XML tag of a list of objects.
    pub plural: &'static str,
    /// Whether it has the texts `id` and `name`, so that a reference can stand for it.
    pub identified: bool,
    /// The members.
    pub members: &'static [Entry],
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
pub struct Entry {
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

impl Entry {
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
        find::same(self.name.as_bytes(), rel.as_bytes()) || without_underscores().eq(rel.bytes())
    }
}

impl Shape {
    #[inline]
    pub(crate) fn lookups(&self) -> &Lookups {
        self.lookups.get_or_init(|| {
            let entries = self.members.iter();
            Lookups {
                tags: Index::new(entries.clone().map(|entry| Cow::Borrowed(entry.tag))),
                rels: Index::new(entries.map(Entry::rel)),
                href: self.find_name("href"),
                id: self.find_name("id"),
            }
        })
    }

    /// Position of the member with this tag, of which the beginning is given too.
    #[inline]
    pub(crate) fn find(&self, tag: &[u8], key: Key) -> Option<(usize, &'static Entry)> {
        self.lookups().tags.find(key, tag.len(), |index| {
            let entry = self.members.get(index)?;
            find::same(entry.tag.as_bytes(), tag).then_some((index, entry))
        })
    }

    /// Position of the member that a `rel` means.
    #[inline]
    pub(crate) fn find_rel(&self, rel: &str) -> Option<(usize, &'static Entry)> {
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
pub enum Slot<'a> {
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
    Choice(&'a mut dyn ChoiceSlot),
    /// An object of its own.
    Object(&'a mut dyn ObjectSlot),
    /// A reference to an object, or that object.
    Link(&'a mut dyn LinkSlot),
    /// A list.
    List(&'a mut dyn ListSlot),
}

impl Slot<'_> {
    /// Makes the member absent.
    pub fn clear(self) {
        match self {
            Self::Nothing => {}
            Self::Text(place) => *place = None,
            Self::Boolean(place) => *place = None,
            Self::Integer(place) => *place = None,
            Self::Decimal(place) => *place = None,
            Self::Date(place) => *place = None,
            Self::Choice(place) => place.clear(),
            Self::Object(place) => place.clear(),
            Self::Link(place) => place.clear(),
            Self::List(place) => place.clear(),
        }
    }
}

/// A member as it is kept.
pub enum Field<'a> {
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
    Choice(&'a dyn ChoiceSlot),
    /// An object of its own.
    Object(&'a dyn ObjectSlot),
    /// A reference to an object, or that object.
    Link(&'a dyn LinkSlot),
    /// A list.
    List(&'a dyn ListSlot),
}

impl<'a> Field<'a> {
    /// The value.
    #[inline(always)]
    pub fn view(self) -> View<'a> {
        let view = match self {
            Self::Nothing => None,
            Self::Text(field) => field.as_deref().map(View::Text),
            Self::Boolean(field) => field.map(View::Boolean),
            Self::Integer(field) => field.map(View::Integer),
            Self::Decimal(field) => field.map(View::Decimal),
            Self::Date(field) => field.map(View::Date),
            Self::Choice(field) => field.name().map(View::Text),
            Self::Object(field) => field.object().map(View::Object),
            Self::Link(field) => return field.view(),
            Self::List(field) => field.content().map(View::List),
        };
        view.unwrap_or(View::Absent)
    }
}

/// The value of a member.
pub enum View<'a> {
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
    Object(&'a dyn Element),
    /// A reference to an object of this shape.
    Reference(&'a Reference, &'static Shape),
    /// A list.
    List(&'a Content),
}

/// The place of one of a set of values.
pub trait ChoiceSlot {
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
    fn begin(&mut self) -> &mut dyn Element;

    /// A copy of the place, with the object.
    fn copy(&self) -> Box<dyn ObjectSlot>;

    /// Puts a copy of the object there that is in another place; nothing happens where that is of another type.
    fn set_copy(&mut self, of: &dyn ObjectSlot);

    /// The object, if there is one.
    fn object(&self) -> Option<&dyn Element>;

    /// Makes it absent.
    fn clear(&mut self);
}

/// An object as it is kept within another one: shared, or in its place.
pub trait Kept: Default + Send + Sync + 'static {
    /// A copy, by the table: what `derive` makes would be compiled for all types, as much code as all else
    /// that they have.
    fn copy(&self) -> Self;

    /// The object.
    fn object(&self) -> &dyn Element;

    /// Puts a new object there.
    fn begin(place: &mut Option<Self>) -> &mut dyn Element;
}

impl<K: Kept> ObjectSlot for Option<K> {
    fn begin(&mut self) -> &mut dyn Element {
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

    fn object(&self) -> Option<&dyn Element> {
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
    fn fill(&mut self, fill: &mut dyn FnMut(&mut dyn Element));

    /// What is there.
    fn view(&self) -> View<'_>;

    /// Makes it absent.
    fn clear(&mut self);
}

/// The place of a list.
pub trait ListSlot {
    /// The list, put there if there was none, and what its items are.
    fn open(&mut self) -> (&mut Content, ItemKind);

    /// The list, if there is one.
    fn content(&self) -> Option<&Content>;

    /// Makes it absent.
    fn clear(&mut self);
}

/// Whether an object has nothing set but what a reference has.
pub(crate) fn is_reference(element: &dyn Element) -> bool {
    members(element).all(|(entry, _)| matches!(entry.name, "href" | "id" | "name"))
}

/// The text of a member, by the member's name.
pub fn text_of<'a>(element: &'a dyn Element, name: &str) -> Option<&'a str> {
    match element.field(element.shape().find_name(name)?).view() {
        View::Text(text) => Some(text),
        _ => None,
    }
}

/// Sets the text of a member, by the member's name; `false` where there is no such text.
pub(crate) fn set_text(element: &mut dyn Element, name: &str, text: Option<&str>) -> bool {
    let Some(text) = text else { return true };
    match element
        .shape()
        .find_name(name)
        .map(|index| element.slot(index))
    {
        Some(Slot::Text(place)) => {
            *place = Some(text.to_owned());
            true
        }
        _ => false,
    }
}

/// Makes an object with nothing set a copy of another one of its type.
pub(crate) fn copy(from: &dyn Element, to: &mut dyn Element) {
    for index in 0..from.shape().members.len() {
        match (from.field(index), to.slot(index)) {
            (Field::Text(from), Slot::Text(to)) => to.clone_from(from),
            (Field::Boolean(from), Slot::Boolean(to)) => *to = *from,
            (Field::Integer(from), Slot::Integer(to)) => *to = *from,
            (Field::Decimal(from), Slot::Decimal(to)) => *to = *from,
            (Field::Date(from), Slot::Date(to)) => *to = *from,
            (Field::Choice(from), Slot::Choice(to)) => {
                if let Some(name) = from.name() {
                    to.set(name);
                }
            }
            (Field::Object(from), Slot::Object(to)) => to.set_copy(from),
            (Field::Link(from), Slot::Link(to)) => match from.view() {
                View::Reference(reference, _) => to.refer(reference.clone()),
                View::Object(from) => to.fill(&mut |to| copy(from, to)),
                _ => {}
            },
            (Field::List(from), Slot::List(to)) => {
                if let Some(from) = from.content() {
                    *to.open().0 = from.clone();
                }
            }
            _ => {}
        }
    }
}

/// Whether two objects of the same type have the same set, to the same values.
pub(crate) fn equal(one: &dyn Element, other: &dyn Element) -> bool {
    let pairs = || members(one).zip(members(other));
    one.present() == other.present() && pairs().all(|((_, one), (_, other))| same(&one, &other))
}

fn same(one: &View<'_>, other: &View<'_>) -> bool {
    match (one, other) {
        (View::Text(one), View::Text(other)) => one == other,
        (View::Boolean(one), View::Boolean(other)) => one == other,
        (View::Integer(one), View::Integer(other)) => one == other,
        (View::Decimal(one), View::Decimal(other)) => one == other,
        (View::Date(one), View::Date(other)) => one == other,
        (View::Object(one), View::Object(other)) => equal(*one, *other),
        (View::Reference(one, _), View::Reference(other, _)) => one == other,
        (View::List(one), View::List(other)) => {
            let mut pairs = one.iter().zip(other.iter());
            one.href() == other.href()
                && one.len() == other.len()
                && pairs.all(|(one, other)| same(&one, &other))
        }
        _ => false,
    }
}

/// `Debug` of an object whose type isn't known.
pub fn debug(element: &dyn Element, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
    crate::print::element(element, f)
}

/// The XML document of an object whose type isn't known.
pub fn to_xml(element: &dyn Element) -> String {
    crate::xml::write_object(element)
}

/// Whether an object has a member, by the member's path: names joined by `.`, with `[]` after a
/// list, each of whose items must have the rest.
pub fn has(element: &dyn Element, path: &str) -> bool {
    let (name, rest) = path.split_once('.').unwrap_or((path, ""));
    let index = element.shape().find_name(name.trim_end_matches("[]"));
    index.is_some_and(|index| view_has(&element.field(index).view(), rest))
}

fn view_has(view: &View<'_>, rest: &str) -> bool {
    match view {
        View::Absent => false,
        _ if rest.is_empty() => true,
        View::Object(object) => has(*object, rest),
        View::Reference(reference, _) => match rest {
            "id" => reference.id().is_some(),
            "name" => reference.name().is_some(),
            _ => false,
        },
        View::List(list) => !list.is_empty() && list.iter().all(|item| view_has(&item, rest)),
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
