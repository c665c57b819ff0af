//! `ReportedDevice`.
//!
//! @generated from `crates/model/data/types/hosts.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{Ip, Link, List, Mac, ReportedDeviceType, Vm};

/// A device as the guest agent reports it.
#[derive(Clone)]
pub struct ReportedDevice {
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
    /// Ips of the reported device.
    pub ips: Option<List<Ip>>,
    /// Hardware address.
    pub mac: Option<Mac>,
    /// Kind of it.
    #[doc(alias = "type")]
    pub type_: Option<ReportedDeviceType>,
    /// VM that it belongs to.
    pub vm: Option<Link<Vm>>,
}

api_struct! {
    ReportedDevice "reported_device" "reported_devices" identified {
        /// Free text by the user.
        0 text comment;
        /// Free text by the user, shown in lists.
        1 text description;
        /// Address of the object, as a path on the engine's host. Read-only.
        2 text href;
        /// Identifier assigned by the engine, usually a UUID.
        3 text id;
        /// Ips of the reported device.
        4 list(Ip) ips;
        /// Hardware address.
        5 inline(Mac) mac;
        /// Name; unique for most types, but not for disks.
        6 text name;
        /// Kind of it.
        7 enumeration(ReportedDeviceType) type_ = "type";
        /// VM that it belongs to.
        8 link(Vm) vm;
    }
}
