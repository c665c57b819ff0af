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
    /// Address of the object, as a path on the engine's host. Set by the engine.
    pub href: Option<String>,
    /// Name; unique for most types, but not for disks.
    pub name: Option<String>,
    /// Free text by the user, shown in lists.
    pub description: Option<String>,
    /// Free text by the user.
    pub comment: Option<String>,
    /// CPU in percent.
    pub cpu_limit: Option<i64>,
    /// Average traffic in, in Mbit/s.
    pub inbound_average: Option<i64>,
    /// Burst in, in MiB.
    pub inbound_burst: Option<i64>,
    /// Peak traffic in, in Mbit/s.
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
    /// Average traffic out, in Mbit/s.
    pub outbound_average: Option<i64>,
    /// Outbound average linkshare, a whole number.
    pub outbound_average_linkshare: Option<i64>,
    /// Outbound average realtime, a whole number.
    pub outbound_average_realtime: Option<i64>,
    /// Outbound average upperlimit, a whole number.
    pub outbound_average_upperlimit: Option<i64>,
    /// Burst out, in MiB.
    pub outbound_burst: Option<i64>,
    /// Peak traffic out, in Mbit/s.
    pub outbound_peak: Option<i64>,
    /// What it limits.
    pub type_: Option<QosType>,
    /// Data center that it belongs to.
    pub data_center: Option<Link<DataCenter>>,
}

api_struct! {
    Qos "qos" "qoss" identified {
        0 text comment;
        1 integer cpu_limit;
        2 link(DataCenter) data_center;
        3 text description;
        4 text href;
        5 text id;
        6 integer inbound_average;
        7 integer inbound_burst;
        8 integer inbound_peak;
        9 integer max_iops;
        10 integer max_read_iops;
        11 integer max_read_throughput;
        12 integer max_throughput;
        13 integer max_write_iops;
        14 integer max_write_throughput;
        15 text name;
        16 integer outbound_average;
        17 integer outbound_average_linkshare;
        18 integer outbound_average_realtime;
        19 integer outbound_average_upperlimit;
        20 integer outbound_burst;
        21 integer outbound_peak;
        22 enumeration(QosType) type_ = "type";
    }
}
