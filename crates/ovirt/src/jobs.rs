//! Work that the engine goes on with after its answer: its jobs are waited for, and what they did
//! in the end is found out.

use std::fmt;
use std::future::IntoFuture;
use std::time::Duration;

use http::Method;
use ovirt_types::{Event, Job, JobStatus, LogSeverity, Step, StepStatus};

use crate::blocking;
use crate::clock::{self, Deadline};
use crate::connection::Connection;
use crate::error::classify::{self, Cause};
use crate::error::{Error, TimeoutError};
use crate::pending::{self, Pending};
use crate::request::Sending;

/// The longest that is waited for, unless the caller says otherwise.
const TIMEOUT: Duration = Duration::from_secs(3600);

/// Time between the first two looks, unless the caller says otherwise.
const INTERVAL: Duration = Duration::from_millis(500);

/// The longest time between two looks.
const LONGEST_INTERVAL: Duration = Duration::from_secs(10);

/// What is told of the jobs each time.
type Progress = Box<dyn FnMut(&[Job]) + Send>;

/// Waits until the engine's jobs of a correlation id have ended; made by
/// [`Connection::wait_for_jobs`] and [`Operation::done`](crate::Operation::done).
///
/// It looks at once, then after each interval, which grows by half each time, to ten seconds at
/// most.
#[must_use = "nothing is sent without `.await`, `.call()` or `.start()`"]
pub struct WaitForJobs<T> {
    connection: Connection,
    correlation_id: String,
    timeout: Duration,
    interval: Duration,
    progress: Option<Progress>,
    then: Box<dyn FnOnce() -> Sending<T> + Send>,
}

impl Connection {
    /// Waits until all jobs of a correlation id have ended well.
    ///
    /// ```no_run
    /// # async fn example(connection: ovirt::Connection) -> Result<(), ovirt::Error> {
    /// use ovirt::Request;
    ///
    /// let vm = connection.system_service().vms_service().vm_service("123");
    /// vm.start().with_correlation_id("nightly-7").await?;
    /// connection.wait_for_jobs("nightly-7").await?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// [`Error::Fault`] when a job failed or was given up, with what its steps and events say;
    /// [`Error::Timeout`] when jobs are still under way at the end of the time limit.
    pub fn wait_for_jobs(&self, correlation_id: impl Into<String>) -> WaitForJobs<()> {
        WaitForJobs::new(self, correlation_id.into(), || {
            Box::pin(std::future::ready(Ok(())))
        })
    }
}

impl<T: Send + 'static> WaitForJobs<T> {
    pub(crate) fn new(
        connection: &Connection,
        correlation_id: String,
        then: impl FnOnce() -> Sending<T> + Send + 'static,
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

    /// Gives up after this time; an hour unless set. The jobs go on.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = timeout;
        self
    }

    /// Time between the first two looks; half a second unless set.
    pub fn interval(mut self, interval: Duration) -> Self {
        self.interval = interval;
        self
    }

    /// Calls this with the jobs, and their steps within, each time they have been looked at.
    pub fn on_progress(mut self, progress: impl FnMut(&[Job]) + Send + 'static) -> Self {
        self.progress = Some(Box::new(progress));
        self
    }

    /// Waits and blocks meanwhile.
    ///
    /// # Errors
    ///
    /// As of [`Connection::wait_for_jobs`]; inside an async task use `.await`.
    pub fn call(self) -> Result<T, Error> {
        let connection = self.connection.clone();
        blocking::run(&connection, self.wait())
    }

    /// Begins to wait, for the outcome to be asked for later.
    pub fn start(self) -> Pending<T> {
        let connection = self.connection.clone();
        pending::start(&connection, self.wait())
    }

    async fn wait(self) -> Result<T, Error> {
        let connection = self.connection.clone();
        connection
            .on_runtime(Box::pin(self.wait_on_runtime()))
            .await
    }

    async fn wait_on_runtime(mut self) -> Result<T, Error> {
        let mut last = Vec::new();
        let timeout = self.timeout;
        let looking = Box::pin(self.look(&mut last));
        match Deadline::after(timeout).limit(looking).await {
            Some(outcome) => outcome?,
            None => {
                let open = last.iter().filter(|job| is_open(job)).map(job_name);
                let open = match open.collect::<Vec<_>>().join(", ") {
                    none if none.is_empty() => "no answer about them came".to_owned(),
                    open => open,
                };
                let what = format!(
                    "jobs of the correlation id {} haven't ended within {timeout:?}: {open}",
                    self.correlation_id
                );
                return Err(TimeoutError::new(what).into());
            }
        }
        (self.then)().await
    }

    /// Looks until no job is under way. Jobs that aren't there have ended long ago: the engine
    /// doesn't keep them for ever.
    async fn look(&mut self, last: &mut Vec<Job>) -> Result<(), Error> {
        let jobs = self.connection.system_service().jobs_service();
        let search = format!("correlation_id={}", self.correlation_id);
        let mut interval = self.interval.min(LONGEST_INTERVAL);
        loop {
            let list = jobs.list().search(search.as_str()).follow("steps").await?;
            // Engines that don't know the search give all jobs, and steps only by their address.
            *last = list.into_vec();
            if let Some(progress) = &mut self.progress {
                progress(last);
            }
            if !last.iter().any(is_open) {
                return match last.iter().find(|job| has_failed(job)) {
                    Some(job) => Err(failure(&self.connection, &self.correlation_id, job).await),
                    None => Ok(()),
                };
            }
            clock::sleep(interval).await;
            interval = interval.mul_f32(1.5).min(LONGEST_INTERVAL);
        }
    }
}

