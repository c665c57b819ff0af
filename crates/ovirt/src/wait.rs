//! Waiting for a state of an object, by polling it.

mod gone;
mod ip;
mod last_event;
mod pool;

use std::fmt;
use std::future::{Future, IntoFuture};
use std::pin::Pin;
use std::time::Duration;

use http::Method;
use ovirt_types::__private::Object;

use crate::call::Call;
use crate::clock::{self, Deadline};
use crate::connection::Connection;
use crate::error::Error;
use crate::error::classify::{self, Cause};
use crate::lazy_call::LazyCall;
use crate::outage::Outage;
use crate::pending::{self, BoxFuture, Pending};
use crate::request::Draft;
use crate::response_kind::Decode;
use crate::status::{self, State};
use crate::worker;

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
enum Goal<'a, T> {
    Condition(Box<dyn FnMut(&T) -> bool + Send + 'a>),
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
pub struct WaitUntil<'a, T> {
    /// The request for the object.
    draft: Draft,
    goal: Goal<'a, T>,
    timeout: Duration,
    interval: Duration,
}

impl<'a, T: Object> WaitUntil<'a, T> {
    pub(crate) fn new(draft: Draft, condition: impl FnMut(&T) -> bool + Send + 'a) -> Self {
        Self::for_goal(draft, Goal::Condition(Box::new(condition)))
    }

    pub(crate) fn for_status(draft: Draft, targets: Vec<String>) -> Self {
        Self::for_goal(draft, Goal::Status(targets))
    }

    fn for_goal(draft: Draft, goal: Goal<'a, T>) -> Self {
        Self {
            draft,
            goal,
            timeout: TIMEOUT,
            interval: INTERVAL,
        }
    }

    /// Runs it and blocks until its outcome is known.
    ///
    /// # Errors
    ///
    /// The error of the call; [`Error::Usage`] inside an async task, where `.await` must be used.
    pub fn call(self) -> Result<T, Error> {
        worker::check_may_block(".call()")?;
        worker::block_on(self.wait(Thread::Worker))
    }

    /// Only the requests run elsewhere: the condition may borrow.
    async fn wait(self, thread: Thread) -> Result<T, Error> {
        let Self {
            draft,
            mut goal,
            timeout,
            interval,
        } = self;
        let mut poll = Poll::new(draft, interval)?;
        let deadline = Deadline::after(timeout);
        let mut seen = None;
        let mut history = History::default();
        loop {
            let outcome;
            (poll, outcome) = poll.next_within::<T>(deadline, thread).await?;
            let object = match outcome {
                None => return Err(poll.timed_out(timeout, seen.as_deref())),
                Some(object) => object?,
            };
            seen = status_text(&object);
            match &mut goal {
                Goal::Condition(condition) => {
                    if condition(&object) {
                        return Ok(object);
                    }
                }
                Goal::Status(targets) => match history.add(&object, targets) {
                    Outcome::Reached => return Ok(object),
                    Outcome::Failed => return poll.fail(object, targets, thread).await,
                    Outcome::Open => {}
                },
            }
        }
    }
}

impl<T: Object> WaitUntil<'static, T> {
    /// Runs it in the background; [`Pending`] returns the outcome later.
    pub fn spawn(self) -> Pending<T> {
        LazyCall::from(self).spawn()
    }

    #[doc(hidden)]
    #[deprecated = "use `spawn`: `start` is also what services do to VMs"]
    pub fn start(self) -> Pending<T> {
        self.spawn()
    }
}

impl<'a, T: Object> IntoFuture for WaitUntil<'a, T> {
    type Output = Result<T, Error>;
    type IntoFuture = Pin<Box<dyn Future<Output = Result<T, Error>> + Send + 'a>>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.wait(Thread::Current))
    }
}

/// Where the requests of a wait run.
#[derive(Clone, Copy)]
enum Thread {
    /// On the current tokio runtime, or else on the thread of the connection.
    Current,
    /// On the thread of the connection.
    Worker,
}

impl Thread {
    async fn run<T: Send + 'static>(
        self,
        connection: &Connection,
        step: BoxFuture<T>,
    ) -> Result<T, Error> {
        match self {
            Self::Current => pending::on_runtime(connection.worker(), step).await,
            Self::Worker => pending::on_worker(connection.worker(), step).await,
        }
    }
}

/// The states that an object has been in.
#[derive(Default)]
struct History {
    was_transient: bool,
    /// Whether it was stable after it was transient.
    was_stable: bool,
}

/// What a status means for a wait.
enum Outcome {
    Reached,
    Failed,
    Open,
}

impl History {
    fn add(&mut self, object: &impl Object, targets: &[String]) -> Outcome {
        let Some((_, Some(current))) = status::of(object) else {
            return Outcome::Open;
        };
        if targets.iter().any(|target| target == current) {
            return Outcome::Reached;
        }
        let state = |text: &str| status::state_of(object, text);
        let failed = match state(current) {
            State::Failed => !targets.iter().any(|it| state(it) == State::Failed),
            State::Transient => false,
            State::Stable => self.was_transient && self.was_stable,
        };
        self.was_stable = self.was_transient && state(current) == State::Stable;
        self.was_transient |= state(current) == State::Transient;
        if failed {
            Outcome::Failed
        } else {
            Outcome::Open
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

    /// Requests the object, as [`next`](Self::next) does; `None` if the deadline passes first.
    async fn next_within<T: Object>(
        self,
        deadline: Deadline,
        thread: Thread,
    ) -> Result<(Self, Option<Result<T, Error>>), Error> {
        let connection = self.connection.clone();
        let mut this = self;
        let step = Box::pin(async move {
            let outcome = deadline.limit(Box::pin(this.next())).await;
            Ok((this, outcome))
        });
        thread.run(&connection, step).await
    }

    /// The error of an object that cannot reach the targets.
    async fn fail<T: Object>(
        self,
        object: T,
        targets: &[String],
        thread: Thread,
    ) -> Result<T, Error> {
        let connection = self.connection.clone();
        let targets = targets.join(" or ");
        let step = Box::pin(async move { Err(self.failure(&object, &targets).await) });
        thread.run(&connection, step).await
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

impl<T: Object> From<WaitUntil<'static, T>> for LazyCall<T> {
    fn from(wait: WaitUntil<'static, T>) -> Self {
        LazyCall::new(&wait.draft.connection(), wait.wait(Thread::Current))
    }
}

polling!(WaitUntil<'_, T>, T);

impl<T> fmt::Debug for WaitUntil<'_, T> {
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
            pub fn wait_for_status(&self, status: $status) -> $crate::WaitUntil<'static, $type> {
                self.wait_for_any_status([status])
            }

            /// Polls the object until it has one of these statuses, and returns it, as
            /// [`wait_for_status`](Self::wait_for_status) does.
            #[inline]
            pub fn wait_for_any_status(
                &self,
                statuses: impl IntoIterator<Item = $status>,
            ) -> $crate::WaitUntil<'static, $type> {
                let targets = statuses.into_iter().map(|status| status.to_string());
                $crate::WaitUntil::for_status(self.get().0, targets.collect())
            }
        }
    };
    ($service:ident, $type:ty) => {
        impl $service {
            /// Polls the object until it satisfies a condition, which may borrow, and returns it.
            #[inline]
            pub fn wait_until<'a>(
                &self,
                condition: impl FnMut(&$type) -> bool + Send + 'a,
            ) -> $crate::WaitUntil<'a, $type> {
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
