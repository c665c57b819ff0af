//! `Qos`.
//!
//! @generated from `crates/model/data/types/networks.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{DataCenter, Link, QosType};

/// Limits for traffic, storage or CPU.
#[derive(Clone)]
pub struct Qos {
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
    /// CPU that may be used. In percent.
    pub cpu_limit: Option<i64>,
    /// Average traffic in. In Mbit/s.
    pub inbound_average: Option<i64>,
    /// Burst in. In MiB.
    pub inbound_burst: Option<i64>,
    /// Peak traffic in. In Mbit/s.
    pub inbound_peak: Option<i64>,
    /// Operations a second; not together with limits for reading and writing.
    pub max_iops: Option<i64>,
    /// Read operations a second.
    pub max_read_iops: Option<i64>,
    /// MiB read a second.
    pub max_read_throughput: Option<i64>,
    /// MiB a second; not together with limits for reading and writing.
    pub max_throughput: Option<i64>,
    /// Write operations a second.
    pub max_write_iops: Option<i64>,
    /// MiB written a second.
    pub max_write_throughput: Option<i64>,
    /// Average traffic out. In Mbit/s.
    pub outbound_average: Option<i64>,
    /// Outbound average linkshare, a whole number.
    pub outbound_average_linkshare: Option<i64>,
    /// Outbound average realtime, a whole number.
    pub outbound_average_realtime: Option<i64>,
    /// Outbound average upperlimit, a whole number.
    pub outbound_average_upperlimit: Option<i64>,
    /// Burst out. In MiB.
    pub outbound_burst: Option<i64>,
    /// Peak traffic out. In Mbit/s.
    pub outbound_peak: Option<i64>,
    /// What it limits.
    #[doc(alias = "type")]
    pub type_: Option<QosType>,
    /// Data center that it belongs to.
    pub data_center: Option<Link<DataCenter>>,
}

api_struct! {
    Qos "qos" "qoss" identified {
        /// Free text by the user.
        0 text comment;
        /// CPU that may be used. In percent.
        1 integer cpu_limit;
        /// Data center that it belongs to.
        2 link(DataCenter) data_center;
        /// Free text by the user, shown in lists.
        3 text description;
        /// Address of the object, as a path on the engine's host. Read-only.
        4 text href;
        /// Identifier assigned by the engine, usually a UUID.
        5 text id;
        /// Average traffic in. In Mbit/s.
        6 integer inbound_average;
        /// Burst in. In MiB.
        7 integer inbound_burst;
        /// Peak traffic in. In Mbit/s.
        8 integer inbound_peak;
        /// Operations a second; not together with limits for reading and writing.
        9 integer max_iops;
        /// Read operations a second.
        10 integer max_read_iops;
        /// MiB read a second.
        11 integer max_read_throughput;
        /// MiB a second; not together with limits for reading and writing.
        12 integer max_throughput;
        /// Write operations a second.
        13 integer max_write_iops;
        /// MiB written a second.
        14 integer max_write_throughput;
        /// Name; unique for most types, but not for disks.
        15 text name;
        /// Average traffic out. In Mbit/s.
        16 integer outbound_average;
        /// Outbound average linkshare, a whole number.
        17 integer outbound_average_linkshare;
        /// Outbound average realtime, a whole number.
        18 integer outbound_average_realtime;
        /// Outbound average upperlimit, a whole number.
        19 integer outbound_average_upperlimit;
        /// Burst out. In MiB.
        20 integer outbound_burst;
        /// Peak traffic out. In Mbit/s.
        21 integer outbound_peak;
        /// What it limits.
        22 enumeration(QosType) type_ = "type";
    }
}
