//! The runtime thread of a connection, for blocking calls and executors other than tokio.

use std::sync::OnceLock;
use std::thread;

use tokio::runtime::{Builder, Handle};
use tokio::sync::oneshot;

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

/// Fails inside an async runtime, where blocking would stop other tasks or deadlock.
pub(crate) fn check_may_block(verb: &str) -> Result<(), Error> {
    match Handle::try_current() {
        Err(_) => Ok(()),
        Ok(_) => Err(Error::usage(format!(
            "{verb} blocks and cannot be used inside an async runtime: use .await instead, \
             or a separate thread (std::thread::spawn)"
        ))),
    }
}
