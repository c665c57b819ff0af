//! `VnicProfile`.
//!
//! @generated from `crates/model/data/types/networks.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{CustomProperty, Link, List, Network, NetworkFilter, Permission, Qos, VnicPassThrough};

/// How VMs' interfaces are on a network: limits, filter, pass-through.
#[derive(Clone)]
pub struct VnicProfile {
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
    /// Properties for hooks on the host.
    pub custom_properties: Option<List<CustomProperty>>,
    /// Whether VMs with a passed through interface can be migrated. Since 4.1.
    pub migratable: Option<bool>,
    /// Whether the interface is a device of the host, with SR-IOV.
    pub pass_through: Option<VnicPassThrough>,
    /// Whether all traffic of the network is copied to the interface.
    pub port_mirroring: Option<bool>,
    /// Profile for the spare interface of one that is passed through. Since 4.4.6.
    pub failover: Option<Link<VnicProfile>>,
    /// Network it applies to. Mandatory for adding.
    pub network: Option<Link<Network>>,
    /// Filter of the traffic; absent for none.
    pub network_filter: Option<Link<NetworkFilter>>,
    /// Permissions on it.
    pub permissions: Option<List<Permission>>,
    /// Limits of the traffic.
    pub qos: Option<Link<Qos>>,
}

api_struct! {
    VnicProfile "vnic_profile" "vnic_profiles" identified {
        /// Free text by the user.
        0 text comment;
        /// Properties for hooks on the host.
        1 list(CustomProperty) custom_properties;
        /// Free text by the user, shown in lists.
        2 text description;
        /// Profile for the spare interface of one that is passed through. Since 4.4.6.
        3 link(VnicProfile) failover;
        /// Address of the object, as a path on the engine's host. Read-only.
        4 text href;
        /// Identifier assigned by the engine, usually a UUID.
        5 text id;
        /// Whether VMs with a passed through interface can be migrated. Since 4.1.
        6 boolean migratable;
        /// Name; unique for most types, but not for disks.
        7 text name;
        /// Network it applies to. Mandatory for adding.
        8 link(Network) network;
        /// Filter of the traffic; absent for none.
        9 link(NetworkFilter) network_filter;
        /// Whether the interface is a device of the host, with SR-IOV.
        10 inline(VnicPassThrough) pass_through;
        /// Permissions on it.
        11 links(Permission) permissions;
        /// Whether all traffic of the network is copied to the interface.
        12 boolean port_mirroring;
        /// Limits of the traffic.
        13 link(Qos) qos;
    }
}
