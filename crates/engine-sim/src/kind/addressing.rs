//! Rows about the addresses of objects and references in responses.

use super::{Answer, KEPT};
use crate::computed::Compute;
use crate::node::Node;
use crate::world::World;

/// The address of an object in a response.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Address {
    /// The path of the request, or of the collection and the identifier.
    Path,
    /// Another path below the API root.
    Other(String),
    /// None.
    None,
    /// None, nor an identifier.
    Anonymous,
    /// None, and none in its references either.
    Bare,
    /// None, and the identifier is all that the response has.
    Identifier,
}

/// How responses address objects of a type. The path is the concatenation of its parts.
pub(crate) struct Addressing {
    pub(crate) rule: AddressRule,
    /// The rule of responses to additions and updates, if it is another one.
    pub(crate) written: Option<AddressRule>,
    pub(crate) parent: ParentRule,
    /// Returns the address of the object that a member refers to, if it is not in the top-level
    /// collection of its type: object, member, path of the object.
    pub(crate) reference: fn(&World, &Node, &Node, &[&str]) -> Option<String>,
}

/// How an object is addressed.
#[derive(Clone, Copy)]
pub(crate) enum AddressRule {
    Path,
    /// See [`Address::None`].
    None,
    /// See [`Address::Anonymous`].
    Anonymous,
    /// See [`Address::Bare`].
    Bare,
    /// See [`Address::Identifier`].
    Identifier,
    /// In the top-level collection of the type, even if listed below an object of this collection.
    TopLevel(&'static str),
    /// Below the object that a member refers to, in the collection with this path segment. By path
    /// if the object does not have the member.
    Below {
        member: &'static str,
        segment: &'static str,
        /// Top-level collection below which objects are addressed by path; empty for none.
        except: &'static str,
    },
    /// As the function says.
    By(fn(&World, &Node, &[&str]) -> Address),
}

/// Whether an object refers to the object above its collection, if the model has a member for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ParentRule {
    Unnamed,
    Named,
    /// Only directly below an object of this top-level collection.
    NamedBelow(&'static str),
}

/// What differs in the collections below an object of a type.
pub(crate) struct Below {
    /// The address of their objects, if their own type addresses them by path.
    pub(crate) address: AddressRule,
    /// The answer to assignments.
    pub(crate) answer: Answer,
    /// Whether commands have a job, if those on the type have one.
    pub(crate) job: bool,
    /// Computes their objects, unless some are stored.
    pub(crate) compute: Option<Compute>,
}

/// By path.
pub(super) const BY_PATH: Addressing = Addressing {
    rule: AddressRule::Path,
    written: None,
    parent: ParentRule::Unnamed,
    reference: |_, _, _, _| None,
};

/// By path, with a reference to the object above.
pub(crate) const WITH_PARENT: Addressing = Addressing {
    parent: ParentRule::Named,
    ..KEPT.address
};
