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
    /// Address of the object, as a path on the engine's host. Set by the engine.
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
    /// How much is done, in percent; absent where that is not known. Since 4.1.
    pub progress: Option<i64>,
    /// When it began.
    pub start_time: Option<Date>,
    /// How far it is.
    pub status: Option<StepStatus>,
    /// Kind of step.
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
        0 text comment;
        1 text description;
        2 date end_time;
        3 link(Host) execution_host;
        4 boolean external;
        5 enumeration(ExternalSystemType) external_type;
        6 text href;
        7 text id;
        8 link(Job) job;
        9 text name;
        10 integer number;
        11 link(Step) parent_step;
        12 integer progress;
        13 date start_time;
        14 list(Statistic) statistics;
        15 enumeration(StepStatus) status;
        16 enumeration(StepEnum) type_ = "type";
    }
}
