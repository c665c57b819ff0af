//! Waiting until an object has been removed.

use std::fmt;
use std::time::Duration;

use ovirt_types::__private::Object;

use super::{INTERVAL, Poll, TIMEOUT, polling, status_text};
use crate::clock::Deadline;
use crate::error::Error;
use crate::lazy_call::{LazyCall, lazy};
use crate::request::Draft;

/// Waits until the engine no longer has an object; returned by the method `wait_until_gone` of
/// services.
///
/// Nothing is sent until `.await`, `.call()` or `.spawn()`. The object is requested at once, and
/// then after an interval that grows by half with each request, up to 5 seconds, until the engine
/// responds that it does not exist.
///
/// ```no_run
/// # async fn example(connection: ovirt::Connection) -> Result<(), ovirt::Error> {
/// let disk = connection.system_service().disks_service().disk_service("123");
/// disk.remove().await?;
/// disk.wait_until_gone().await?;
/// # Ok(())
/// # }
/// ```
///
/// # Errors
///
/// [`Error::Timeout`] with the last status if the object is still there after the time limit; any
/// other error of a request.
#[must_use = "nothing is sent without `.await`, `.call()` or `.spawn()`"]
pub struct WaitUntilGone {
    /// The request for the object.
    draft: Draft,
    /// Requests the object until it is gone; stores a text about its last status.
    poll: for<'a> fn(&'a mut Poll, &'a mut Option<String>) -> Polling<'a>,
    timeout: Duration,
    interval: Duration,
}

type Polling<'a> = std::pin::Pin<Box<dyn Future<Output = Result<(), Error>> + Send + 'a>>;

impl WaitUntilGone {
    pub(crate) fn new<T: Object>(draft: Draft) -> Self {
        Self {
            draft,
            poll: |poll, seen| Box::pin(until_gone::<T>(poll, seen)),
            timeout: TIMEOUT,
            interval: INTERVAL,
        }
    }

    async fn wait(self) -> Result<(), Error> {
        let mut poll = Poll::new(self.draft, self.interval)?;
        let mut seen = None;
        let polling = (self.poll)(&mut poll, &mut seen);
        let outcome = Deadline::after(self.timeout).limit(polling).await;
        outcome.unwrap_or_else(|| Err(poll.timed_out(self.timeout, seen.as_deref())))
    }
}

async fn until_gone<T: Object>(poll: &mut Poll, seen: &mut Option<String>) -> Result<(), Error> {
    loop {
        match poll.next::<T>().await {
            Ok(object) => {
                let status = status_text(&object).filter(|text| text.starts_with("the last"));
                *seen = Some(status.unwrap_or_else(|| "it still exists".to_owned()));
            }
            Err(Error::NotFound(_)) => return Ok(()),
            Err(error) => return Err(error),
        }
    }
}

impl From<WaitUntilGone> for LazyCall<()> {
    fn from(wait: WaitUntilGone) -> Self {
        LazyCall::on_runtime(&wait.draft.connection(), wait.wait())
    }
}

lazy!(WaitUntilGone, ());
polling!(WaitUntilGone);

impl fmt::Debug for WaitUntilGone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            draft,
            poll: _,
            timeout,
            interval,
        } = self;
        f.debug_struct("WaitUntilGone")
            .field("path", &draft.path())
            .field("timeout", timeout)
            .field("interval", interval)
            .finish_non_exhaustive()
    }
}
