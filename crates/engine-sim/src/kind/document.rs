//! Rows of request documents: mandatory members, and references to other objects.

use crate::fault::Fault;
use crate::node::Node;
use crate::schema::camel_path;

/// How the engine refuses an addition without members that the model requires.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Missing {
    /// Names all of them.
    All,
    /// Names all of them, first the ones that its API model requires.
    RequiredFirst,
    /// Names the first one.
    First,
    /// Names none.
    Unnamed,
}

/// The members of a document that refer to other objects, where the model does not say so.
pub(crate) struct References {
    /// Members that are references nevertheless.
    pub(crate) also: &'static [&'static str],
    /// Members that the model calls references, but that describe something new.
    pub(crate) new: &'static [&'static str],
    /// Members whose identifiers the command checks itself, with its own message.
    pub(crate) checked_later: &'static [&'static str],
}

/// How references to objects of a type are resolved.
pub(crate) struct Referred {
    /// Whether the engine checks references before the command.
    pub(crate) checked: bool,
    /// Returns the fault if there is no object with the identifier.
    pub(crate) unknown: fn(&str) -> Fault,
    /// Returns the fault if there is no object with the name, given the type.
    pub(crate) unnamed: fn(&str, &str) -> Fault,
    /// Whether a refusal names the type if there is no object with the name.
    pub(crate) titled: bool,
}

/// Fails if a new object lacks members, such as `name` or, for a reference, `host.id|name`.
pub(crate) fn check_members(class: &str, object: &Node, members: &[&str]) -> Result<(), Fault> {
    let is_missing = |path: &&&str| {
        let (member, is_reference) = match path.split_once('.') {
            Some((member, _)) => (member, true),
            None => (**path, false),
        };
        // An empty name is refused later.
        object
            .child(member)
            .is_none_or(|child| !is_reference && member != "name" && child.text.is_empty())
    };
    let missing = members.iter().filter(is_missing);
    let missing: Vec<String> = missing.map(|path| camel_path(path)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    Err(Fault::incomplete(class, &missing, "add"))
}
