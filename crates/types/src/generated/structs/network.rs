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
    /// Address of the object, as a path on the engine's host. Set by the engine.
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
    /// Largest packet in bytes; 0 for the default of 1500.
    pub mtu: Option<i64>,
    /// Whether VMs on it cannot reach each other. Since 4.4.3.
    pub port_isolation: Option<bool>,
    /// Whether adding it also adds a vNIC profile of its name.
    pub profile_required: Option<bool>,
    /// Whether hosts of the cluster must have it to be operational.
    pub required: Option<bool>,
    /// Whether all hosts that must have it do. Set by the engine.
    pub status: Option<NetworkStatus>,
    /// Whether its bridge takes part in the spanning tree protocol.
    pub stp: Option<bool>,
    /// What it is for in a cluster; without `vm` no VM can use it.
    pub usages: Option<List<NetworkUsage>>,
    /// Name that hosts have for it. Set by the engine.
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
        0 link(Cluster) cluster;
        1 text comment;
        2 link(DataCenter) data_center;
        3 text description;
        4 boolean display;
        5 object(DnsResolverConfiguration) dns_resolver_configuration;
        6 link(OpenStackNetworkProvider) external_provider;
        7 link(Network) external_provider_physical_network;
        8 text href;
        9 text id;
        10 object(Ip) ip;
        11 integer mtu;
        12 text name;
        13 list(NetworkLabel) network_labels;
        14 list(Permission) permissions;
        15 boolean port_isolation;
        16 boolean profile_required;
        17 link(Qos) qos;
        18 boolean required;
        19 enumeration(NetworkStatus) status;
        20 boolean stp;
        21 enumerations(NetworkUsage) usages of "usage";
        22 text vdsm_name;
        23 object(Vlan) vlan;
        24 list(VnicProfile) vnic_profiles;
    }
}
