//! `UnmanagedNetwork`.
//!
//! @generated from `crates/model/data/types/networks.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{Host, HostNic, Link};

/// A network of a host that the engine did not create.
#[derive(Clone)]
pub struct UnmanagedNetwork {
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
    /// Host that it belongs to.
    pub host: Option<Link<Host>>,
    /// Host network interface of the unmanaged network.
    pub host_nic: Option<Link<HostNic>>,
}

api_struct! {
    UnmanagedNetwork "unmanaged_network" "unmanaged_networks" identified {
        /// Free text by the user.
        0 text comment;
        /// Free text by the user, shown in lists.
        1 text description;
        /// Host that it belongs to.
        2 link(Host) host;
        /// Host network interface of the unmanaged network.
        3 link(HostNic) host_nic;
        /// Address of the object, as a path on the engine's host. Read-only.
        4 text href;
        /// Identifier assigned by the engine, usually a UUID.
        5 text id;
        /// Name; unique for most types, but not for disks.
        6 text name;
    }
}
