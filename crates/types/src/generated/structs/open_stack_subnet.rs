//! `OpenStackSubnet`.
//!
//! @generated from `crates/model/data/types/openstack.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{Link, List, OpenStackNetwork};

/// A subnet of an OpenStack network.
#[derive(Clone)]
pub struct OpenStackSubnet {
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
    /// Cidr of the OpenStack subnet.
    pub cidr: Option<String>,
    /// DNS servers of the OpenStack subnet.
    pub dns_servers: Option<List<String>>,
    /// Default gateway.
    pub gateway: Option<String>,
    /// IP address version of the OpenStack subnet.
    pub ip_version: Option<String>,
    /// OpenStack network of the OpenStack subnet.
    pub openstack_network: Option<Link<OpenStackNetwork>>,
}

api_struct! {
    OpenStackSubnet "openstack_subnet" "openstack_subnets" identified {
        /// Cidr of the OpenStack subnet.
        0 text cidr;
        /// Free text by the user.
        1 text comment;
        /// Free text by the user, shown in lists.
        2 text description;
        /// DNS servers of the OpenStack subnet.
        3 texts(String) dns_servers of "dns_server";
        /// Default gateway.
        4 text gateway;
        /// Address of the object, as a path on the engine's host. Read-only.
        5 text href;
        /// Identifier assigned by the engine, usually a UUID.
        6 text id;
        /// IP address version of the OpenStack subnet.
        7 text ip_version;
        /// Name; unique for most types, but not for disks.
        8 text name;
        /// OpenStack network of the OpenStack subnet.
        9 link(OpenStackNetwork) openstack_network;
    }
}
