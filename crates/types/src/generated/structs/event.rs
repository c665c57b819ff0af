//! `Event`.
//!
//! @generated from `crates/model/data/types/jobs_and_events.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{
    Cluster, DataCenter, Date, Host, Link, LogSeverity, StorageDomain, Template, User, Vm,
};

/// Something that happened, as the engine noted it down; its identifier is a growing number.
#[derive(Clone)]
pub struct Event {
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
    /// Number of the kind of event, such as 153 for a VM that was started.
    pub code: Option<i64>,
    /// Correlation id of the request that caused it.
    pub correlation_id: Option<String>,
    /// Text of whoever added it.
    pub custom_data: Option<String>,
    /// Number of whoever added it; -1 for the engine's own. It must be unique for an origin.
    pub custom_id: Option<i64>,
    /// Time within which the same event is not noted again. In seconds.
    pub flood_rate: Option<i64>,
    /// Same number as its identifier. Since 4.1.3.
    pub index: Option<i64>,
    /// Whether it is also written to the host's log. Since 4.4.
    pub log_on_host: Option<bool>,
    /// System of origin; `oVirt` for the engine's own.
    pub origin: Option<String>,
    /// How bad it is.
    pub severity: Option<LogSeverity>,
    /// When it happened.
    pub time: Option<Date>,
    /// Cluster that it belongs to.
    pub cluster: Option<Link<Cluster>>,
    /// Data center that it belongs to.
    pub data_center: Option<Link<DataCenter>>,
    /// Host that it belongs to.
    pub host: Option<Link<Host>>,
    /// Storage domain that it belongs to.
    pub storage_domain: Option<Link<StorageDomain>>,
    /// Template that it belongs to.
    pub template: Option<Link<Template>>,
    /// User who caused it.
    pub user: Option<Link<User>>,
    /// VM that it belongs to.
    pub vm: Option<Link<Vm>>,
}

api_struct! {
    Event "event" "events" identified {
        /// Cluster that it belongs to.
        0 link(Cluster) cluster;
        /// Number of the kind of event, such as 153 for a VM that was started.
        1 integer code;
        /// Free text by the user.
        2 text comment;
        /// Correlation id of the request that caused it.
        3 text correlation_id;
        /// Text of whoever added it.
        4 text custom_data;
        /// Number of whoever added it; -1 for the engine's own. It must be unique for an origin.
        5 integer custom_id;
        /// Data center that it belongs to.
        6 link(DataCenter) data_center;
        /// Free text by the user, shown in lists.
        7 text description;
        /// Time within which the same event is not noted again. In seconds.
        8 integer flood_rate;
        /// Host that it belongs to.
        9 link(Host) host;
        /// Address of the object, as a path on the engine's host. Read-only.
        10 text href;
        /// Identifier assigned by the engine, usually a UUID.
        11 text id;
        /// Same number as its identifier. Since 4.1.3.
        12 integer index;
        /// Whether it is also written to the host's log. Since 4.4.
        13 boolean log_on_host;
        /// Name; unique for most types, but not for disks.
        14 text name;
        /// System of origin; `oVirt` for the engine's own.
        15 text origin;
        /// How bad it is.
        16 enumeration(LogSeverity) severity;
        /// Storage domain that it belongs to.
        17 link(StorageDomain) storage_domain;
        /// Template that it belongs to.
        18 link(Template) template;
        /// When it happened.
        19 date time;
        /// User who caused it.
        20 link(User) user;
        /// VM that it belongs to.
        21 link(Vm) vm;
    }
}
