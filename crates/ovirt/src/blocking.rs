//! Blocking calls over the same futures that `.await` uses: one small runtime on a thread of the
//! connection's own.

use std::future::Future;
use std::sync::OnceLock;
use std::thread;

use tokio::runtime::{Builder, Handle};
use tokio::sync::oneshot;

use crate::connection::Connection;
use crate::error::Error;
use crate::pending::{self, Pending};

/// The thread of a connection; not there until the first blocking call.
#[derive(Default)]
pub(crate) struct Worker(OnceLock<Result<Running, String>>);

/// A runtime on its thread. It ends when this is dropped, which the last clone of the connection
/// does; nobody waits for that, as it may happen on the thread itself.
struct Running {
    handle: Handle,
    _stop: oneshot::Sender<()>,
}

impl Worker {
    /// The runtime, started on first use.
    pub(crate) fn handle(&self) -> Result<&Handle, Error> {
        match self.0.get_or_init(start) {
            Ok(running) => Ok(&running.handle),
            Err(reason) => Err(Error::usage(format!(
                "no thread can be started for blocking calls ({reason}): \
                 free some resources or use .await"
            ))),
        }
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "the one place that starts a thread"
)]
fn start() -> Result<Running, String> {
    let runtime = Builder::new_current_thread().enable_all().build();
    let runtime = runtime.map_err(|error| error.to_string())?;
    let handle = runtime.handle().clone();
    let (_stop, stopped) = oneshot::channel::<()>();
    let thread = thread::Builder::new()
        .name("ovirt".to_owned())
        .spawn(move || {
            // Nothing is ever sent: it becomes ready when the sender is gone.
            let _ = runtime.block_on(stopped);
            // A look-up of a name that hangs must not keep the thread.
            runtime.shutdown_background();
        });
    thread.map_err(|error| error.to_string())?;
    Ok(Running { handle, _stop })
}

/// Runs a future to its end and blocks meanwhile; an error inside an async task.
pub(crate) fn run<T: Send + 'static>(
    connection: &Connection,
    future: impl Future<Output = Result<T, Error>> + Send + 'static,
) -> Result<T, Error> {
    check_may_block(".call()")?;
    let pending: Pending<T> = pending::spawn(connection.worker().handle()?, future);
    pending.wait()
}

/// That this is not inside an async runtime, where blocking stops other tasks or everything.
pub(crate) fn check_may_block(verb: &str) -> Result<(), Error> {
    match Handle::try_current() {
        Err(_) => Ok(()),
        Ok(_) => Err(Error::usage(format!(
            "{verb} blocks, and this is inside an async runtime: use .await instead, \
             or a thread of its own (std::thread::spawn)"
        ))),
    }
}
