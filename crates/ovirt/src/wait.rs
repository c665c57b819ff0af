//! Waiting for a state of an object, by polling it.

mod gone;
mod ip;
mod last_event;
mod pool;

use std::fmt;
use std::time::Duration;

use http::Method;
use ovirt_types::__private::Object;

use crate::call::Call;
use crate::clock::{self, Deadline};
use crate::connection::Connection;
use crate::error::Error;
use crate::error::classify::{self, Cause};
use crate::lazy_call::{LazyCall, lazy};
use crate::outage::Outage;
use crate::request::Draft;
use crate::response_kind::Decode;
use crate::status::{self, State};

pub use self::gone::WaitUntilGone;
pub use self::ip::WaitForIp;
pub(crate) use self::last_event::find as last_event;
pub use self::pool::WaitForPool;

/// Gives a wait the setters of its time limit and interval.
macro_rules! polling {
    ($wait:ty $(, $type:ident)?) => {
        impl $(<$type>)? $wait {
            /// Sets the time limit; 10 minutes by default.
            pub fn timeout(mut self, timeout: std::time::Duration) -> Self {
                self.timeout = timeout;
                self
            }

            /// Sets the interval between the first two polls; 250 milliseconds by default.
            pub fn interval(mut self, interval: std::time::Duration) -> Self {
                self.interval = interval;
                self
            }
        }
    };
}

use polling;

/// Default timeout.
const TIMEOUT: Duration = Duration::from_secs(600);

/// Default interval between the first two polls.
const INTERVAL: Duration = Duration::from_millis(250);

/// Upper limit of the interval.
const MAX_INTERVAL: Duration = Duration::from_secs(5);

/// What is waited for.
enum Goal<T> {
    Condition(Box<dyn FnMut(&T) -> bool + Send>),
    /// One of these statuses.
    Status(Vec<String>),
}

/// Waits until an object satisfies a condition or has a status; returned by the methods
/// `wait_until`, `wait_for_status` and `wait_for_any_status` of services.
///
/// Nothing is sent until `.await`, `.call()` or `.spawn()`. The object is requested at once, and
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
/// # Failed states
///
/// A wait for a status ends with an error as soon as the object cannot reach it without another
/// request:
///
/// - Its status says that an operation failed: a disk is `illegal`, a host `install_failed` or
///   `non_operational`, a transfer `finished_failure` or `cancelled_system`. This does not apply
///   if a target is such a status itself.
/// - Its status was transient and has become stable, without being a target: a starting VM is
///   `down` again. Two successive responses must say so.
///
/// A status that is stable from the beginning does not end the wait: the engine may not have begun
/// yet. `wait_until` has no target status, so only its condition and the timeout end it.
///
/// # Restarts
///
/// While the engine restarts or is unreachable, the wait goes on. On a connection that never had a
/// response, it ends with the error of the tenth attempt: there may be no engine.
///
/// # Errors
///
/// [`Error::Fault`] of kind [`WaitFailed`](crate::ErrorKind::WaitFailed) in a failed state, with
/// the engine's latest event about the object; [`Error::Timeout`] with the last status if the wait
/// is not over in time; any error of a request.
#[must_use = "nothing is sent without `.await`, `.call()` or `.spawn()`"]
pub struct WaitUntil<T> {
    /// The request for the object.
    draft: Draft,
    goal: Goal<T>,
    timeout: Duration,
    interval: Duration,
}

impl<T: Object> WaitUntil<T> {
    pub(crate) fn new(draft: Draft, condition: impl FnMut(&T) -> bool + Send + 'static) -> Self {
        Self::for_goal(draft, Goal::Condition(Box::new(condition)))
    }

    pub(crate) fn for_status(draft: Draft, targets: Vec<String>) -> Self {
        Self::for_goal(draft, Goal::Status(targets))
    }

    fn for_goal(draft: Draft, goal: Goal<T>) -> Self {
        Self {
            draft,
            goal,
            timeout: TIMEOUT,
            interval: INTERVAL,
        }
    }

    async fn wait(self) -> Result<T, Error> {
        let Self {
            draft,
            mut goal,
            timeout,
            interval,
        } = self;
        let mut poll = Poll::new(draft, interval)?;
        let mut seen = None;
        let polling = Box::pin(async {
            let mut was_transient = false;
            let mut was_stable = false;
            loop {
                let object: T = poll.next().await?;
                seen = status_text(&object);
                let targets = match &mut goal {
                    Goal::Condition(condition) => match condition(&object) {
                        true => return Ok(Ok(object)),
                        false => continue,
                    },
                    Goal::Status(targets) => targets,
                };
                let Some((_, Some(current))) = status::of(&object) else {
                    continue;
                };
                if targets.iter().any(|target| target == current) {
                    return Ok(Ok(object));
                }
                let state = |text: &str| status::state_of(&object, text);
                let failure = match state(current) {
                    State::Failed => !targets.iter().any(|it| state(it) == State::Failed),
                    State::Transient => false,
                    State::Stable => was_transient && was_stable,
                };
                was_stable = was_transient && state(current) == State::Stable;
                was_transient |= state(current) == State::Transient;
                if failure {
                    return Ok(Err((object, targets.join(" or "))));
                }
            }
        });
        match Deadline::after(timeout).limit(polling).await {
            None => Err(poll.timed_out(timeout, seen.as_deref())),
            Some(Err(error)) => Err(error),
            Some(Ok(Ok(object))) => Ok(object),
            Some(Ok(Err((object, targets)))) => Err(poll.failure(&object, &targets).await),
        }
    }
}

