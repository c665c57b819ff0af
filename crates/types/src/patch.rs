//! The minimal update between two versions of an object.

use std::fmt;

use crate::debug::DebugValue;
use crate::reference::Reference;
use crate::reflect::{self, MemberInfo, MemberMut, Object, Reflect, Value};

/// The difference between the current and the desired state of an object, to be sent as an update.
///
/// Nested objects are compared member by member, links by their `id`. A list is sent as a whole if
/// it differs. `id` and `href` are ignored. A text that is unset in the desired state is cleared;
/// an update cannot clear other members, see [`not_cleared`](Self::not_cleared).
///
/// Displays one line per change, with secrets redacted.
///
/// ```
/// use ovirt_types::{Patch, Vm};
///
/// let current = Vm::named("web1").memory(1 << 30).description("old");
/// let desired = Vm::named("web1").memory(2 << 30);
/// let patch = Patch::between(&current, &desired);
/// assert_eq!(
///     patch.to_string(),
///     "description: \"old\" -> (cleared)\nmemory: 1073741824 -> 2147483648\n"
/// );
/// assert_eq!(patch.into_object(), Vm::new().memory(2 << 30).description(""));
/// ```
#[derive(Clone, Debug, PartialEq)]
#[must_use = "a patch changes nothing until it is sent with `update`"]
pub struct Patch<T> {
    object: T,
    changes: Vec<Change>,
    not_cleared: Vec<String>,
}

/// The change of one member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    path: String,
    before: String,
    after: String,
}

impl Change {
    /// Path of the member, by names of the API: `cpu.topology.cores`.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The current value for display: `(not set)` if it is unset, `***` for a secret.
    pub fn before(&self) -> &str {
        &self.before
    }

    /// The desired value for display: `(cleared)` if it is unset, `***` for a secret.
    pub fn after(&self) -> &str {
        &self.after
    }
}

impl<T: Object> Patch<T> {
    /// Compares the current state with the desired one.
    pub fn between(current: &T, desired: &T) -> Self {
        let mut patch = Self {
            object: desired.clone(),
            changes: Vec::new(),
            not_cleared: Vec::new(),
        };
        let mut comparison = Comparison {
            changes: &mut patch.changes,
            not_cleared: &mut patch.not_cleared,
        };
        comparison.compare("", current, desired, &mut patch.object);
        patch
    }

    /// Whether there are no changes to send.
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }

    /// The changes, in the order of the members.
    pub fn changes(&self) -> &[Change] {
        &self.changes
    }

    /// Paths of members that are unset in the desired state and that an update cannot clear. The
    /// API ignores absent members; clearing one, if possible at all, takes a request of its own.
    pub fn not_cleared(&self) -> &[String] {
        &self.not_cleared
    }

    /// Converts the patch into the object to pass to `update`, which has only changed members.
    pub fn into_object(self) -> T {
        self.object
    }
}

impl<T> fmt::Display for Patch<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for Change {
            path,
            before,
            after,
        } in &self.changes
        {
            writeln!(f, "{path}: {before} -> {after}")?;
        }
        for path in &self.not_cleared {
            writeln!(f, "{path}: cannot be cleared by an update")?;
        }
        Ok(())
    }
}

struct Comparison<'a> {
    changes: &'a mut Vec<Change>,
    not_cleared: &'a mut Vec<String>,
}

impl Comparison<'_> {
    /// Removes from `patch`, a copy of `desired`, what equals `current`.
    fn compare(
        &mut self,
        path: &str,
        current: &dyn Reflect,
        desired: &dyn Reflect,
        patch: &mut dyn Reflect,
    ) {
        for (index, member) in desired.struct_info().members.iter().enumerate() {
            let (before, after) = (current.member(index).value(), desired.member(index).value());
            if member.is_attribute() || equivalent(&before, &after) {
                patch.member_mut(index).clear();
                continue;
            }
            let path = if path.is_empty() {
                member.name.to_owned()
            } else {
                format!("{path}.{}", member.name)
            };
            match (&before, &after) {
                (Value::Object(before), Value::Object(after)) => {
                    if let MemberMut::Object(slot) = patch.member_mut(index) {
                        // A fresh copy: the object in the slot is shared with `desired`.
                        let nested = slot.insert_empty();
                        reflect::copy(*after, nested);
                        self.compare(&path, *before, *after, nested);
                    }
                    continue;
                }
                (_, Value::Absent) => match (&before, patch.member_mut(index)) {
                    (Value::Text(_), MemberMut::Text(text)) => *text = Some(String::new()),
                    _ => {
                        self.not_cleared.push(path);
                        continue;
                    }
                },
                _ => refer_by_id(patch.member_mut(index), &after),
            }
            self.changes.push(Change {
                path,
                before: display(member, &before, "(not set)"),
                after: display(member, &after, "(cleared)"),
            });
        }
    }
}

/// Reduces a link to its `id`, which is all that the engine looks at.
fn refer_by_id(member: MemberMut<'_>, value: &Value<'_>) {
    if let MemberMut::Link(link) = member
        && link.accepts_references()
        && let Some(id) = link_id(value)
        && let Some(reference) = Reference::new(None, Some(id), None)
    {
        link.set_reference(reference);
    }
}

fn link_id<'a>(value: &Value<'a>) -> Option<&'a str> {
    match value {
        Value::Reference(reference, _) => reference.id(),
        Value::Object(object) => reflect::text_of(*object, "id"),
        _ => None,
    }
}

/// Whether two values mean the same to the engine.
fn equivalent(a: &Value<'_>, b: &Value<'_>) -> bool {
    match (a, b) {
        (Value::Absent, Value::Absent) => true,
        // The engine sends an unset text as an empty element.
        (Value::Absent, Value::Text("")) | (Value::Text(""), Value::Absent) => true,
        (Value::Text(a), Value::Text(b)) => a == b,
        (Value::Boolean(a), Value::Boolean(b)) => a == b,
        (Value::Integer(a), Value::Integer(b)) => a == b,
        (Value::Decimal(a), Value::Decimal(b)) => a == b,
        (Value::Date(a), Value::Date(b)) => a == b,
        (Value::Reference(a, _), Value::Reference(b, _)) => match (a.id(), b.id()) {
            (Some(a), Some(b)) => a == b,
            _ => a == b,
        },
        (Value::Reference(..), Value::Object(_)) | (Value::Object(_), Value::Reference(..)) => {
            link_id(a).is_some() && link_id(a) == link_id(b)
        }
        (Value::Object(a), Value::Object(b)) => {
            let mut members = 0..a.struct_info().members.len();
            members.all(|index| equivalent(&a.member(index).value(), &b.member(index).value()))
        }
        (Value::List(a), Value::List(b)) => {
            // The items of a linked list are unknown.
            let is_linked = |list: &reflect::UntypedList| list.is_empty() && list.href().is_some();
            let mut pairs = a.iter().zip(b.iter());
            is_linked(a)
                || is_linked(b)
                || (a.len() == b.len() && pairs.all(|(a, b)| equivalent(&a, &b)))
        }
        (Value::List(list), Value::Absent) | (Value::Absent, Value::List(list)) => list.is_empty(),
        _ => false,
    }
}

fn display(member: &MemberInfo, value: &Value<'_>, absent: &str) -> String {
    match value {
        Value::Absent => absent.to_owned(),
        _ if member.secret => "***".to_owned(),
        value => format!("{:?}", DebugValue(value)),
    }
}
