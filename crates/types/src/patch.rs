//! What differs between two values of a type: the smallest update that makes the one the other.

use std::fmt;

use crate::debug;
use crate::link::Reference;
use crate::reflect::{self, MemberInfo, MemberMut, Object, Reflect, Value};

/// What has to be sent to change an object as it is into one as it should be: only what differs.
///
/// Objects within are compared member by member, lists are replaced as a whole, links are told by
/// the identifier. `id` and `href` are left alone. A text that is absent in the new value is cleared;
/// other members can't be cleared in an update, see [`not_cleared`](Self::not_cleared).
///
/// It prints as a line for each change; passwords are hidden.
///
/// ```
/// use ovirt_types::{Patch, Vm};
///
/// let before = Vm::named("web1").memory(1 << 30).description("old");
/// let after = Vm::named("web1").memory(2 << 30);
/// let patch = Patch::between(&before, &after);
/// assert_eq!(
///     patch.to_string(),
///     "description: \"old\" -> (cleared)\nmemory: 1073741824 -> 2147483648\n"
/// );
/// assert_eq!(patch.into_object(), Vm::new().memory(2 << 30).description(""));
/// ```
#[derive(Clone, Debug, PartialEq)]
#[must_use = "nothing is changed before the patch is sent with `update`"]
pub struct Patch<T> {
    object: T,
    changes: Vec<Change>,
    not_cleared: Vec<String>,
}

/// The change of a member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    path: String,
    before: String,
    after: String,
}

impl Change {
    /// The member's name in the API, after those of the objects around it: `cpu.topology.cores`.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The value as it is, for people; `(not set)` if there is none, `***` for a secret.
    pub fn before(&self) -> &str {
        &self.before
    }

    /// The value as it should be, for people; `(cleared)` if there shall be none.
    pub fn after(&self) -> &str {
        &self.after
    }
}

impl<T: Object> Patch<T> {
    /// What makes `after` of `before`.
    pub fn between(before: &T, after: &T) -> Self {
        let mut patch = Self {
            object: after.clone(),
            changes: Vec::new(),
            not_cleared: Vec::new(),
        };
        let mut report = Comparison {
            changes: &mut patch.changes,
            not_cleared: &mut patch.not_cleared,
        };
        report.compare("", before, after, &mut patch.object);
        patch
    }

    /// Whether nothing differs, so that nothing needs to be sent.
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }

    /// What differs.
    pub fn changes(&self) -> &[Change] {
        &self.changes
    }

    /// Paths of members that the new value doesn't have, and that no update can take away: the API
    /// has no way to say so, or one of its own for each.
    pub fn not_cleared(&self) -> &[String] {
        &self.not_cleared
    }

    /// The object to give to `update`: it has only what differs.
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
            writeln!(f, "{path}: stays, an update can't take it away")?;
        }
        Ok(())
    }
}

struct Comparison<'a> {
    changes: &'a mut Vec<Change>,
    not_cleared: &'a mut Vec<String>,
}

impl Comparison<'_> {
    /// Takes out of `patch`, which is a copy of `after`, all that is as in `before`.
    fn compare(
        &mut self,
        path: &str,
        before: &dyn Reflect,
        after: &dyn Reflect,
        patch: &mut dyn Reflect,
    ) {
        for (index, entry) in after.struct_info().members.iter().enumerate() {
            if matches!(entry.name, "id" | "href") {
                patch.member_mut(index).clear();
                continue;
            }
            let path = if path.is_empty() {
                entry.name.to_owned()
            } else {
                format!("{path}.{}", entry.name)
            };
            let (old, new) = (before.member(index).value(), after.member(index).value());
            if same(&old, &new) {
                patch.member_mut(index).clear();
                continue;
            }
            match (&old, &new) {
                (Value::Object(old), Value::Object(new)) => {
                    if let MemberMut::Object(place) = patch.member_mut(index) {
                        // What is there is that of `after`, and shared with it.
                        let within = place.begin();
                        reflect::copy(*new, within);
                        self.compare(&path, *old, *new, within);
                    }
                    continue;
                }
                (Value::Text(_), Value::Absent) => match patch.member_mut(index) {
                    MemberMut::Text(place) => *place = Some(String::new()),
                    _ => {
                        self.not_cleared.push(path);
                        continue;
                    }
                },
                (_, Value::Absent) => {
                    self.not_cleared.push(path);
                    continue;
                }
                _ => {
                    let id = identifier(&new);
                    let reference = id.and_then(|id| Reference::new(None, Some(id), None));
                    if let MemberMut::Link(place) = patch.member_mut(index)
                        && place.may_refer()
                        && let Some(reference) = reference
                    {
                        place.refer(reference);
                    }
                }
            }
            self.changes.push(Change {
                path,
                before: shown(entry, &old, "(not set)"),
                after: shown(entry, &new, "(cleared)"),
            });
        }
    }
}

/// The identifier of a link.
fn identifier<'a>(view: &Value<'a>) -> Option<&'a str> {
    match view {
        Value::Reference(reference, _) => reference.id(),
        Value::Object(object) => crate::reflect::text_of(*object, "id"),
        _ => None,
    }
}

/// Whether two values are the same to the engine.
fn same(one: &Value<'_>, other: &Value<'_>) -> bool {
    match (one, other) {
        (Value::Absent, Value::Absent) => true,
        // The engine writes a text that it doesn't have as an empty one.
        (Value::Absent, Value::Text("")) | (Value::Text(""), Value::Absent) => true,
        (Value::Text(one), Value::Text(other)) => one == other,
        (Value::Boolean(one), Value::Boolean(other)) => one == other,
        (Value::Integer(one), Value::Integer(other)) => one == other,
        (Value::Decimal(one), Value::Decimal(other)) => one == other,
        (Value::Date(one), Value::Date(other)) => one == other,
        (Value::Reference(one, _), Value::Reference(other, _)) => match (one.id(), other.id()) {
            (Some(one), Some(other)) => one == other,
            _ => one == other,
        },
        (Value::Reference(..), Value::Object(_)) | (Value::Object(_), Value::Reference(..)) => {
            identifier(one).is_some() && identifier(one) == identifier(other)
        }
        (Value::Object(one), Value::Object(other)) => {
            let members = 0..one.struct_info().members.len();
            members
                .into_iter()
                .all(|index| same(&one.member(index).value(), &other.member(index).value()))
        }
        // A list that is only referred to says nothing of its items.
        (Value::List(one), Value::List(other)) => {
            (one.is_empty() && one.href().is_some())
                || (other.is_empty() && other.href().is_some())
                || (one.len() == other.len()
                    && one
                        .iter()
                        .zip(other.iter())
                        .all(|(one, other)| same(&one, &other)))
        }
        (Value::List(list), Value::Absent) | (Value::Absent, Value::List(list)) => list.is_empty(),
        _ => false,
    }
}

/// A value for people.
fn shown(entry: &MemberInfo, view: &Value<'_>, absent: &str) -> String {
    struct DisplayValue<'a>(&'a Value<'a>);
    impl fmt::Debug for DisplayValue<'_> {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            debug::value(self.0, f)
        }
    }
    match view {
        Value::Absent => absent.to_owned(),
        _ if entry.secret => "***".to_owned(),
        view => format!("{:?}", DisplayValue(view)),
    }
}
