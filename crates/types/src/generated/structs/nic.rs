//! `Nic`.
//!
//! @generated from `crates/model/data/types/networks.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{
    BootProtocol, InstanceType, Link, List, Mac, Network, NetworkAttachment,
    NetworkFilterParameter, NetworkLabel, NicInterface, ReportedDevice, Statistic, Template, Vm,
    VnicProfile,
};

/// A network interface of a VM, a template or a snapshot.
#[derive(Clone)]
pub struct Nic {
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
    /// How the address is assigned; for network settings only.
    pub boot_protocol: Option<BootProtocol>,
    /// Model of the device; `virtio` unless set.
    pub interface: Option<NicInterface>,
    /// Whether the cable is in.
    pub linked: Option<bool>,
    /// Hardware address; from the MAC pool if absent.
    pub mac: Option<Mac>,
    /// Whether it is brought up at boot; for network settings only.
    pub on_boot: Option<bool>,
    /// Whether the device is in the VM.
    pub plugged: Option<bool>,
    /// Whether the running device has its present settings. Read-only.
    pub synced: Option<bool>,
    /// Instance type that it belongs to.
    pub instance_type: Option<Link<InstanceType>>,
    /// Network; `vnic_profile` is its successor.
    pub network: Option<Link<Network>>,
    /// Network attachments of the network interface.
    pub network_attachments: Option<List<NetworkAttachment>>,
    /// Values for variables of the profile's network filter. Since 4.2.
    pub network_filter_parameters: Option<List<NetworkFilterParameter>>,
    /// Network labels of the network interface.
    pub network_labels: Option<List<NetworkLabel>>,
    /// Reported devices of the network interface.
    pub reported_devices: Option<List<ReportedDevice>>,
    /// Measured figures of it.
    pub statistics: Option<List<Statistic>>,
    /// Template that it belongs to.
    pub template: Option<Link<Template>>,
    /// Virtual function allowed labels of the network interface.
    pub virtual_function_allowed_labels: Option<List<NetworkLabel>>,
    /// Virtual function allowed networks of the network interface.
    pub virtual_function_allowed_networks: Option<List<Network>>,
    /// VM that it belongs to. Deprecated.
    pub vm: Option<Link<Vm>>,
    /// VMs that have it.
    pub vms: Option<List<Vm>>,
    /// Profile that says which network it is on and how; no network if absent.
    pub vnic_profile: Option<Link<VnicProfile>>,
}

api_struct! {
    Nic "nic" "nics" identified {
        /// How the address is assigned; for network settings only.
        0 enumeration(BootProtocol) boot_protocol;
        /// Free text by the user.
        1 text comment;
        /// Free text by the user, shown in lists.
        2 text description;
        /// Address of the object, as a path on the engine's host. Read-only.
        3 text href;
        /// Identifier assigned by the engine, usually a UUID.
        4 text id;
        /// Instance type that it belongs to.
        5 link(InstanceType) instance_type;
        /// Model of the device; `virtio` unless set.
        6 enumeration(NicInterface) interface;
        /// Whether the cable is in.
        7 boolean linked;
        /// Hardware address; from the MAC pool if absent.
        8 inline(Mac) mac;
        /// Name; unique for most types, but not for disks.
        9 text name;
        /// Network; `vnic_profile` is its successor.
        10 link(Network) network;
        /// Network attachments of the network interface.
        11 links(NetworkAttachment) network_attachments;
        /// Values for variables of the profile's network filter. Since 4.2.
        12 links(NetworkFilterParameter) network_filter_parameters;
        /// Network labels of the network interface.
        13 links(NetworkLabel) network_labels;
        /// Whether it is brought up at boot; for network settings only.
        14 boolean on_boot;
        /// Whether the device is in the VM.
        15 boolean plugged;
        /// Reported devices of the network interface.
        16 links(ReportedDevice) reported_devices;
        /// Measured figures of it.
        17 links(Statistic) statistics;
        /// Whether the running device has its present settings. Read-only.
        18 boolean synced;
        /// Template that it belongs to.
        19 link(Template) template;
        /// Virtual function allowed labels of the network interface.
        20 links(NetworkLabel) virtual_function_allowed_labels;
        /// Virtual function allowed networks of the network interface.
        21 links(Network) virtual_function_allowed_networks;
        /// VM that it belongs to. Deprecated.
        22 link(Vm) vm;
        /// VMs that have it.
        23 links(Vm) vms;
        /// Profile that says which network it is on and how; no network if absent.
        24 link(VnicProfile) vnic_profile;
    }
}
