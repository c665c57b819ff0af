//! Something to do with the engine, not begun yet: what methods of the connection give.

use std::fmt;
use std::future::{Future, IntoFuture};
use std::pin::Pin;

use crate::blocking;
use crate::connection::Connection;
use crate::error::Error;
use crate::pending::{self, Pending};

type Work<T> = Pin<Box<dyn Future<Output = Result<T, Error>> + Send>>;

/// Something to do with the engine; nothing happens before one of `.await`, `.call()` and
/// `.start()`.
#[must_use = "nothing is sent without `.await`, `.call()` or `.start()`"]
pub struct LazyCall<T> {
    connection: Connection,
    work: Work<T>,
}

impl<T: Send + 'static> LazyCall<T> {
    pub(crate) fn new(
        connection: &Connection,
        work: impl Future<Output = Result<T, Error>> + Send + 'static,
    ) -> Self {
        Self {
            connection: connection.clone(),
            work: Box::pin(work),
        }
    }

    /// Does it and blocks meanwhile.
    ///
    /// # Errors
    ///
    /// Inside an async task it is [`Error::Usage`]: use `.await` there.
    pub fn call(self) -> Result<T, Error> {
        blocking::run(&self.connection, self.work)
    }

    /// Begins it, to ask for the outcome later.
    pub fn start(self) -> Pending<T> {
        pending::start(&self.connection, self.work)
    }
}

impl<T> IntoFuture for LazyCall<T> {
    type Output = Result<T, Error>;
    type IntoFuture = Work<T>;

    fn into_future(self) -> Self::IntoFuture {
        self.work
    }
}

impl<T> fmt::Debug for LazyCall<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            connection,
            work: _,
        } = self;
        f.debug_struct("LazyCall")
            .field("connection", connection)
            .finish_non_exhaustive()
    }
}
