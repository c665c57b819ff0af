//! Waiting for the jobs that the engine continues after its response.

use std::fmt;
use std::time::Duration;

use http::Method;
use ovirt_types::{Event, Job, JobStatus, LogSeverity, Step, StepStatus};

use crate::clock::{self, Deadline};
use crate::connection::Connection;
use crate::correlation_id;
use crate::error::Error;
use crate::error::classify::{self, Cause};
use crate::lazy_call::{LazyCall, lazy};
use crate::outage::Outage;
use crate::status::State;
use crate::work::Work;

/// Default timeout.
const TIMEOUT: Duration = Duration::from_secs(3600);

/// Default interval between the first two polls.
const INTERVAL: Duration = Duration::from_millis(500);

/// Upper limit of the interval.
const MAX_INTERVAL: Duration = Duration::from_secs(10);

/// Default grace period.
const GRACE: Duration = Duration::from_secs(10);

/// Upper limit of the interval while there is no job.
const ABSENT_INTERVAL: Duration = Duration::from_secs(1);

type OnProgress = Box<dyn FnMut(&[Job]) + Send>;

/// What one look at the jobs and the object says.
enum Progress<T> {
    Pending,
    /// The object as it is now, if it has an href.
    Done(Option<T>),
}

/// Waits until the engine's jobs with a correlation id have finished; returned by
/// [`Connection::wait_for_jobs`] and [`Operation::done`](crate::Operation::done).
///
/// Nothing is sent until `.await`, `.call()` or `.spawn()`. The jobs are requested at once, and
/// then after an interval that grows by half with each request, up to 10 seconds.
///
/// Only a job with the status `finished` is a success. Jobs may appear after the response to their
/// request: while there is none, the wait goes on for a [grace period](Self::grace_period). It also
/// goes on while the engine restarts, as that of [`WaitUntil`](crate::WaitUntil#restarts).
///
/// # Errors
///
/// [`Error::Fault`] of kind [`WaitFailed`](crate::ErrorKind::WaitFailed) if a job failed or was
/// aborted, with the reasons from its steps and events; [`Error::NotFound`] if no job appears
/// within the grace period; [`Error::Timeout`] if jobs are still running after the time limit;
/// [`Error::Usage`] if the correlation id is one that the engine would alter; any error of a
/// request.
#[must_use = "nothing is sent without `.await`, `.call()` or `.spawn()`"]
pub struct WaitForJobs<T> {
    connection: Connection,
    correlation_id: String,
    timeout: Duration,
    interval: Duration,
    grace: Duration,
    on_progress: Option<OnProgress>,
    work: Work<T>,
}

impl Connection {
    /// Waits until all jobs with this correlation id have finished.
    ///
    /// Many requests start no job, such as those for tags, permissions or NICs: then the outcome is
    /// [`Error::NotFound`]. [`Request::operation`](crate::Request::operation) knows which do.
    ///
    /// ```no_run
    /// # async fn example(connection: ovirt::Connection) -> Result<(), ovirt::Error> {
    /// let vm = connection.system_service().vms_service().vm_service("123");
    /// vm.start().with_correlation_id("nightly-7").await?;
    /// connection.wait_for_jobs("nightly-7").await?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// See [`WaitForJobs`].
    pub fn wait_for_jobs(&self, correlation_id: impl Into<String>) -> WaitForJobs<()> {
        WaitForJobs::new(self, correlation_id.into(), Work::unknown())
    }
}

