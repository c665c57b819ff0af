//! Ways to run a future: blocking, in the background with [`Pending`], or on a tokio runtime.

use std::fmt;
use std::future::{Future, IntoFuture};
use std::pin::Pin;

use tokio::runtime::Handle;
use tokio::sync::oneshot;
use tracing::Instrument as _;
use tracing::instrument::WithSubscriber as _;

use crate::error::{ConnectionError, Error};
use crate::worker::{self, Worker};

/// A boxed future of a request.
pub(crate) type BoxFuture<T> = Pin<Box<dyn Future<Output = Result<T, Error>> + Send>>;

/// A request that runs in the background; returned by `.spawn()`.
///
/// The request is sent at once, whether or not anybody waits for it. Dropping a `Pending` does not
/// cancel the request. It runs on the current tokio runtime, or else on the thread of the
/// connection, and is aborted when that runtime shuts down.
#[must_use = "the outcome is lost without `.wait()` or `.await`"]
pub struct Pending<T> {
    outcome: oneshot::Receiver<Result<T, Error>>,
}

impl<T> Pending<T> {
    /// Blocks until the request has completed and returns its outcome.
    ///
    /// # Errors
    ///
    /// The error of the request; [`Error::Usage`] inside an async task, where `.await` must be
    /// used.
    pub fn wait(self) -> Result<T, Error> {
        worker::check_may_block(".wait()")?;
        worker::block_on(self.outcome).unwrap_or_else(|_| Err(aborted()))
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
    type IntoFuture = BoxFuture<T>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(async move { self.outcome.await.unwrap_or_else(|_| Err(aborted())) })
    }
}

/// Runs a future in the background: on the current runtime, or else on the worker.
pub(crate) fn spawn<T: Send + 'static>(
    worker: &Worker,
    future: impl Future<Output = Result<T, Error>> + Send + 'static,
) -> Pending<T> {
    match Handle::try_current() {
        Ok(handle) => spawn_on(&handle, future),
        Err(_) => match worker.handle() {
            Ok(handle) => spawn_on(handle, future),
            Err(error) => {
                let (sender, outcome) = oneshot::channel();
                let _ = sender.send(Err(error));
                Pending { outcome }
            }
        },
    }
}

/// Runs a future on the worker and blocks until it completes; fails inside an async task.
pub(crate) fn block_on<T: Send + 'static>(
    worker: &Worker,
    future: impl Future<Output = Result<T, Error>> + Send + 'static,
) -> Result<T, Error> {
    worker::check_may_block(".call()")?;
    spawn_on(worker.handle()?, future).wait()
}

/// Awaits a future that needs tokio: in place under tokio, or else on the worker.
pub(crate) async fn on_runtime<T: Send + 'static>(
    worker: &Worker,
    future: impl Future<Output = Result<T, Error>> + Send + Unpin + 'static,
) -> Result<T, Error> {
    match Handle::try_current() {
        Ok(_) => future.await,
        Err(_) => on_worker(worker, future).await,
    }
}

/// Awaits a future on the worker.
pub(crate) async fn on_worker<T: Send + 'static>(
    worker: &Worker,
    future: impl Future<Output = Result<T, Error>> + Send + 'static,
) -> Result<T, Error> {
    spawn_on(worker.handle()?, future).await
}

fn spawn_on<T: Send + 'static>(
    handle: &Handle,
    future: impl Future<Output = Result<T, Error>> + Send + 'static,
) -> Pending<T> {
    let (sender, outcome) = oneshot::channel();
    let work = async move {
        // Fails if the `Pending` was dropped.
        let _ = sender.send(future.await);
    };
    handle.spawn(work.in_current_span().with_current_subscriber());
    Pending { outcome }
}

#[cold]
pub(crate) fn aborted() -> Error {
    ConnectionError::new("the request was aborted because its runtime shut down").into()
}
