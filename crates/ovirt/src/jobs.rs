//! Waiting for the jobs that the engine continues after its response.

use std::fmt;
use std::future::ready;
use std::time::Duration;

use http::Method;
use ovirt_types::{Event, Job, JobStatus, LogSeverity, Step, StepStatus};

use crate::clock::{self, Deadline};
use crate::connection::Connection;
use crate::error::classify::{self, Cause};
use crate::error::{Error, TimeoutError};
use crate::lazy_call::{LazyCall, lazy};
use crate::pending::BoxFuture;

/// Default timeout.
const TIMEOUT: Duration = Duration::from_secs(3600);

/// Default interval between the first two polls.
const INTERVAL: Duration = Duration::from_millis(500);

/// Upper limit of the interval.
const MAX_INTERVAL: Duration = Duration::from_secs(10);

type Progress = Box<dyn FnMut(&[Job]) + Send>;

/// Waits until the engine's jobs with a correlation id have finished; returned by
/// [`Connection::wait_for_jobs`] and [`Operation::done`].
///
/// Nothing is sent until `.await`, `.call()` or `.start()`. The jobs are requested at once, and
/// then after an interval that grows by half with each request, up to 10 seconds.
///
/// # Errors
///
/// [`Error::Fault`] if a job failed or was aborted, with the reasons from its steps and events;
/// [`Error::Timeout`] if jobs are still running after the time limit; any error of a request.
#[must_use = "nothing is sent without `.await`, `.call()` or `.start()`"]
pub struct WaitForJobs<T> {
    connection: Connection,
    correlation_id: String,
    timeout: Duration,
    interval: Duration,
    progress: Option<Progress>,
    /// Returns the outcome once all jobs have finished.
    then: Box<dyn FnOnce() -> BoxFuture<T> + Send>,
}

impl Connection {
    /// Waits until all jobs with this correlation id have finished.
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
        WaitForJobs::new(self, correlation_id.into(), || Box::pin(ready(Ok(()))))
    }
}

impl<T: Send + 'static> WaitForJobs<T> {
    fn new(
        connection: &Connection,
        correlation_id: String,
        then: impl FnOnce() -> BoxFuture<T> + Send + 'static,
    ) -> Self {
        Self {
            connection: connection.clone(),
            correlation_id,
            timeout: TIMEOUT,
            interval: INTERVAL,
            progress: None,
            then: Box::new(then),
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

    /// Sets a function that is called with the jobs and their steps after each request.
    pub fn on_progress(mut self, progress: impl FnMut(&[Job]) + Send + 'static) -> Self {
        self.progress = Some(Box::new(progress));
        self
    }

    async fn wait(mut self) -> Result<T, Error> {
        let mut last = Vec::new();
        let timeout = self.timeout;
        let polling = Box::pin(self.poll(&mut last));
        if let Some(outcome) = Deadline::after(timeout).limit(polling).await {
            outcome?;
            return (self.then)().await;
        }
        let running: Vec<&str> = last
            .iter()
            .filter(|job| is_running(job))
            .map(job_name)
            .collect();
        let id = &self.correlation_id;
        let message = if running.is_empty() {
            format!(
                "timed out after {timeout:?} waiting for jobs of correlation id {id}: no response in that time"
            )
        } else {
            let running = running.join(", ");
            format!(
                "timed out after {timeout:?}; jobs of correlation id {id} still running: {running}"
            )
        };
        Err(TimeoutError::new(message).into())
    }

    /// Requests the jobs until none is running. An absent job has finished: the engine deletes old
    /// jobs.
    async fn poll(&mut self, last: &mut Vec<Job>) -> Result<(), Error> {
        let jobs = self.connection.system_service().jobs_service();
        let search = format!("correlation_id={}", self.correlation_id);
        let mut interval = self.interval.min(MAX_INTERVAL);
        loop {
            let list = jobs.list().search(search.as_str()).follow("steps").await?;
            *last = list.into_vec();
            if let Some(progress) = &mut self.progress {
                progress(last);
            }
            if !last.iter().any(is_running) {
                return match last.iter().find(|job| has_failed(job)) {
                    Some(job) => Err(failure(&self.connection, &self.correlation_id, job).await),
                    None => Ok(()),
                };
            }
            clock::sleep(interval).await;
            interval = interval.mul_f32(1.5).min(MAX_INTERVAL);
        }
    }
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
    let mut context = connection.context("jobs.wait", &Method::GET, "/jobs".to_owned());
    context.correlation_id = Some(correlation_id.to_owned());
    classify::error(Cause::JobFailed, message, &context)
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

fn is_running(job: &Job) -> bool {
    matches!(job.status, Some(JobStatus::Started))
}

fn has_failed(job: &Job) -> bool {
    matches!(job.status, Some(JobStatus::Failed | JobStatus::Aborted))
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
            progress: _,
            then: _,
        } = self;
        f.debug_struct("WaitForJobs")
            .field("correlation_id", correlation_id)
            .field("timeout", timeout)
            .field("interval", interval)
            .finish_non_exhaustive()
    }
}

/// A request whose work the engine may continue after its response; returned by the method
/// `operation` of requests.
#[derive(Debug)]
pub struct Operation<T> {
    connection: Connection,
    response: T,
    correlation_id: String,
    reload: fn(&T, &Connection) -> Option<BoxFuture<T>>,
}

impl<T: Send + 'static> Operation<T> {
    pub(crate) fn new(
        connection: Connection,
        response: T,
        correlation_id: String,
        reload: fn(&T, &Connection) -> Option<BoxFuture<T>>,
    ) -> Self {
        Self {
            connection,
            response,
            correlation_id,
            reload,
        }
    }

    /// What the engine returned: typically an object that is still locked.
    pub fn response(&self) -> &T {
        &self.response
    }

    /// The correlation id of the request, by which its events and jobs can be found.
    pub fn correlation_id(&self) -> &str {
        &self.correlation_id
    }

    /// Waits until the jobs of the request have finished, and returns the current state of the
    /// object, or the response as it was if it has no href.
    ///
    /// # Errors
    ///
    /// See [`WaitForJobs`].
    pub fn done(self) -> WaitForJobs<T> {
        let Self {
            connection,
            response,
            correlation_id,
            reload,
        } = self;
        let this = connection.clone();
        WaitForJobs::new(&connection, correlation_id, move || {
            reload(&response, &this).unwrap_or_else(|| Box::pin(ready(Ok(response))))
        })
    }
}
