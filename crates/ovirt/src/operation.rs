//! [`Operation`]: a request whose work the engine continues after its response.

use std::fmt;

use crate::connection::Connection;
use crate::jobs::WaitForJobs;
use crate::work::Work;

/// A request whose work the engine may continue after its response; returned by the method
/// `operation` of requests.
pub struct Operation<T> {
    connection: Connection,
    work: Work<T>,
    correlation_id: String,
}

impl<T: Send + 'static> Operation<T> {
    pub(crate) fn new(connection: Connection, work: Work<T>, correlation_id: String) -> Self {
        Self {
            connection,
            work,
            correlation_id,
        }
    }

    /// What the engine returned: typically an object that is still locked.
    pub fn response(&self) -> &T {
        &self.work.response
    }

    /// The correlation id of the request, by which its events and jobs can be found.
    pub fn correlation_id(&self) -> &str {
        &self.correlation_id
    }

    /// Waits until the jobs of the request have finished and the object is settled, and returns its
    /// current state, or the response as it was if it has no href.
    ///
    /// An object is settled if its status, phase or snapshot status is stable: neither locked nor
    /// in transition. Objects without a status are settled at once. Without a job:
    ///
    /// - If the response announced one, by status 202, a link `creation_status` or the `<job>` of
    ///   an action, the wait goes on for the [grace period](WaitForJobs::grace_period). Then the
    ///   status of the object decides. Without a status, the outcome is
    ///   [`Error::NotFound`](crate::Error::NotFound).
    /// - Otherwise the wait is over as soon as the object is settled: about half of all requests
    ///   have no job.
    ///
    /// # Errors
    ///
    /// See [`WaitForJobs`]; also [`Error::Fault`](crate::Error::Fault) of kind
    /// [`WaitFailed`](crate::ErrorKind::WaitFailed) if the status of the object has become one of
    /// failure, such as `illegal`.
    pub fn done(self) -> WaitForJobs<T> {
        WaitForJobs::new(&self.connection, self.correlation_id, self.work)
    }
}

impl<T: fmt::Debug> fmt::Debug for Operation<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            connection,
            work,
            correlation_id,
        } = self;
        f.debug_struct("Operation")
            .field("connection", connection)
            .field("response", &work.response)
            .field("correlation_id", correlation_id)
            .finish_non_exhaustive()
    }
}
