//! `JobsService` and its requests.
//!
//! @generated from `crates/model/data/services/jobs_and_events.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::JobService;
use crate::stream::pages;
use crate::stream::stream;
use crate::types::{Identifier, Job, List};

service! {
    /// The engine's jobs, one for each command that users see, and external ones.
    ///
    /// API path: `/jobs`
    JobsService = "jobs"
}

impl JobsService {
    /// Adds an external job, to show the progress of work done outside of the engine; `started`
    /// until `end`.
    ///
    /// `POST /jobs`
    ///
    /// Needs `job.description`.
    #[inline]
    pub fn add(&self, job: impl Into<Job>) -> JobsAdd {
        JobsAdd(
            self.0
                .add::<Job>("jobs.add", job.into())
                .requires("job.description"),
        )
    }

    /// The jobs, by start; `search=correlation_id=ID` finds what a request began.
    ///
    /// `GET /jobs`
    #[inline]
    pub fn list(&self) -> JobsList {
        JobsList(self.0.get("jobs.list"))
    }

    /// One job, by its identifier.
    #[inline]
    pub fn job_service(&self, id: impl Identifier<Job>) -> JobService {
        JobService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`JobsService::add`].
    JobsAdd -> document(Job);
}

request! {
    /// Request of [`JobsService::list`].
    JobsList -> document(List<Job>) {
        /// Whether `search` tells upper and lower case apart; the engine does not when this is
        /// absent. Since 4.2.
        query(bool) case_sensitive;
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
        /// Filters the result by a query in the engine's search language, such as `name=web* and
        /// status=up`. Since 4.2.
        search(String) search;
    }
}

stream!(JobsList, Job);
pages!(JobsList, Job);
named!(JobsService, Job, "description");
