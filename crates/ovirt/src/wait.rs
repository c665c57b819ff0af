//! Waiting for a state of an object, by polling it.

use std::fmt;
use std::time::Duration;

use ovirt_types::__private::{Object, text_of};

use crate::call::Call;
use crate::clock::{self, Deadline};
use crate::connection::Connection;
use crate::error::{Error, TimeoutError};
use crate::lazy_call::{LazyCall, lazy};
use crate::request::Draft;
use crate::response_kind::Decode;

/// Default timeout.
const TIMEOUT: Duration = Duration::from_secs(600);

/// Default interval between the first two polls.
const INTERVAL: Duration = Duration::from_millis(250);

/// Upper limit of the interval.
const MAX_INTERVAL: Duration = Duration::from_secs(5);

type Condition<T> = Box<dyn FnMut(&T) -> bool + Send>;

/// Waits until an object satisfies a condition; returned by the methods `wait_until` and
/// `wait_for_status` of services.
///
/// Nothing is sent until `.await`, `.call()` or `.start()`. The object is requested at once, and
/// then after an interval that grows by half with each request, up to 5 seconds. The outcome is
/// the object that satisfies the condition.
///
/// ```no_run
/// # async fn example(connection: ovirt::Connection) -> Result<(), ovirt::Error> {
/// use std::time::Duration;
/// use ovirt::types::VmStatus;
///
/// let vm = connection.system_service().vms_service().vm_service("123");
/// vm.wait_for_status(VmStatus::Up).timeout(Duration::from_secs(120)).await?;
/// # Ok(())
/// # }
/// ```
///
/// # Errors
///
/// [`Error::Timeout`] with the last status if the condition is not met in time; any error of a
/// request.
#[must_use = "nothing is sent without `.await`, `.call()` or `.start()`"]
pub struct WaitUntil<T> {
    /// The request for the object.
    draft: Draft,
    condition: Condition<T>,
    timeout: Duration,
    interval: Duration,
}

impl<T: Object> WaitUntil<T> {
    pub(crate) fn new(draft: Draft, condition: impl FnMut(&T) -> bool + Send + 'static) -> Self {
        Self {
            draft,
            condition: Box::new(condition),
            timeout: TIMEOUT,
            interval: INTERVAL,
        }
    }

    /// Sets the time limit; 10 minutes by default.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = timeout;
        self
    }

    /// Sets the interval between the first two requests; 250 milliseconds by default.
    pub fn interval(mut self, interval: Duration) -> Self {
        self.interval = interval;
        self
    }

    async fn wait(self) -> Result<T, Error> {
        let Self {
            draft,
            condition,
            timeout,
            interval,
        } = self;
        let connection = draft.connection();
        let call = draft.into_call()?;
        let mut last = None;
        let polling = Box::pin(poll(&connection, &call, condition, interval, &mut last));
        if let Some(outcome) = Deadline::after(timeout).limit(polling).await {
            return outcome;
        }
        let seen = match last {
            Some(status) => format!("the last status was {status}"),
            None => "no response in that time".to_owned(),
        };
        let path = &call.path;
        let message = format!("timed out after {timeout:?} waiting for {path}: {seen}");
        Err(TimeoutError::new(message).into())
    }
}

/// Requests an object until it satisfies the condition; stores its last status.
async fn poll<T: Object>(
    connection: &Connection,
    call: &Call,
    mut condition: Condition<T>,
    interval: Duration,
    last: &mut Option<String>,
) -> Result<T, Error> {
    let mut interval = interval.min(MAX_INTERVAL);
    loop {
        let object = connection.fetch(call.clone(), Decode::object()).await?;
        if condition(&object) {
            return Ok(object);
        }
        let status = text_of(&object, "status").or_else(|| text_of(&object, "snapshot_status"));
        *last = Some(status.unwrap_or("not set").to_owned());
        clock::sleep(interval).await;
        interval = interval.mul_f32(1.5).min(MAX_INTERVAL);
    }
}

impl<T: Object> From<WaitUntil<T>> for LazyCall<T> {
    fn from(wait: WaitUntil<T>) -> Self {
        LazyCall::on_runtime(&wait.draft.connection(), wait.wait())
    }
}

lazy!(WaitUntil<T>, T, T: Object);

impl<T> fmt::Debug for WaitUntil<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            draft,
            condition: _,
            timeout,
            interval,
        } = self;
        f.debug_struct("WaitUntil")
            .field("path", &draft.path())
            .field("timeout", timeout)
            .field("interval", interval)
            .finish_non_exhaustive()
    }
}

/// Gives a service with `get` the methods `wait_until` and `wait_for_status`.
macro_rules! wait {
    ($service:ident, $type:ty, $status:ty) => {
        $crate::wait::wait!($service, $type);

        impl $service {
            /// Polls the object until it has this status, and returns it.
            #[inline]
            pub fn wait_for_status(&self, status: $status) -> $crate::WaitUntil<$type> {
                self.wait_until(move |object| object.status.as_ref() == Some(&status))
            }
        }
    };
    ($service:ident, $type:ty) => {
        impl $service {
            /// Polls the object until it satisfies a condition, and returns it.
            #[inline]
            pub fn wait_until(
                &self,
                condition: impl FnMut(&$type) -> bool + Send + 'static,
            ) -> $crate::WaitUntil<$type> {
                $crate::WaitUntil::new(self.get().0, condition)
            }
        }
    };
}

pub(crate) use wait;
