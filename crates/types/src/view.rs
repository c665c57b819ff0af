//! [`View`]: reads documents whose type is known at run time only.

use std::borrow::Cow;
use std::fmt;

use crate::date::Date;
use crate::debug::{self, DebugValue};
use crate::document::{Document, DocumentBody};
use crate::reference::Reference;
use crate::reflect::{Reflect, StructInfo, UntypedList, Value, set_members};

/// A value in a [`Document`]: the whole of it, a member, or an item of a list. Nothing is copied.
///
/// Names of members are those of the structs' fields, such as `disk_attachments`.
///
/// ```
/// use ovirt_types::{Document, View};
///
/// let document = Document::from_xml(r#"<vms><vm id="123"><memory>1024</memory></vm></vms>"#)?;
/// let View::List(vms) = document.view() else { unreachable!() };
/// for vm in vms.items() {
///     let View::Object(vm) = vm else { continue };
///     assert!(matches!(vm.get("memory"), Some(View::Integer(1024))));
///     let names: Vec<&str> = vm.members().map(|(name, _)| name).collect();
///     assert_eq!(names, ["id", "memory"]);
/// }
/// # Ok::<(), ovirt_types::XmlError>(())
/// ```
#[derive(Clone, Copy)]
#[non_exhaustive]
pub enum View<'a> {
    /// A text, or the name of an enum's value.
    Text(&'a str),
    /// A boolean.
    Boolean(bool),
    /// An integer.
    Integer(i64),
    /// A floating-point number.
    Decimal(f64),
    /// A point in time.
    Date(Date),
    /// An object, or a link to one.
    Object(ObjectView<'a>),
    /// A list.
    List(ListView<'a>),
}

/// An object in a [`Document`], or a link to one.
#[derive(Clone, Copy)]
pub struct ObjectView<'a>(ObjectOrLink<'a>);

#[derive(Clone, Copy)]
enum ObjectOrLink<'a> {
    Object(&'a dyn Reflect),
    Link(&'a Reference, &'static StructInfo),
}

/// A list in a [`Document`].
#[derive(Clone, Copy)]
pub struct ListView<'a>(&'a UntypedList);

impl Document {
    /// The content of the document: an object or a list.
    pub fn view(&self) -> View<'_> {
        match &self.0 {
            DocumentBody::Object(object) => {
                View::Object(ObjectView(ObjectOrLink::Object(object.as_ref())))
            }
            DocumentBody::List(list, _) => View::List(ListView(list)),
        }
    }
}

impl<'a> View<'a> {
    fn of(value: Value<'a>) -> Option<Self> {
        Some(match value {
            Value::Absent => return None,
            Value::Text(text) => Self::Text(text),
            Value::Boolean(value) => Self::Boolean(value),
            Value::Integer(value) => Self::Integer(value),
            Value::Decimal(value) => Self::Decimal(value),
            Value::Date(date) => Self::Date(date),
            Value::Object(object) => Self::Object(ObjectView(ObjectOrLink::Object(object))),
            Value::Reference(reference, info) => {
                Self::Object(ObjectView(ObjectOrLink::Link(reference, info)))
            }
            Value::List(list) => Self::List(ListView(list)),
        })
    }
}

impl<'a> ObjectView<'a> {
    /// The members that are set, with their names, in the order of the model.
    pub fn members(self) -> impl Iterator<Item = (&'static str, View<'a>)> {
        let (object, link) = match self.0 {
            ObjectOrLink::Object(object) => (Some(object), None),
            ObjectOrLink::Link(reference, _) => (None, Some(reference)),
        };
        let members = object.into_iter().flat_map(set_members);
        let members = members.filter_map(|(info, value)| Some((info.name, View::of(value)?)));
        let parts = link.into_iter().flat_map(Reference::parts);
        members.chain(parts.map(|(name, part)| (name, View::Text(part))))
    }

    /// The member of this name, if it is set.
    pub fn get(self, name: &str) -> Option<View<'a>> {
        match self.0 {
            ObjectOrLink::Object(object) => {
                let index = object.struct_info().find_name(name)?;
                View::of(object.member(index).value())
            }
            ObjectOrLink::Link(reference, _) => {
                let mut parts = reference.parts();
                Some(View::Text(parts.find(|(own, _)| *own == name)?.1))
            }
        }
    }
}

impl<'a> ListView<'a> {
    /// Where the list is, as a path on the engine's host.
    pub fn href(self) -> Option<Cow<'a, str>> {
        self.0.href()
    }

    /// The items; none if the engine sent only the address of the list.
    pub fn items(self) -> impl Iterator<Item = View<'a>> {
        self.0.iter().filter_map(View::of)
    }

    /// Whether the engine sent only the address of the list.
    pub fn is_link(self) -> bool {
        self.0.is_empty() && self.0.href_parts().is_some()
    }

    /// Number of items.
    pub fn len(self) -> usize {
        self.0.len()
    }

    /// Whether there are no items.
    pub fn is_empty(self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Debug for View<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let value = match *self {
            Self::Text(text) => Value::Text(text),
            Self::Boolean(value) => Value::Boolean(value),
            Self::Integer(value) => Value::Integer(value),
            Self::Decimal(value) => Value::Decimal(value),
            Self::Date(date) => Value::Date(date),
            Self::Object(object) => return object.fmt(f),
            Self::List(list) => return list.fmt(f),
        };
        DebugValue(&value).fmt(f)
    }
}

impl fmt::Debug for ObjectView<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            ObjectOrLink::Object(object) => debug::object(object, f),
            ObjectOrLink::Link(reference, info) => {
                DebugValue(&Value::Reference(reference, info)).fmt(f)
            }
        }
    }
}

impl fmt::Debug for ListView<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        debug::list(self.0, f)
    }
}
