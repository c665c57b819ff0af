//! `Job`.
//!
//! @generated from `crates/model/data/types/jobs_and_events.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{Date, JobStatus, Link, List, Step, User};

/// What became of a command that users see; finished ones are kept for ten minutes, failed ones for
/// an hour.
#[derive(Clone)]
pub struct Job {
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
    /// Whether it is removed some time after its end.
    pub auto_cleared: Option<bool>,
    /// When it ended; absent while it runs.
    pub end_time: Option<Date>,
    /// Whether it was added by a user of the API.
    pub external: Option<bool>,
    /// When it last changed.
    pub last_updated: Option<Date>,
    /// When it began.
    pub start_time: Option<Date>,
    /// How far it is; external ones are ended by the action `end`. Read-only.
    pub status: Option<JobStatus>,
    /// User who began it.
    pub owner: Option<Link<User>>,
    /// Its steps.
    pub steps: Option<List<Step>>,
}

api_struct! {
    Job "job" "jobs" identified {
        /// Whether it is removed some time after its end.
        0 boolean auto_cleared;
        /// Free text by the user.
        1 text comment;
        /// Free text by the user, shown in lists.
        2 text description;
        /// When it ended; absent while it runs.
        3 date end_time;
        /// Whether it was added by a user of the API.
        4 boolean external;
        /// Address of the object, as a path on the engine's host. Read-only.
        5 text href;
        /// Identifier assigned by the engine, usually a UUID.
        6 text id;
        /// When it last changed.
        7 date last_updated;
        /// Name; unique for most types, but not for disks.
        8 text name;
        /// User who began it.
        9 link(User) owner;
        /// When it began.
        10 date start_time;
        /// How far it is; external ones are ended by the action `end`. Read-only.
        11 enumeration(JobStatus) status;
        /// Its steps.
        12 links(Step) steps;
    }
}
