//! A request in flight whose outcome is asked for later.

use std::fmt;
use std::future::{Future, IntoFuture};
use std::pin::Pin;

use tokio::runtime::Handle;
use tokio::sync::oneshot;

use crate::blocking;
use crate::connection::Connection;
use crate::error::{ConnectionError, Error};

/// A request in flight: what `.start()` gives.
///
/// The request is under way at once, without anybody waiting for it. Dropping this doesn't cancel
/// it: its outcome is just not seen then. It ends when its runtime does: inside an async task that
/// is the task's, else one that lives as long as the connection.
#[must_use = "the outcome is lost without `.wait()` or `.await`"]
pub struct Pending<T> {
    outcome: oneshot::Receiver<Result<T, Error>>,
}

impl<T> Pending<T> {
    /// Blocks until the request has ended, and gives its outcome.
    ///
    /// # Errors
    ///
    /// Those of the request; and [`Error::Usage`] inside an async task, where `.await` is the way.
    pub fn wait(self) -> Result<T, Error> {
        blocking::check_may_block(".wait()")?;
        self.outcome
            .blocking_recv()
            .unwrap_or_else(|_| Err(aborted()))
    }
}

impl<T> fmt::Debug for Pending<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The outcome may be a secret.
        let Self { outcome: _ } = self;
        f.debug_struct("Pending").finish_non_exhaustive()
    }
}

impl<T: Send + 'static> IntoFuture for Pending<T> {
    type Output = Result<T, Error>;
    type IntoFuture = Pin<Box<dyn Future<Output = Self::Output> + Send>>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(async move { self.outcome.await.unwrap_or_else(|_| Err(aborted())) })
    }
}

/// Sends a future on its way: on the present runtime if there is one, else on the connection's.
pub(crate) fn start<T: Send + 'static>(
    connection: &Connection,
    future: impl Future<Output = Result<T, Error>> + Send + 'static,
) -> Pending<T> {
    match Handle::try_current() {
        Ok(handle) => spawn(&handle, future),
        Err(_) => match connection.worker().handle() {
            Ok(handle) => spawn(handle, future),
            Err(error) => {
                let (sender, outcome) = oneshot::channel();
                let _ = sender.send(Err(error));
                Pending { outcome }
            }
        },
    }
}

/// Sends a future on its way on this runtime.
pub(crate) fn spawn<T: Send + 'static>(
    handle: &Handle,
    future: impl Future<Output = Result<T, Error>> + Send + 'static,
) -> Pending<T> {
    let (sender, outcome) = oneshot::channel();
    handle.spawn(async move {
        // Nobody may be interested any more.
        let _ = sender.send(future.await);
    });
    Pending { outcome }
}

#[cold]
fn aborted() -> Error {
    ConnectionError::new("the request was given up: the runtime that it ran on has ended").into()
}
