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
    /// Address of the object, as a path on the engine's host. Set by the engine.
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
        0 text comment;
        1 text description;
        2 text href;
        3 text id;
        4 text name;
        5 link(OpenStackNetworkProvider) openstack_network_provider;
    }
}