/// Why a job failed: what its step is about, and what the engine's events say.
async fn failure(connection: &Connection, correlation_id: &str, job: &Job) -> Error {
    let ended = match job.status {
        Some(JobStatus::Aborted) => "was aborted",
        _ => "failed",
    };
    let mut what = format!("the job \"{}\" {ended}", job_name(job));
    let step = job.steps.iter().flatten().find(|step| step_failed(step));
    if let Some(step) = step.and_then(|step| step.description.as_deref()) {
        what.push_str(&format!(" at the step \"{step}\""));
    }
    if let Some(said) = last_words(connection, correlation_id).await {
        what.push_str(&format!(": {said}"));
    }
    let mut context = connection.context("jobs.wait", &Method::GET, "/jobs".to_owned());
    context.correlation_id = Some(correlation_id.to_owned());
    classify::error(Cause::JobFailed, what, &context)
}

/// The text of the newest event that tells of an error.
async fn last_words(connection: &Connection, correlation_id: &str) -> Option<String> {
    let events = connection.system_service().events_service();
    let search = format!("correlation_id={}", correlation_id);
    let events = events.list().search(search).max(100).await.ok()?;
    let is_bad = |event: &&Event| {
        matches!(
            event.severity,
            Some(LogSeverity::Error | LogSeverity::Alert)
        )
    };
    events.iter().find(is_bad)?.description.clone()
}

fn is_open(job: &Job) -> bool {
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
    name.unwrap_or("without a name")
}

impl<T: Send + 'static> IntoFuture for WaitForJobs<T> {
    type Output = Result<T, Error>;
    type IntoFuture = Sending<T>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.wait())
    }
}

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

/// A request that the engine has answered, and may still be at work on; what
/// [`Request::operation`](crate::Request::operation) gives.
#[derive(Debug)]
pub struct Operation<T> {
    connection: Connection,
    answer: T,
    correlation_id: String,
    again: fn(&T, &Connection) -> Option<Sending<T>>,
}

impl<T: Send + 'static> Operation<T> {
    pub(crate) fn new(
        connection: Connection,
        answer: T,
        correlation_id: String,
        again: fn(&T, &Connection) -> Option<Sending<T>>,
    ) -> Self {
        Self {
            connection,
            answer,
            correlation_id,
            again,
        }
    }

    /// What the engine answered: an object as it was then, mostly locked.
    pub fn answer(&self) -> &T {
        &self.answer
    }

    /// The correlation id of the request, by which its events and jobs are found.
    pub fn correlation_id(&self) -> &str {
        &self.correlation_id
    }

    /// Waits until the jobs of the request have ended well, and gives the object as it is then.
    /// Where the answer was no object with an address, it is given as it was.
    pub fn done(self) -> WaitForJobs<T> {
        let Self {
            connection,
            answer,
            correlation_id,
            again,
        } = self;
        let this = connection.clone();
        WaitForJobs::new(&connection, correlation_id, move || {
            again(&answer, &this).unwrap_or_else(|| Box::pin(std::future::ready(Ok(answer))))
        })
    }
}
