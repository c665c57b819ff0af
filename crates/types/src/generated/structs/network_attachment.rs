//! `NetworkAttachment`.
//!
//! @generated from `crates/model/data/types/networks.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{
    DnsResolverConfiguration, Host, HostNic, IpAddressAssignment, Link, List, Network, Property,
    Qos, ReportedConfiguration, Shared,
};

/// A network on a network interface of a host.
#[derive(Clone)]
pub struct NetworkAttachment {
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
    /// DNS resolver configuration of the network attachment. Since 4.2.
    pub dns_resolver_configuration: Option<Shared<DnsResolverConfiguration>>,
    /// Whether the host has what the engine wants. Read-only.
    pub in_sync: Option<bool>,
    /// Addresses of the host on the network.
    pub ip_address_assignments: Option<List<IpAddressAssignment>>,
    /// Properties as names and values.
    pub properties: Option<List<Property>>,
    /// Settings in which host and engine differ or agree.
    pub reported_configurations: Option<List<ReportedConfiguration>>,
    /// Host that it belongs to.
    pub host: Option<Link<Host>>,
    /// Interface it is attached to.
    pub host_nic: Option<Link<HostNic>>,
    /// Network that is attached.
    pub network: Option<Link<Network>>,
    /// Limits that hold for it.
    pub qos: Option<Link<Qos>>,
}

api_struct! {
    NetworkAttachment "network_attachment" "network_attachments" identified {
        /// Free text by the user.
        0 text comment;
        /// Free text by the user, shown in lists.
        1 text description;
        /// DNS resolver configuration of the network attachment. Since 4.2.
        2 object(DnsResolverConfiguration) dns_resolver_configuration;
        /// Host that it belongs to.
        3 link(Host) host;
        /// Interface it is attached to.
        4 link(HostNic) host_nic;
        /// Address of the object, as a path on the engine's host. Read-only.
        5 text href;
        /// Identifier assigned by the engine, usually a UUID.
        6 text id;
        /// Whether the host has what the engine wants. Read-only.
        7 boolean in_sync;
        /// Addresses of the host on the network.
        8 list(IpAddressAssignment) ip_address_assignments;
        /// Name; unique for most types, but not for disks.
        9 text name;
        /// Network that is attached.
        10 link(Network) network;
        /// Properties as names and values.
        11 secrets(Property) properties;
        /// Limits that hold for it.
        12 link(Qos) qos;
        /// Settings in which host and engine differ or agree.
        13 list(ReportedConfiguration) reported_configurations;
    }
}
