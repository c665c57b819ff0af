//! `Debug` of all types: prints the members that are set and redacts secrets.

use std::fmt;

use crate::reflect::{Reflect, UntypedList, Value, set_members};
use crate::secret::redact_urls;

/// `Debug` of an object: its type and the members that are set.
pub fn object(object: &dyn Reflect, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut debug = f.debug_struct(object.struct_info().type_name);
    for (member, value) in set_members(object) {
        if member.secret {
            debug.field(member.name, &format_args!("[redacted]"));
        } else {
            debug.field(member.name, &DebugValue(&value));
        }
    }
    debug.finish()
}

/// `Debug` of the value of a member.
pub(crate) fn value(value: &Value<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match value {
        Value::Absent => f.write_str("absent"),
        Value::Text(text) => fmt::Debug::fmt(&redact_urls(text), f),
        Value::Boolean(value) => fmt::Debug::fmt(value, f),
        Value::Integer(value) => fmt::Debug::fmt(value, f),
        Value::Decimal(value) => fmt::Debug::fmt(value, f),
        Value::Date(date) => fmt::Display::fmt(date, f),
        Value::Object(nested) => object(*nested, f),
        Value::Reference(reference, info) => {
            let mut debug = f.debug_struct(info.type_name);
            for (name, part) in reference.parts() {
                debug.field(name, &part);
            }
            debug.finish()
        }
        Value::List(items) => list(items, f),
    }
}

/// `Debug` of a list: its items, or its `href` if it has no items.
pub(crate) fn list(list: &UntypedList, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match list.href() {
        Some(href) if list.is_empty() => write!(f, "List {{ href: {href:?} }}"),
        _ => {
            let mut debug = f.debug_list();
            for item in list.iter() {
                debug.entry(&DebugValue(&item));
            }
            debug.finish()
        }
    }
}

/// A value with `Debug`.
pub(crate) struct DebugValue<'a>(pub(crate) &'a Value<'a>);

impl fmt::Debug for DebugValue<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        value(self.0, f)
    }
}
