//! `Debug` of all types: what is set, and no secrets.

use std::fmt;

use crate::link::Reference;
use crate::list::UntypedList;
use crate::reflect::{Reflect, Value, members};

/// An object: its type and the members that are set.
pub(crate) fn object(element: &dyn Reflect, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let shape = element.struct_info();
    let mut printer = f.debug_struct(shape.type_name);
    for (entry, value) in members(element) {
        if entry.secret {
            printer.field(entry.name, &Redacted);
        } else {
            printer.field(entry.name, &DebugValue(value));
        }
    }
    printer.finish()
}

struct DebugValue<'a>(Value<'a>);

impl fmt::Debug for DebugValue<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        value(&self.0, f)
    }
}

struct Redacted;

impl fmt::Debug for Redacted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[redacted]")
    }
}

pub(crate) fn value(view: &Value<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match view {
        Value::Absent => f.write_str("absent"),
        Value::Text(text) => fmt::Debug::fmt(text, f),
        Value::Boolean(value) => fmt::Debug::fmt(value, f),
        Value::Integer(value) => fmt::Debug::fmt(value, f),
        Value::Decimal(value) => fmt::Debug::fmt(value, f),
        Value::Date(date) => fmt::Display::fmt(date, f),
        Value::Object(object) => self::object(*object, f),
        Value::Reference(reference, shape) => self::reference(reference, shape.type_name, f),
        Value::List(list) => self::list(list, f),
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
pub(crate) fn list(list: &UntypedList, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match list.href() {
        Some(href) if list.is_empty() => write!(f, "List {{ href: {href:?} }}"),
        _ => f.debug_list().entries(list.iter().map(DebugValue)).finish(),
    }
}