impl<T: Send + 'static> WaitForJobs<T> {
    pub(crate) fn new(connection: &Connection, correlation_id: String, work: Work<T>) -> Self {
        Self {
            connection: connection.clone(),
            correlation_id,
            timeout: TIMEOUT,
            interval: INTERVAL,
            grace: GRACE,
            on_progress: None,
            work,
        }
    }

    /// Sets the time limit; 1 hour by default. A timeout does not affect the jobs.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = timeout;
        self
    }

    /// Sets the interval between the first two requests; 500 milliseconds by default.
    pub fn interval(mut self, interval: Duration) -> Self {
        self.interval = interval;
        self
    }

    /// Sets how long to look for a job while there is none; 10 seconds by default.
    pub fn grace_period(mut self, grace: Duration) -> Self {
        self.grace = grace;
        self
    }

    /// Sets a function that is called with the jobs and their steps after each request.
    pub fn on_progress(mut self, progress: impl FnMut(&[Job]) + Send + 'static) -> Self {
        self.on_progress = Some(Box::new(progress));
        self
    }

    async fn wait(self) -> Result<T, Error> {
        correlation_id::check(&self.correlation_id)?;
        let (connection, id) = (self.connection.clone(), self.correlation_id.clone());
        let timeout = self.timeout;
        let mut last = Last::default();
        let polling = Box::pin(self.poll(&mut last));
        if let Some(outcome) = Deadline::after(timeout).limit(polling).await {
            return outcome;
        }
        let last = last.text();
        let message = format!("timed out after {timeout:?}; jobs of correlation id {id}: {last}");
        Err(error(Cause::WaitTimeout, message, &connection, &id))
    }

    /// Requests the jobs until all have finished, and then the object until it is settled.
    async fn poll(mut self, last: &mut Last) -> Result<T, Error> {
        let mut interval = self.interval.min(MAX_INTERVAL);
        let mut grace = None;
        let mut outage = Outage::new(&self.connection);
        loop {
            let progress = self.check(last, &mut grace).await;
            if let Some(Progress::Done(object)) = outage.survive(progress)? {
                return Ok(object.unwrap_or(self.work.response));
            }
            last.error = outage.error().map(ToString::to_string);
            let limit = if last.jobs.is_empty() {
                ABSENT_INTERVAL
            } else {
                MAX_INTERVAL
            };
            clock::sleep(interval.min(limit)).await;
            interval = interval.mul_f32(1.5).min(MAX_INTERVAL);
        }
    }

    /// Requests the jobs once, and the object if all have finished. `grace` is running while there
    /// is no job.
    async fn check(
        &mut self,
        last: &mut Last,
        grace: &mut Option<Deadline>,
    ) -> Result<Progress<T>, Error> {
        let jobs = self.connection.system_service().jobs_service();
        let search = format!("correlation_id={}", self.correlation_id);
        last.jobs = jobs.list().search(search).follow("steps").await?.into_vec();
        last.requested = true;
        if let Some(on_progress) = &mut self.on_progress {
            on_progress(&last.jobs);
        }
        let is_absent = last.jobs.is_empty();
        let is_searching = if is_absent {
            let grace = grace.get_or_insert_with(|| Deadline::after(self.grace));
            self.work.expects_job && !grace.is_over()
        } else {
            *grace = None;
            false
        };
        if let Some(job) = failed(&last.jobs) {
            return Err(failure(&self.connection, &self.correlation_id, job).await);
        }
        if is_searching || !last.jobs.iter().all(has_finished) {
            return Ok(Progress::Pending);
        }
        let reload = (self.work.reload)(&self.work.response, &self.connection);
        let object = match reload {
            Some(reload) => Some(reload.await?),
            None => None,
        };
        let state = object
            .as_ref()
            .map(|object| self.work.state(object, &mut last.status));
        match state.unwrap_or(Ok(None)) {
            Err(message) => Err(self.object_failed(message)),
            Ok(Some(State::Transient)) => Ok(Progress::Pending),
            Ok(None) if is_absent && self.work.expects_job => Err(self.no_job()),
            _ => Ok(Progress::Done(object)),
        }
    }

    fn object_failed(&self, message: String) -> Error {
        error(
            Cause::WaitFailed,
            message,
            &self.connection,
            &self.correlation_id,
        )
    }

    fn no_job(&self) -> Error {
        let (id, grace) = (&self.correlation_id, self.grace);
        let message = format!("no job with the correlation id {id} appeared within {grace:?}");
        error(Cause::NoJob, message, &self.connection, id)
    }
}

