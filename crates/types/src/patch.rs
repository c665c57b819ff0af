//! What differs between two values of a type: the smallest update that makes the one the other.

use std::fmt;

use crate::element::{self, Element, Entry, Object, Slot, View};
use crate::link::Reference;
use crate::print;

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
        let mut report = Report {
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

struct Report<'a> {
    changes: &'a mut Vec<Change>,
    not_cleared: &'a mut Vec<String>,
}

impl Report<'_> {
    /// Takes out of `patch`, which is a copy of `after`, all that is as in `before`.
    fn compare(
        &mut self,
        path: &str,
        before: &dyn Element,
        after: &dyn Element,
        patch: &mut dyn Element,
    ) {
        for (index, entry) in after.shape().members.iter().enumerate() {
            if matches!(entry.name, "id" | "href") {
                patch.slot(index).clear();
                continue;
            }
            let path = if path.is_empty() {
                entry.name.to_owned()
            } else {
                format!("{path}.{}", entry.name)
            };
            let (old, new) = (before.field(index).view(), after.field(index).view());
            if same(&old, &new) {
                patch.slot(index).clear();
                continue;
            }
            match (&old, &new) {
                (View::Object(old), View::Object(new)) => {
                    if let Slot::Object(place) = patch.slot(index) {
                        // What is there is that of `after`, and shared with it.
                        let within = place.begin();
                        element::copy(*new, within);
                        self.compare(&path, *old, *new, within);
                    }
                    continue;
                }
                (View::Text(_), View::Absent) => match patch.slot(index) {
                    Slot::Text(place) => *place = Some(String::new()),
                    _ => {
                        self.not_cleared.push(path);
                        continue;
                    }
                },
                (_, View::Absent) => {
                    self.not_cleared.push(path);
                    continue;
                }
                _ => {
                    let id = identifier(&new);
                    let reference = id.and_then(|id| Reference::new(None, Some(id), None));
                    if let Slot::Link(place) = patch.slot(index)
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
fn identifier<'a>(view: &View<'a>) -> Option<&'a str> {
    match view {
        View::Reference(reference, _) => reference.id(),
        View::Object(object) => crate::element::text_of(*object, "id"),
        _ => None,
    }
}

/// Whether two values are the same to the engine.
fn same(one: &View<'_>, other: &View<'_>) -> bool {
    match (one, other) {
        (View::Absent, View::Absent) => true,
        // The engine writes a text that it doesn't have as an empty one.
        (View::Absent, View::Text("")) | (View::Text(""), View::Absent) => true,
        (View::Text(one), View::Text(other)) => one == other,
        (View::Boolean(one), View::Boolean(other)) => one == other,
        (View::Integer(one), View::Integer(other)) => one == other,
        (View::Decimal(one), View::Decimal(other)) => one == other,
        (View::Date(one), View::Date(other)) => one == other,
        (View::Reference(one, _), View::Reference(other, _)) => match (one.id(), other.id()) {
            (Some(one), Some(other)) => one == other,
            _ => one == other,
        },
        (View::Reference(..), View::Object(_)) | (View::Object(_), View::Reference(..)) => {
            identifier(one).is_some() && identifier(one) == identifier(other)
        }
        (View::Object(one), View::Object(other)) => {
            let members = 0..one.shape().members.len();
            members
                .into_iter()
                .all(|index| same(&one.field(index).view(), &other.field(index).view()))
        }
        // A list that is only referred to says nothing of its items.
        (View::List(one), View::List(other)) => {
            (one.is_empty() && one.href().is_some())
                || (other.is_empty() && other.href().is_some())
                || (one.len() == other.len()
                    && one
                        .iter()
                        .zip(other.iter())
                        .all(|(one, other)| same(&one, &other)))
        }
        (View::List(list), View::Absent) | (View::Absent, View::List(list)) => list.is_empty(),
        _ => false,
    }
}

/// A value for people.
fn shown(entry: &Entry, view: &View<'_>, absent: &str) -> String {
    struct Shown<'a>(&'a View<'a>);
    impl fmt::Debug for Shown<'_> {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            print::view(self.0, f)
        }
    }
    match view {
        View::Absent => absent.to_owned(),
        _ if entry.secret => "***".to_owned(),
        view => format!("{:?}", Shown(view)),
    }
}
