//! `HostNic`.
//!
//! @generated from `crates/model/data/types/hosts.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{
    Bonding, BootProtocol, Host, HostNicVirtualFunctionsConfiguration, Ip, Link, List, Mac,
    Network, NetworkLabel, NicStatus, Property, Qos, Shared, Statistic, Vlan,
};

/// A network interface of a host: physical, a bond or a VLAN.
#[derive(Clone)]
pub struct HostNic {
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
    /// Aggregator of a bond in mode 4. Read-only. Since 4.0.3.
    pub ad_aggregator_id: Option<i64>,
    /// Interface that a VLAN is on.
    pub base_interface: Option<String>,
    /// Settings of a bond; absent for other interfaces.
    pub bonding: Option<Shared<Bonding>>,
    /// How the IPv4 address is assigned.
    pub boot_protocol: Option<BootProtocol>,
    /// Whether a bridge is on it, so that VMs can use its network.
    pub bridged: Option<bool>,
    /// Whether changes are taken back when the host cannot be reached any more.
    pub check_connectivity: Option<bool>,
    /// Whether its settings differ from the network's. Read-only.
    pub custom_configuration: Option<bool>,
    /// IPv4 address.
    pub ip: Option<Shared<Ip>>,
    /// IPv6 address.
    pub ipv6: Option<Shared<Ip>>,
    /// How the IPv6 address is assigned.
    pub ipv6_boot_protocol: Option<BootProtocol>,
    /// Hardware address.
    pub mac: Option<Mac>,
    /// Largest packet. In bytes.
    pub mtu: Option<i64>,
    /// Whether the host's settings are replaced by the network's.
    pub override_configuration: Option<bool>,
    /// Properties as names and values.
    pub properties: Option<List<Property>>,
    /// Speed in bits per second. Read-only.
    pub speed: Option<i64>,
    /// Whether it has a link. Read-only.
    pub status: Option<NicStatus>,
    /// SR-IOV: virtual functions and the networks that may use them.
    pub virtual_functions_configuration: Option<Shared<HostNicVirtualFunctionsConfiguration>>,
    /// VLAN tag.
    pub vlan: Option<Shared<Vlan>>,
    /// Host that it belongs to.
    pub host: Option<Link<Host>>,
    /// Network attached to it; absent where there is none.
    pub network: Option<Link<Network>>,
    /// Labels: networks with the same label are attached by themselves.
    pub network_labels: Option<List<NetworkLabel>>,
    /// Physical interface that a virtual function belongs to. Read-only.
    pub physical_function: Option<Link<HostNic>>,
    /// Limits that hold for it.
    pub qos: Option<Link<Qos>>,
    /// Measured figures of it.
    pub statistics: Option<List<Statistic>>,
}

api_struct! {
    HostNic "host_nic" "host_nics" identified {
        /// Aggregator of a bond in mode 4. Read-only. Since 4.0.3.
        0 integer ad_aggregator_id;
        /// Interface that a VLAN is on.
        1 text base_interface;
        /// Settings of a bond; absent for other interfaces.
        2 object(Bonding) bonding;
        /// How the IPv4 address is assigned.
        3 enumeration(BootProtocol) boot_protocol;
        /// Whether a bridge is on it, so that VMs can use its network.
        4 boolean bridged;
        /// Whether changes are taken back when the host cannot be reached any more.
        5 boolean check_connectivity;
        /// Free text by the user.
        6 text comment;
        /// Whether its settings differ from the network's. Read-only.
        7 boolean custom_configuration;
        /// Free text by the user, shown in lists.
        8 text description;
        /// Host that it belongs to.
        9 link(Host) host;
        /// Address of the object, as a path on the engine's host. Read-only.
        10 text href;
        /// Identifier assigned by the engine, usually a UUID.
        11 text id;
        /// IPv4 address.
        12 object(Ip) ip;
        /// IPv6 address.
        13 object(Ip) ipv6;
        /// How the IPv6 address is assigned.
        14 enumeration(BootProtocol) ipv6_boot_protocol;
        /// Hardware address.
        15 inline(Mac) mac;
        /// Largest packet. In bytes.
        16 integer mtu;
        /// Name; unique for most types, but not for disks.
        17 text name;
        /// Network attached to it; absent where there is none.
        18 link(Network) network;
        /// Labels: networks with the same label are attached by themselves.
        19 links(NetworkLabel) network_labels;
        /// Whether the host's settings are replaced by the network's.
        20 boolean override_configuration;
        /// Physical interface that a virtual function belongs to. Read-only.
        21 link(HostNic) physical_function;
        /// Properties as names and values.
        22 secrets(Property) properties;
        /// Limits that hold for it.
        23 link(Qos) qos;
        /// Speed in bits per second. Read-only.
        24 integer speed;
        /// Measured figures of it.
        25 links(Statistic) statistics;
        /// Whether it has a link. Read-only.
        26 enumeration(NicStatus) status;
        /// SR-IOV: virtual functions and the networks that may use them.
        27 object(HostNicVirtualFunctionsConfiguration) virtual_functions_configuration;
        /// VLAN tag.
        28 object(Vlan) vlan;
    }
}
