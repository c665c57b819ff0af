//! The runtime thread of a connection, for blocking calls and executors other than tokio.

use std::pin::pin;
use std::sync::{Arc, OnceLock};
use std::task::{Context, Poll, Wake, Waker};
use std::thread;

use tokio::runtime::{Builder, Handle};
use tokio::sync::oneshot;
use tokio::task::coop;

use crate::error::Error;

/// The thread of a connection, started on first use.
#[derive(Default)]
pub(crate) struct Worker(OnceLock<Result<WorkerThread, String>>);

/// A runtime on its own thread. It ends when this is dropped, that is, with the last clone of the
/// connection. Dropping does not wait for it, because it may happen on the thread itself.
struct WorkerThread {
    handle: Handle,
    _stop: oneshot::Sender<()>,
}

impl Worker {
    /// The handle of the runtime.
    pub(crate) fn handle(&self) -> Result<&Handle, Error> {
        match self.0.get_or_init(WorkerThread::start) {
            Ok(thread) => Ok(&thread.handle),
            Err(reason) => Err(Error::usage(format!(
                "cannot start a thread for blocking calls ({reason}): \
                 free some resources or use .await"
            ))),
        }
    }
}

impl WorkerThread {
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place that starts a thread"
    )]
    fn start() -> Result<Self, String> {
        let runtime = Builder::new_current_thread().enable_all().build();
        let runtime = runtime.map_err(|error| error.to_string())?;
        let handle = runtime.handle().clone();
        let (_stop, stopped) = oneshot::channel::<()>();
        let thread = thread::Builder::new()
            .name("ovirt".to_owned())
            .spawn(move || {
                // Nothing is ever sent: it resolves when the sender is dropped.
                let _ = runtime.block_on(stopped);
                // A hanging name lookup must not keep the thread alive.
                runtime.shutdown_background();
            });
        thread.map_err(|error| error.to_string())?;
        Ok(Self { handle, _stop })
    }
}

/// Fails inside an async task, where blocking would stop other tasks or deadlock.
pub(crate) fn check_may_block(verb: &str) -> Result<(), Error> {
    if !in_async_task() {
        return Ok(());
    }
    Err(Error::usage(format!(
        "{verb} blocks and cannot be used inside an async task: use .await instead, or a thread \
         that may block (tokio::task::spawn_blocking)"
    )))
}

/// Whether this thread is running a task of tokio. Threads of `spawn_blocking` and the closure of
/// `block_in_place` belong to a runtime, but may block.
///
/// Tokio does not tell. But it limits how long a task runs without yielding, by a budget below 256
/// that it counts down; what may block has none.
fn in_async_task() -> bool {
    if Handle::try_current().is_err() {
        return false;
    }
    let mut context = Context::from_waker(Waker::noop());
    // When dropped, it restores the budget that the loop takes.
    let _restore = coop::poll_proceed(&mut context);
    (0..=u8::MAX).any(|_| match coop::poll_proceed(&mut context) {
        Poll::Ready(taken) => {
            taken.made_progress();
            false
        }
        Poll::Pending => true,
    })
}

/// Runs a future on this thread until it completes. Unlike tokio's functions that block, it never
/// panics.
pub(crate) fn block_on<F: Future>(future: F) -> F::Output {
    struct Unpark(thread::Thread);
    impl Wake for Unpark {
        fn wake(self: Arc<Self>) {
            self.0.unpark();
        }
    }
    let waker = Waker::from(Arc::new(Unpark(thread::current())));
    let mut future = pin!(future);
    loop {
        match future.as_mut().poll(&mut Context::from_waker(&waker)) {
            Poll::Ready(output) => return output,
            Poll::Pending => thread::park(),
        }
    }
}
