//! `Agent`.
//!
//! @generated from `crates/model/data/types/hosts.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{Host, Link, List, NamedOption};

/// A fence agent of a host.
#[derive(Clone)]
pub struct Agent {
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
    /// Address of the device.
    pub address: Option<String>,
    /// Whether it is used together with the next one.
    pub concurrent: Option<bool>,
    /// Whether its options are kept encrypted.
    pub encrypt_options: Option<bool>,
    /// Options as names and values.
    pub options: Option<List<NamedOption>>,
    /// Order in which agents are used, from 1.
    pub order: Option<i64>,
    /// Password to log in with. Never returned.
    pub password: Option<String>,
    /// Port to connect to.
    pub port: Option<i64>,
    /// Kind of device, such as `ipmilan`.
    #[doc(alias = "type")]
    pub type_: Option<String>,
    /// Name to log in with.
    pub username: Option<String>,
    /// Host that it belongs to.
    pub host: Option<Link<Host>>,
}

api_struct! {
    Agent "agent" "agents" identified {
        /// Address of the device.
        0 text address;
        /// Free text by the user.
        1 text comment;
        /// Whether it is used together with the next one.
        2 boolean concurrent;
        /// Free text by the user, shown in lists.
        3 text description;
        /// Whether its options are kept encrypted.
        4 boolean encrypt_options;
        /// Host that it belongs to.
        5 link(Host) host;
        /// Address of the object, as a path on the engine's host. Read-only.
        6 text href;
        /// Identifier assigned by the engine, usually a UUID.
        7 text id;
        /// Name; unique for most types, but not for disks.
        8 text name;
        /// Options as names and values.
        9 secrets(NamedOption) options;
        /// Order in which agents are used, from 1.
        10 integer order;
        /// Password to log in with. Never returned.
        11 secret password;
        /// Port to connect to.
        12 integer port;
        /// Kind of device, such as `ipmilan`.
        13 text type_ = "type";
        /// Name to log in with.
        14 text username;
    }
}
