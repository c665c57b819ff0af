//! Rows of actions: what they are called, when they are allowed, and how they are answered.

use super::{Command, Row, Statuses};
use crate::fault::Fault;
use crate::node::Node;
use crate::object::ObjectRef;
use crate::world::World;

/// The function of an action: takes its document, returns the elements added to the response.
pub(crate) type Run = fn(&mut World, &Command<'_>, &ObjectRef, &Node) -> Result<Vec<Node>, Fault>;

/// An action.
#[derive(Clone, Copy)]
pub(crate) struct Action {
    /// Name in the model.
    pub(crate) name: &'static str,
    pub(crate) verb: &'static str,
    /// What refusals call the object; empty for the type's title.
    pub(crate) title: &'static str,
    /// Statuses in which it is allowed; empty for all.
    pub(crate) from: Statuses,
    pub(crate) refused: &'static str,
    /// The status that it sets at once; empty for none.
    pub(crate) meanwhile: &'static str,
    /// The statuses that follow, one a step.
    pub(crate) then: Statuses,
    pub(crate) event: u32,
    pub(crate) permit: &'static str,
    /// Whether it starts tasks, so that the response comes before they end.
    pub(crate) tasks: bool,
    pub(crate) job: bool,
    /// Whether the response has the object, with its links but without other members.
    pub(crate) inlines: bool,
    /// Whether a refusal is a fault without an action around it.
    pub(crate) bare_fault: bool,
    /// What the engine answers with status code 500 if the object does not exist; empty if it says
    /// so.
    pub(crate) fails_unknown: &'static str,
    /// Whether it succeeds for an object that does not exist.
    pub(crate) completes_unknown: bool,
    /// A member with a reference whose identifier only the function checks; empty for none.
    pub(crate) unresolved: &'static str,
    /// Whether it answers with code 204 if the function returns nothing.
    pub(crate) no_content: bool,
    pub(crate) run: Run,
}

/// Returns the row of an action.
pub(crate) const fn act(
    name: &'static str,
    verb: &'static str,
    from: Statuses,
    run: Run,
) -> Action {
    Action {
        name,
        verb,
        title: "",
        from,
        refused: "",
        meanwhile: "",
        then: &[],
        event: 0,
        permit: "",
        tasks: false,
        job: true,
        inlines: false,
        bare_fault: false,
        fails_unknown: "",
        completes_unknown: false,
        unresolved: "",
        no_content: false,
        run,
    }
}

impl Action {
    pub(crate) const fn event(mut self, code: u32) -> Self {
        self.event = code;
        self
    }

    pub(crate) const fn permit(mut self, permit: &'static str) -> Self {
        self.permit = permit;
        self
    }

    pub(crate) const fn titled(mut self, title: &'static str) -> Self {
        self.title = title;
        self
    }

    /// Sets the message for a status that forbids the action.
    pub(crate) const fn refused(mut self, message: &'static str) -> Self {
        self.refused = message;
        self
    }

    /// Sets the status now and schedules the next ones.
    pub(crate) const fn moves(mut self, meanwhile: &'static str, then: Statuses) -> Self {
        self.meanwhile = meanwhile;
        self.then = then;
        self
    }

    pub(crate) const fn with_tasks(mut self) -> Self {
        self.tasks = true;
        self
    }

    pub(crate) const fn without_job(mut self) -> Self {
        self.job = false;
        self
    }

    pub(crate) const fn inlines_object(mut self) -> Self {
        self.inlines = true;
        self
    }

    pub(crate) const fn completes_unknown(mut self) -> Self {
        self.completes_unknown = true;
        self
    }

    pub(crate) const fn fails_unknown(mut self, detail: &'static str) -> Self {
        self.fails_unknown = detail;
        self
    }

    pub(crate) const fn unresolved(mut self, member: &'static str) -> Self {
        self.unresolved = member;
        self
    }

    pub(crate) const fn no_content(mut self) -> Self {
        self.no_content = true;
        self
    }

    pub(crate) const fn bare_fault(mut self) -> Self {
        self.bare_fault = true;
        self
    }

    /// Returns what the rows of all commands have in common.
    pub(crate) fn row(&self) -> Row {
        Row {
            verb: self.verb,
            title: self.title,
            from: self.from,
            refused: self.refused,
            permit: self.permit,
        }
    }
}
