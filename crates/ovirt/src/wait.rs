//! Waiting until an object is in a certain state: it is read again and again.

use std::fmt;
use std::future::IntoFuture;
use std::time::Duration;

use ovirt_types::__private::{Object, text_of};

use crate::blocking;
use crate::clock::{self, Deadline};
use crate::error::{Error, TimeoutError};
use crate::pending::{self, Pending};
use crate::request::{Call, Draft, Sending};
use crate::response_kind::Decode;

/// The longest that is waited for, unless the caller says otherwise.
const TIMEOUT: Duration = Duration::from_secs(600);

/// Time between the first readings, unless the caller says otherwise.
const INTERVAL: Duration = Duration::from_millis(250);

/// The longest time between two readings.
const LONGEST_INTERVAL: Duration = Duration::from_secs(5);

type Condition<T> = Box<dyn FnMut(&T) -> bool + Send>;

/// Waits until an object fulfils a condition; made by `wait_until` of the services that can be
/// read.
///
/// The object is read at once, then after each interval, which grows by half with each reading, to
/// five seconds at most.
#[must_use = "nothing is sent without `.await`, `.call()` or `.start()`"]
pub struct WaitUntil<T> {
    /// The request that reads it.
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

    /// Gives up after this time; 10 minutes unless set.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = timeout;
        self
    }

    /// Time between the first two readings; 250 milliseconds unless set.
    pub fn interval(mut self, interval: Duration) -> Self {
        self.interval = interval;
        self
    }

    /// Waits and blocks meanwhile.
    ///
    /// # Errors
    ///
    /// [`Error::Timeout`] when the condition isn't fulfilled in time, with the status that was seen
    /// last; any error of reading. Inside an async task use `.await`.
    pub fn call(self) -> Result<T, Error> {
        let connection = self.draft.connection();
        blocking::run(&connection, self.wait())
    }

    /// Begins to wait, for the outcome to be asked for later.
    pub fn start(self) -> Pending<T> {
        let connection = self.draft.connection();
        pending::start(&connection, self.wait())
    }

    async fn wait(self) -> Result<T, Error> {
        let connection = self.draft.connection();
        connection
            .on_runtime(Box::pin(self.wait_on_runtime()))
            .await
    }

    async fn wait_on_runtime(self) -> Result<T, Error> {
        let Self {
            draft,
            condition,
            timeout,
            interval,
        } = self;
        let call = draft.into_call()?;
        let mut last = None;
        let polling = Box::pin(poll(&call, condition, interval, &mut last));
        match Deadline::after(timeout).limit(polling).await {
            Some(outcome) => outcome,
            None => {
                let seen = last.map_or_else(
                    || "no answer came in that time".to_owned(),
                    |status| format!("its status was last {status}"),
                );
                let path = &call.path;
                let what = format!("{path} is not as it was waited for within {timeout:?}: {seen}");
                Err(TimeoutError::new(what).into())
            }
        }
    }
}

/// Reads an object until it is as it should be; keeps the status that it had last.
async fn poll<T: Object>(
    call: &Call,
    mut condition: Condition<T>,
    interval: Duration,
    last: &mut Option<String>,
) -> Result<T, Error> {
    let mut interval = interval.min(LONGEST_INTERVAL);
    loop {
        let object = Decode::object()
            .send(&call.connection, call.clone())
            .await?;
        if condition(&object) {
            return Ok(object);
        }
        let status = text_of(&object, "status").or_else(|| text_of(&object, "snapshot_status"));
        *last = Some(status.unwrap_or("not set").to_owned());
        clock::sleep(interval).await;
        interval = interval.mul_f32(1.5).min(LONGEST_INTERVAL);
    }
}

impl<T: Object> IntoFuture for WaitUntil<T> {
    type Output = Result<T, Error>;
    type IntoFuture = Sending<T>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.wait())
    }
}

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

/// Gives a service that can be read a way to wait for what is there.
macro_rules! wait {
    ($service:ident, $type:ty, $status:ty) => {
        $crate::wait::wait!($service, $type);

        impl $service {
            /// Reads the object again and again until it has this status, and gives it then.
            #[inline]
            pub fn wait_for_status(&self, status: $status) -> $crate::WaitUntil<$type> {
                self.wait_until(move |object| object.status.as_ref() == Some(&status))
            }
        }
    };
    ($service:ident, $type:ty) => {
        impl $service {
            /// Reads the object again and again until it fulfils a condition, and gives it then.
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
