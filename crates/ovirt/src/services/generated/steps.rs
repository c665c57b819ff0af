//! `StepsService` and its requests.
//!
//! @generated from `crates/model/data/services/jobs_and_events.api` by `cargo xtask generate`.

use crate::named::named;
use crate::request::request;
use crate::service::service;
use crate::services::StepService;
use crate::stream::stream;
use crate::types::{Identifier, List, Step};

service! {
    /// The steps of a job; a step can have steps below it.
    ///
    /// API path: `/jobs/{job:id}/steps`
    StepsService = "steps"
}

impl StepsService {
    /// Adds a step to an external job; it is `started` until `end`.
    ///
    /// `POST /jobs/{job:id}/steps`
    ///
    /// Needs `step.description`, `step.type`.
    #[inline]
    pub fn add(&self, step: impl Into<Step>) -> StepsAdd {
        StepsAdd(
            self.0
                .add::<Step>("steps.add", step.into())
                .requires("step.description, step.type"),
        )
    }

    /// All steps of the job, as a flat list; the tree is in their `parent_step`.
    ///
    /// `GET /jobs/{job:id}/steps`
    #[inline]
    pub fn list(&self) -> StepsList {
        StepsList(self.0.get("steps.list"))
    }

    /// One step, by its identifier.
    #[inline]
    pub fn step_service(&self, id: impl Identifier<Step>) -> StepService {
        StepService(self.0.item(id.identifier()))
    }
}

request! {
    /// Request of [`StepsService::add`].
    StepsAdd -> document(Step);
}

request! {
    /// Request of [`StepsService::list`].
    StepsList -> document(List<Step>) {
        /// Links to inline in the response, separated by commas; dots go deeper:
        /// `nics,disk_attachments.disk`. Since 4.2.
        query(String) follow;
        /// Return at most this many objects; all if absent.
        query(i64) max;
    }
}

stream!(StepsList, Step);
named!(StepsService, Step, "description");