/// Repeated requests for an object, at growing intervals.
pub(super) struct Poll {
    connection: Connection,
    call: Call,
    interval: Duration,
    /// Whether the next request is the first one.
    first: bool,
    pub(super) outage: Outage,
}

impl Poll {
    pub(super) fn new(draft: Draft, interval: Duration) -> Result<Self, Error> {
        let connection = draft.connection();
        Ok(Self {
            call: draft.into_call()?,
            interval: interval.min(MAX_INTERVAL),
            first: true,
            outage: Outage::new(&connection),
            connection,
        })
    }

    /// Requests the object; after a pause unless it is the first time. Repeats the request while
    /// the engine is unavailable.
    pub(super) async fn next<T: Object>(&mut self) -> Result<T, Error> {
        self.next_as(Decode::object).await
    }

    /// Requests what `decode` decodes, as [`next`](Self::next) does.
    pub(super) async fn next_as<T: Send + 'static>(
        &mut self,
        decode: fn() -> Decode<T>,
    ) -> Result<T, Error> {
        loop {
            if !self.first {
                clock::sleep(self.interval).await;
                self.interval = self.interval.mul_f32(1.5).min(MAX_INTERVAL);
            }
            self.first = false;
            let call = self.call.clone();
            let outcome = self.connection.fetch(call, decode()).await;
            if let Some(object) = self.outage.survive(outcome)? {
                return Ok(object);
            }
        }
    }

    pub(super) fn timed_out(&self, timeout: Duration, seen: Option<&str>) -> Error {
        let path = &self.call.path;
        let seen = seen.unwrap_or("no response in that time");
        let mut message = format!("timed out after {timeout:?} waiting for {path}: {seen}");
        if let Some(error) = self.outage.error() {
            message.push_str(&format!("; the last request failed: {error}"));
        }
        self.error(Cause::WaitTimeout, message)
    }

    async fn failure(&self, object: &impl Object, targets: &str) -> Error {
        let path = &self.call.path;
        let (member, current) = status::of(object).unwrap_or(("status", None));
        let current = current.unwrap_or("unset");
        let mut message =
            format!("{path} has the {member} {current} and will not become {targets}");
        if let Some(event) = last_event(&self.connection, object).await {
            message.push_str(&format!("; the latest event about it: {event:?}"));
        }
        self.error(Cause::WaitFailed, message)
    }

    fn error(&self, cause: Cause, message: String) -> Error {
        let path = [self.connection.inner().url.path(), &self.call.path].concat();
        let operation = self.call.operation.clone();
        let context = self.connection.context(operation, &Method::GET, path);
        classify::error(cause, message, &context)
    }
}

/// A text about the status of an object, for timeouts.
pub(super) fn status_text(object: &impl Object) -> Option<String> {
    Some(match status::of(object) {
        Some((member, Some(status))) => format!("the last {member} was {status}"),
        Some((member, None)) => format!("the {member} was not set"),
        None => "the condition was not met".to_owned(),
    })
}

impl<T: Object> From<WaitUntil<T>> for LazyCall<T> {
    fn from(wait: WaitUntil<T>) -> Self {
        LazyCall::on_runtime(&wait.draft.connection(), wait.wait())
    }
}

lazy!(WaitUntil<T>, T, T: Object);
polling!(WaitUntil<T>, T);

impl<T> fmt::Debug for WaitUntil<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            draft,
            goal,
            timeout,
            interval,
        } = self;
        let targets = match goal {
            Goal::Condition(_) => None,
            Goal::Status(targets) => Some(targets),
        };
        f.debug_struct("WaitUntil")
            .field("path", &draft.path())
            .field("targets", &targets)
            .field("timeout", timeout)
            .field("interval", interval)
            .finish_non_exhaustive()
    }
}

/// Gives a service with `get` the methods `wait_until` and `wait_until_gone`; with the type of a
/// status also `wait_for_status` and `wait_for_any_status`.
macro_rules! wait {
    ($service:ident, $type:ty, $status:ty) => {
        $crate::wait::wait!($service, $type);

        impl $service {
            /// Polls the object until it has this status, and returns it. Ends with an error when
            /// the object cannot reach the status without another request.
            #[inline]
            pub fn wait_for_status(&self, status: $status) -> $crate::WaitUntil<$type> {
                self.wait_for_any_status([status])
            }

            /// Polls the object until it has one of these statuses, and returns it, as
            /// [`wait_for_status`](Self::wait_for_status) does.
            #[inline]
            pub fn wait_for_any_status(
                &self,
                statuses: impl IntoIterator<Item = $status>,
            ) -> $crate::WaitUntil<$type> {
                let targets = statuses.into_iter().map(|status| status.to_string());
                $crate::WaitUntil::for_status(self.get().0, targets.collect())
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

            /// Polls the object until the engine no longer has it.
            #[inline]
            pub fn wait_until_gone(&self) -> $crate::WaitUntilGone {
                $crate::WaitUntilGone::new::<$type>(self.get().0)
            }
        }
    };
}

pub(crate) use wait;
