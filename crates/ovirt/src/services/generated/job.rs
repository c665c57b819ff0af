//! `JobService` and its requests.
//!
//! @generated from `crates/model/data/services/jobs_and_events.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::services::StepsService;
use crate::types::{Job, JobStatus};
use crate::wait::wait;

service! {
    /// One job: what became of a command that users see.
    ///
    /// API path: `/jobs/{job:id}`
    JobService = "job"
}

impl JobService {
    /// Removes a finished external job from the lists; other jobs clear themselves.
    ///
    /// `POST /jobs/{job:id}/clear`
    #[inline]
    pub fn clear(&self) -> JobClear {
        JobClear(self.0.action("job.clear", "clear"))
    }

    /// Ends an external job, with its steps; 409 for a job of the engine's own.
    ///
    /// `POST /jobs/{job:id}/end`
    #[inline]
    pub fn end(&self) -> JobEnd {
        JobEnd(self.0.action("job.end", "end"))
    }

    /// Reads the job: `status` from `started` to `finished`, `failed` or `aborted`. Finished ones
    /// are kept 10 minutes, failed ones 60, then 404.
    ///
    /// `GET /jobs/{job:id}`
    #[inline]
    pub fn get(&self) -> JobGet {
        JobGet(self.0.get("job.get"))
    }

    /// Steps of the job.
    #[inline]
    pub fn steps_service(&self) -> StepsService {
        StepsService(self.0.segment("steps"))
    }
}

wait!(JobService, Job, JobStatus);

request! {
    /// Request of [`JobService::clear`].
    JobClear -> action() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        value(bool) async_;
    }
}

request! {
    /// Request of [`JobService::end`].
    JobEnd -> action() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        value(bool) async_;
        /// End it even if steps of it are still in progress; false if absent.
        value(bool) force;
        /// Whether it ended well: `finished`, else `failed`; true if absent. Since 4.1.
        value(bool) succeeded;
    }
}

request! {
    /// Request of [`JobService::get`].
    JobGet -> document(Job) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}
