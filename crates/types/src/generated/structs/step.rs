//! `Step`.
//!
//! @generated from `crates/model/data/types/jobs_and_events.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{Date, ExternalSystemType, Host, Job, Link, List, Statistic, StepEnum, StepStatus};

/// A step of a job.
#[derive(Clone)]
pub struct Step {
    /// Identifier assigned by the engine, usually a UUID.
    pub id: Option<String>,
    /// Address of the object, as a path on the engine's host. Read-only.
    pub href: Option<String>,
    /// Name; unique for most types, but not for disks.
    pub name: Option<String>,
    /// Free text by the user, shown in lists.
    pub description: Option<String>,
    /// Free text by the user.
    pub comment: Option<String>,
    /// When it ended; absent while it runs.
    pub end_time: Option<Date>,
    /// Whether it comes from outside of the engine.
    pub external: Option<bool>,
    /// External type, an external system type.
    pub external_type: Option<ExternalSystemType>,
    /// Place among its siblings, from 0.
    pub number: Option<i64>,
    /// How much is done; absent where that is not known. In percent. Since 4.1.
    pub progress: Option<i64>,
    /// When it began.
    pub start_time: Option<Date>,
    /// How far it is.
    pub status: Option<StepStatus>,
    /// Kind of step.
    #[doc(alias = "type")]
    pub type_: Option<StepEnum>,
    /// Host that it runs on. Since 4.1.
    pub execution_host: Option<Link<Host>>,
    /// Job of the step.
    pub job: Option<Link<Job>>,
    /// Parent step.
    pub parent_step: Option<Link<Step>>,
    /// Measured figures of it.
    pub statistics: Option<List<Statistic>>,
}

api_struct! {
    Step "step" "steps" identified {
        /// Free text by the user.
        0 text comment;
        /// Free text by the user, shown in lists.
        1 text description;
        /// When it ended; absent while it runs.
        2 date end_time;
        /// Host that it runs on. Since 4.1.
        3 link(Host) execution_host;
        /// Whether it comes from outside of the engine.
        4 boolean external;
        /// External type, an external system type.
        5 enumeration(ExternalSystemType) external_type;
        /// Address of the object, as a path on the engine's host. Read-only.
        6 text href;
        /// Identifier assigned by the engine, usually a UUID.
        7 text id;
        /// Job of the step.
        8 link(Job) job;
        /// Name; unique for most types, but not for disks.
        9 text name;
        /// Place among its siblings, from 0.
        10 integer number;
        /// Parent step.
        11 link(Step) parent_step;
        /// How much is done; absent where that is not known. In percent. Since 4.1.
        12 integer progress;
        /// When it began.
        13 date start_time;
        /// Measured figures of it.
        14 links(Statistic) statistics;
        /// How far it is.
        15 enumeration(StepStatus) status;
        /// Kind of step.
        16 enumeration(StepEnum) type_ = "type";
    }
}
