//! `NetworkLabel`.
//!
//! @generated from `crates/model/data/types/networks.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{HostNic, Link, Network};

/// A label by which networks are attached to host interfaces.
#[derive(Clone)]
pub struct NetworkLabel {
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
    /// Host network interface of the network label.
    pub host_nic: Option<Link<HostNic>>,
    /// Network that it belongs to.
    pub network: Option<Link<Network>>,
}

api_struct! {
    NetworkLabel "network_label" "network_labels" identified {
        /// Free text by the user.
        0 text comment;
        /// Free text by the user, shown in lists.
        1 text description;
        /// Host network interface of the network label.
        2 link(HostNic) host_nic;
        /// Address of the object, as a path on the engine's host. Read-only.
        3 text href;
        /// Identifier assigned by the engine, usually a UUID.
        4 text id;
        /// Name; unique for most types, but not for disks.
        5 text name;
        /// Network that it belongs to.
        6 link(Network) network;
    }
}
