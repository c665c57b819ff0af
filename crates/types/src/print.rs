//! `Debug` of all types: what is set, and no secrets.

use std::fmt;

use crate::element::{Element, View, members};
use crate::link::Reference;
use crate::list::Content;

/// An object: its type and the members that are set.
pub(crate) fn element(element: &dyn Element, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let shape = element.shape();
    let mut printer = f.debug_struct(shape.type_name);
    for (entry, value) in members(element) {
        if entry.secret {
            printer.field(entry.name, &Redacted);
        } else {
            printer.field(entry.name, &Shown(value));
        }
    }
    printer.finish()
}

struct Shown<'a>(View<'a>);

impl fmt::Debug for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        view(&self.0, f)
    }
}

struct Redacted;

impl fmt::Debug for Redacted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[redacted]")
    }
}

pub(crate) fn view(view: &View<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match view {
        View::Absent => f.write_str("absent"),
        View::Text(text) => fmt::Debug::fmt(text, f),
        View::Boolean(value) => fmt::Debug::fmt(value, f),
        View::Integer(value) => fmt::Debug::fmt(value, f),
        View::Decimal(value) => fmt::Debug::fmt(value, f),
        View::Date(date) => fmt::Display::fmt(date, f),
        View::Object(object) => element(*object, f),
        View::Reference(reference, shape) => self::reference(reference, shape.type_name, f),
        View::List(list) => self::list(list, f),
    }
}

/// A reference, as the object that it refers to with little set.
pub(crate) fn reference(
    reference: &Reference,
    type_name: &str,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    let mut printer = f.debug_struct(type_name);
    let parts = [
        ("href", reference.href()),
        ("id", reference.id()),
        ("name", reference.name()),
    ];
    for (name, text) in parts {
        if let Some(text) = text {
            printer.field(name, &text);
        }
    }
    printer.finish()
}

/// The items of a list, or its address where it is only referred to.
pub(crate) fn list(list: &Content, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match list.href() {
        Some(href) if list.is_empty() => write!(f, "List {{ href: {href:?} }}"),
        _ => f.debug_list().entries(list.iter().map(Shown)).finish(),
    }
}
