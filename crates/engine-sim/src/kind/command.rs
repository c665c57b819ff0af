//! Rows of commands: additions, assignments, updates and removals; and a command to execute.

use super::{Kind, Missing, Statuses};
use crate::caller::{ADMINISTRATE, Caller};
use crate::fault::Fault;
use crate::message::Parameters;
use crate::node::Node;
use crate::object::{ObjectRef, USERS};
use crate::world::World;

/// How an addition is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Answer {
    /// 201.
    Created,
    /// 200.
    Ok,
    /// 202 with `creation_status` while tasks run, otherwise 201; also 201 if this parameter of the
    /// request is true.
    TasksUnless(&'static str),
}

impl Answer {
    /// Whether the response comes before tasks have ended.
    pub(crate) fn is_pending(self, command: &Command<'_>) -> bool {
        match self {
            Self::Created | Self::Ok => false,
            Self::TasksUnless(parameter) => command.flag(parameter) != Some(true),
        }
    }
}

/// The addition of an object.
pub(crate) struct Add {
    /// Whether it is simulated; otherwise it is refused.
    pub(crate) simulated: bool,
    pub(crate) verb: &'static str,
    pub(crate) event: u32,
    /// Whether the audit log gets an event.
    pub(crate) logged: bool,
    /// Returns another object that the event refers to, given the code of the event and the
    /// identifier of the VM that the new object is made from.
    pub(crate) about: fn(&World, u32, &str) -> Option<ObjectRef>,
    /// Returns the event code of an addition that does not have the usual one.
    pub(crate) variant: fn(&World, &ObjectRef) -> Option<u32>,
    pub(crate) permit: &'static str,
    /// Members that refer to what a new object is made from. A permission there suffices, as does
    /// one on its parents.
    pub(crate) owners: &'static [&'static str],
    pub(crate) answer: Answer,
    /// Fails if members are missing that the model does not require.
    pub(crate) required: fn(&Node) -> Result<(), Fault>,
    pub(crate) missing: Missing,
    /// Statuses of the owner in which it is allowed; empty for all.
    pub(crate) from: Statuses,
    /// The message if the status forbids it; empty for that of the type.
    pub(crate) refused: &'static str,
    /// Returns the identifier of an object that is the same as the new one. The engine answers as
    /// if it had added it.
    pub(crate) existing: fn(&World, &Command<'_>, &Node) -> Option<String>,
    /// Checks and completes the object.
    pub(crate) check: fn(&mut World, &Command<'_>, &mut Node) -> Result<(), Fault>,
    /// Runs after the object has been stored.
    pub(crate) done: fn(&mut World, &Command<'_>, &ObjectRef),
}

/// The assignment of an object to a collection below another one, such as a tag to a VM.
pub(crate) struct Assign {
    pub(crate) event: u32,
    /// Event code of its reversal.
    pub(crate) undo_event: u32,
    /// The fault if the object is assigned already; without one, the engine answers as if it had
    /// assigned it.
    pub(crate) taken: fn(&Command<'_>) -> Option<Fault>,
    /// Checks and completes what is stored for the assignment.
    pub(crate) check: fn(&mut World, &Command<'_>, &mut Node) -> Result<(), Fault>,
    /// Runs after the assignment, with the identifier of the object.
    pub(crate) done: fn(&mut World, &Command<'_>, &str),
    /// Checks and prepares the reversal.
    pub(crate) undo: fn(&mut World, &Command<'_>, &ObjectRef) -> Result<(), Fault>,
}

/// The update of an object.
pub(crate) struct Update {
    pub(crate) verb: &'static str,
    pub(crate) event: u32,
    pub(crate) permit: &'static str,
    pub(crate) from: Statuses,
    pub(crate) refused: &'static str,
    pub(crate) apply: fn(&mut World, &Command<'_>, &ObjectRef, &Node) -> Result<(), Fault>,
}

/// The removal of an object.
pub(crate) struct Remove {
    pub(crate) verb: &'static str,
    pub(crate) event: u32,
    pub(crate) permit: &'static str,
    pub(crate) from: Statuses,
    pub(crate) refused: &'static str,
    /// Checks the removal, and removes what must go first.
    pub(crate) check: fn(&mut World, &Command<'_>, &ObjectRef) -> Result<(), Fault>,
    /// Runs after the removal.
    pub(crate) done: fn(&mut World, &Command<'_>, &ObjectRef),
}

/// What the rows of all commands have in common.
#[derive(Clone, Copy)]
pub(crate) struct Row {
    pub(crate) verb: &'static str,
    pub(crate) title: &'static str,
    pub(crate) from: Statuses,
    pub(crate) refused: &'static str,
    pub(super) permit: &'static str,
}

/// A command to execute.
#[derive(Clone, Copy)]
pub(crate) struct Command<'a> {
    pub(crate) kind: &'static Kind,
    /// Name of the type in the model.
    pub(crate) type_name: &'a str,
    /// Path of the collection in the request, which may differ from where its objects are stored.
    pub(crate) collection: &'a str,
    /// Path of the collection that stores its objects.
    pub(crate) stored_in: &'a str,
    pub(crate) parameters: &'a Parameters,
    pub(crate) correlation_id: &'a str,
    /// Whether it has a job.
    pub(crate) job: bool,
    /// The user who sent the request; `None` if the engine itself issues the command.
    pub(crate) caller: Option<&'a Caller>,
}

impl Row {
    /// Returns the permit that the command requires on an object at the top level.
    pub(crate) fn permit(&self) -> &'static str {
        match self.permit {
            "" => ADMINISTRATE,
            permit => permit,
        }
    }
}

impl Command<'_> {
    /// Returns the identifier of the user; for commands of the engine itself, the first user's.
    pub(crate) fn user<'w>(&'w self, world: &'w World) -> Option<&'w str> {
        let first = || world.store.list(USERS).first().map(Node::id);
        self.caller
            .map(|caller| caller.user.as_str())
            .or_else(first)
    }

    /// Returns the object that the collection belongs to; an empty handle at the top level.
    pub(crate) fn owner(&self) -> ObjectRef {
        ObjectRef::at(
            self.collection
                .rsplit_once('/')
                .map_or("", |(path, _)| path),
        )
    }

    /// Whether a parameter of the request is set and true.
    pub(crate) fn flag(&self, name: &str) -> Option<bool> {
        self.parameters.flag(name)
    }
}

macro_rules! rows {
    ($($row:ident),+) => {$(
        impl $row {
            /// Returns what the rows of all commands have in common.
            pub(crate) fn row(&self) -> Row {
                Row {
                    verb: self.verb,
                    title: "",
                    from: self.from,
                    refused: self.refused,
                    permit: self.permit,
                }
            }
        }
    )+};
}

rows!(Add, Update, Remove);
