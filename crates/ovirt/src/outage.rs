//! Outages: whether polling goes on after a failed request.

use crate::connection::Connection;
use crate::error::Error;

/// How many requests in a row may fail on a connection that never had a response: there may be no
/// engine at all.
const MAX_FIRST_FAILURES: u32 = 10;

/// The failed requests of something that polls.
///
/// While the engine restarts it refuses connections, holds them, or responds that it is not
/// deployed. Polling goes on until it is back.
pub(crate) struct Outage {
    connection: Connection,
    /// How many requests have failed in a row.
    failures: u32,
    /// The last failure, until a request succeeds.
    error: Option<Error>,
}

impl Outage {
    pub(crate) fn new(connection: &Connection) -> Self {
        Self {
            connection: connection.clone(),
            failures: 0,
            error: None,
        }
    }

    /// Returns what a request returned, `None` if it failed and is to be repeated later, or the
    /// error if it is permanent.
    pub(crate) fn survive<T>(&mut self, outcome: Result<T, Error>) -> Result<Option<T>, Error> {
        let error = match outcome {
            Ok(value) => {
                self.failures = 0;
                self.error = None;
                return Ok(Some(value));
            }
            Err(error) => error,
        };
        self.failures += 1;
        let may_be_engine = self.connection.has_responded() || self.failures < MAX_FIRST_FAILURES;
        if !error.is_retryable() || !may_be_engine {
            return Err(error);
        }
        tracing::info!(target: "ovirt", %error, "the engine is unavailable, polling goes on");
        self.error = Some(error);
        Ok(None)
    }

    /// Returns the last failure, unless a request has succeeded since.
    pub(crate) fn error(&self) -> Option<&Error> {
        self.error.as_ref()
    }
}
