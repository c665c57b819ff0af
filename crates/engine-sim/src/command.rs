//! Commands: what a request asks the engine to do with an object, and on whose behalf.

use crate::access::Caller;
use crate::message::Parameters;
use crate::node::Node;
use crate::world::World;

/// A command to execute.
pub(crate) struct Command<'a> {
    /// The type of the object.
    pub(crate) kind: &'a str,
    /// Path of the collection in the request, which may differ from where its objects are stored.
    pub(crate) collection: &'a str,
    pub(crate) parameters: &'a Parameters,
    pub(crate) correlation_id: &'a str,
    /// The user who sent the request; `None` if the engine itself issues the command.
    pub(crate) caller: Option<&'a Caller>,
}

impl Command<'_> {
    /// Returns the identifier of the user; for commands of the engine itself, the first user's.
    pub(crate) fn user<'w>(&'w self, world: &'w World) -> Option<&'w str> {
        let first = || world.store.list("users").first().map(Node::id);
        self.caller
            .map(|caller| caller.user.as_str())
            .or_else(first)
    }
}
