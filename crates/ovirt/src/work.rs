//! The work behind a request, which the engine may continue after its response.

use crate::connection::Connection;
use crate::pending::BoxFuture;
use crate::status::{State, Status};

/// The work behind a request.
pub(crate) struct Work<T> {
    pub(crate) response: T,
    /// Whether there must be a job.
    pub(crate) expects_job: bool,
    /// Requests the current state of the object; `None` if it has no address.
    pub(crate) reload: fn(&T, &Connection) -> Option<BoxFuture<T>>,
    pub(crate) status: for<'a> fn(&'a T) -> Option<Status<'a>>,
}

impl Work<()> {
    /// Work of which nothing but jobs are known.
    pub(crate) fn unknown() -> Self {
        Self {
            response: (),
            expects_job: true,
            reload: |(), _| None,
            status: |()| None,
        }
    }
}

impl<T> Work<T> {
    /// The state of the object, given its current version; `None` if it has no status. A failed
    /// state is an error, unless the response had it already. `seen` is what timeouts report.
    pub(crate) fn state(
        &self,
        object: &T,
        seen: &mut Option<String>,
    ) -> Result<Option<State>, String> {
        let Some(status) = (self.status)(object) else {
            return Ok(None);
        };
        let Status {
            member,
            value,
            state,
        } = status;
        let was_failed = (self.status)(&self.response).is_some_and(|it| it.state == State::Failed);
        if state == State::Failed && !was_failed {
            return Err(format!("the {member} of the object has become {value}"));
        }
        *seen = Some(format!("the {member} of the object is {value}"));
        Ok(Some(state))
    }
}
