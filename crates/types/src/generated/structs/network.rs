//! `Network`.
//!
//! @generated from `crates/model/data/types/networks.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{
    Cluster, DataCenter, DnsResolverConfiguration, Ip, Link, List, NetworkLabel, NetworkStatus,
    NetworkUsage, OpenStackNetworkProvider, Permission, Qos, Shared, Vlan, VnicProfile,
};

/// A logical network of a data center.
#[derive(Clone)]
pub struct Network {
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
    /// Whether displays go over it; `usages` is its successor. Deprecated.
    pub display: Option<bool>,
    /// Name servers for hosts. Since 4.2.
    pub dns_resolver_configuration: Option<Shared<DnsResolverConfiguration>>,
    /// Address settings. Deprecated.
    pub ip: Option<Shared<Ip>>,
    /// Largest packet; 0 for the default of 1500. In bytes.
    pub mtu: Option<i64>,
    /// Whether VMs on it cannot reach each other. Since 4.4.3.
    pub port_isolation: Option<bool>,
    /// Whether adding it also adds a vNIC profile of its name.
    pub profile_required: Option<bool>,
    /// Whether hosts of the cluster must have it to be operational.
    pub required: Option<bool>,
    /// Whether all hosts that must have it do. Read-only.
    pub status: Option<NetworkStatus>,
    /// Whether its bridge takes part in the spanning tree protocol.
    pub stp: Option<bool>,
    /// What it is for in a cluster; without `vm` no VM can use it.
    pub usages: Option<List<NetworkUsage>>,
    /// Name that hosts have for it. Read-only.
    pub vdsm_name: Option<String>,
    /// VLAN tag; untagged if absent.
    pub vlan: Option<Shared<Vlan>>,
    /// Cluster that it was read in.
    pub cluster: Option<Link<Cluster>>,
    /// Data center that it belongs to. Mandatory for adding.
    pub data_center: Option<Link<DataCenter>>,
    /// Provider that has it; absent for networks of the engine's own. Since 4.2.
    pub external_provider: Option<Link<OpenStackNetworkProvider>>,
    /// Network that carries one of an external provider. Since 4.2.
    pub external_provider_physical_network: Option<Link<Network>>,
    /// Label: it is attached to host interfaces with the same label by itself.
    pub network_labels: Option<List<NetworkLabel>>,
    /// Permissions on it.
    pub permissions: Option<List<Permission>>,
    /// Limits of its traffic on hosts.
    pub qos: Option<Link<Qos>>,
    /// Profiles through which VMs use it.
    pub vnic_profiles: Option<List<VnicProfile>>,
}

api_struct! {
    Network "network" "networks" identified {
        /// Cluster that it was read in.
        0 link(Cluster) cluster;
        /// Free text by the user.
        1 text comment;
        /// Data center that it belongs to. Mandatory for adding.
        2 link(DataCenter) data_center;
        /// Free text by the user, shown in lists.
        3 text description;
        /// Whether displays go over it; `usages` is its successor. Deprecated.
        4 boolean display;
        /// Name servers for hosts. Since 4.2.
        5 object(DnsResolverConfiguration) dns_resolver_configuration;
        /// Provider that has it; absent for networks of the engine's own. Since 4.2.
        6 link(OpenStackNetworkProvider) external_provider;
        /// Network that carries one of an external provider. Since 4.2.
        7 link(Network) external_provider_physical_network;
        /// Address of the object, as a path on the engine's host. Read-only.
        8 text href;
        /// Identifier assigned by the engine, usually a UUID.
        9 text id;
        /// Address settings. Deprecated.
        10 object(Ip) ip;
        /// Largest packet; 0 for the default of 1500. In bytes.
        11 integer mtu;
        /// Name; unique for most types, but not for disks.
        12 text name;
        /// Label: it is attached to host interfaces with the same label by itself.
        13 links(NetworkLabel) network_labels;
        /// Permissions on it.
        14 links(Permission) permissions;
        /// Whether VMs on it cannot reach each other. Since 4.4.3.
        15 boolean port_isolation;
        /// Whether adding it also adds a vNIC profile of its name.
        16 boolean profile_required;
        /// Limits of its traffic on hosts.
        17 link(Qos) qos;
        /// Whether hosts of the cluster must have it to be operational.
        18 boolean required;
        /// Whether all hosts that must have it do. Read-only.
        19 enumeration(NetworkStatus) status;
        /// Whether its bridge takes part in the spanning tree protocol.
        20 boolean stp;
        /// What it is for in a cluster; without `vm` no VM can use it.
        21 enumerations(NetworkUsage) usages of "usage";
        /// Name that hosts have for it. Read-only.
        22 text vdsm_name;
        /// VLAN tag; untagged if absent.
        23 object(Vlan) vlan;
        /// Profiles through which VMs use it.
        24 links(VnicProfile) vnic_profiles;
    }
}
