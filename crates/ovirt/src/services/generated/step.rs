//! `StepService` and its requests.
//!
//! @generated from `crates/model/data/services/jobs_and_events.api` by `cargo xtask generate`.

use crate::request::request;
use crate::service::service;
use crate::services::StatisticsService;
use crate::types::{Step, StepStatus};
use crate::wait::wait;

service! {
    /// One step of a job.
    ///
    /// API path: `/jobs/{job:id}/steps/{step:id}`
    StepService = "step"
}

impl StepService {
    /// Ends an external step; 409 for a step of the engine's own.
    ///
    /// `POST /jobs/{job:id}/steps/{step:id}/end`
    ///
    /// Needs `succeeded`.
    #[inline]
    pub fn end(&self, succeeded: impl Into<bool>) -> StepEnd {
        StepEnd(
            self.0
                .action("step.end", "end")
                .requires("action.succeeded"),
        )
        .succeeded(succeeded)
    }

    /// Reads the step: type, `status`, `progress` in percent where it is known.
    ///
    /// `GET /jobs/{job:id}/steps/{step:id}`
    #[inline]
    pub fn get(&self) -> StepGet {
        StepGet(self.0.get("step.get"))
    }

    /// Measured figures of the object.
    #[inline]
    pub fn statistics_service(&self) -> StatisticsService {
        StatisticsService(self.0.segment("statistics"))
    }
}

wait!(StepService, Step, StepStatus);

request! {
    /// Request of [`StepService::end`].
    StepEnd -> action() {
        /// Do not wait for the operation to end.
        #[doc(alias = "async")]
        value(bool) async_;
        /// End it even if steps below it are still in progress; false if absent.
        value(bool) force;
        /// Whether it ended well: `finished`, else `failed`; mandatory.
        value(bool) succeeded;
    }
}

request! {
    /// Request of [`StepService::get`].
    StepGet -> document(Step) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
    }
}
