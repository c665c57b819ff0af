//! `OpenStackNetwork`.
//!
//! @generated from `crates/model/data/types/openstack.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{Link, OpenStackNetworkProvider};

/// A network of an OpenStack network provider.
#[derive(Clone)]
pub struct OpenStackNetwork {
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
    /// OpenStack network provider of the OpenStack network.
    pub openstack_network_provider: Option<Link<OpenStackNetworkProvider>>,
}

api_struct! {
    OpenStackNetwork "openstack_network" "openstack_networks" identified {
        /// Free text by the user.
        0 text comment;
        /// Free text by the user, shown in lists.
        1 text description;
        /// Address of the object, as a path on the engine's host. Read-only.
        2 text href;
        /// Identifier assigned by the engine, usually a UUID.
        3 text id;
        /// Name; unique for most types, but not for disks.
        4 text name;
        /// OpenStack network provider of the OpenStack network.
        5 link(OpenStackNetworkProvider) openstack_network_provider;
    }
}