/// What the last responses said, for timeouts.
#[derive(Default)]
pub(crate) struct Last {
    /// Whether there was a response.
    requested: bool,
    jobs: Vec<Job>,
    /// The status of the object.
    status: Option<String>,
    /// The failure of the last request.
    error: Option<String>,
}

impl Last {
    fn text(&self) -> String {
        let unfinished: Vec<String> = self
            .jobs
            .iter()
            .filter(|job| !has_finished(job))
            .map(|job| match &job.status {
                Some(JobStatus::Started) => format!("{} is still running", job_name(job)),
                Some(status) => format!("{} has the status {status}", job_name(job)),
                None => format!("{} has no status", job_name(job)),
            })
            .collect();
        let text = match &self.status {
            _ if !self.requested => "no response in that time".to_owned(),
            _ if !unfinished.is_empty() => unfinished.join(", "),
            Some(status) => format!("finished, but {status}"),
            None => "none appeared".to_owned(),
        };
        match &self.error {
            Some(error) => format!("{text}; the last request failed: {error}"),
            None => text,
        }
    }
}

fn error(cause: Cause, message: String, connection: &Connection, id: &str) -> Error {
    let mut context = connection.context("jobs.wait", &Method::GET, "/jobs".to_owned());
    context.correlation_id = Some(id.to_owned());
    classify::error(cause, message, &context)
}

/// The error for a failed job, with its failed step and the engine's last error event.
async fn failure(connection: &Connection, correlation_id: &str, job: &Job) -> Error {
    let ended = match job.status {
        Some(JobStatus::Aborted) => "was aborted",
        _ => "failed",
    };
    let mut message = format!("the job \"{}\" {ended}", job_name(job));
    let step = job.steps.iter().flatten().find(|step| step_failed(step));
    if let Some(step) = step.and_then(|step| step.description.as_deref()) {
        message.push_str(&format!(" at the step \"{step}\""));
    }
    if let Some(reason) = last_error(connection, correlation_id).await {
        message.push_str(&format!(": {reason}"));
    }
    error(Cause::JobFailed, message, connection, correlation_id)
}

/// The description of the newest error event.
async fn last_error(connection: &Connection, correlation_id: &str) -> Option<String> {
    let events = connection.system_service().events_service();
    let search = format!("correlation_id={correlation_id}");
    let events = events.list().search(search).max(100).await.ok()?;
    let is_error = |event: &&Event| {
        matches!(
            event.severity,
            Some(LogSeverity::Error | LogSeverity::Alert)
        )
    };
    events.iter().find(is_error)?.description.clone()
}

/// The first failed job, once no job is running.
fn failed(jobs: &[Job]) -> Option<&Job> {
    let is_running = |job: &Job| matches!(job.status, Some(JobStatus::Started));
    let has_failed =
        |job: &&Job| matches!(job.status, Some(JobStatus::Failed | JobStatus::Aborted));
    if jobs.iter().any(is_running) {
        return None;
    }
    jobs.iter().find(has_failed)
}

fn has_finished(job: &Job) -> bool {
    matches!(job.status, Some(JobStatus::Finished))
}

fn step_failed(step: &Step) -> bool {
    matches!(step.status, Some(StepStatus::Failed | StepStatus::Aborted))
}

fn job_name(job: &Job) -> &str {
    let name = job.description.as_deref().or(job.id.as_deref());
    name.unwrap_or("(unnamed)")
}

impl<T: Send + 'static> From<WaitForJobs<T>> for LazyCall<T> {
    fn from(wait: WaitForJobs<T>) -> Self {
        LazyCall::on_runtime(&wait.connection.clone(), wait.wait())
    }
}

lazy!(WaitForJobs<T>, T, T: Send + 'static);

impl<T> fmt::Debug for WaitForJobs<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            connection: _,
            correlation_id,
            timeout,
            interval,
            grace,
            on_progress: _,
            work: _,
        } = self;
        f.debug_struct("WaitForJobs")
            .field("correlation_id", correlation_id)
            .field("timeout", timeout)
            .field("interval", interval)
            .field("grace", grace)
            .finish_non_exhaustive()
    }
}
