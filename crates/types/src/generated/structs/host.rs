//! `Host`.
//!
//! @generated from `crates/model/data/types/hosts.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{
    AffinityLabel, Agent, AutoNumaStatus, Certificate, Cluster, Cpu, Display, ExternalHostProvider,
    ExternalNetworkProviderConfiguration, ExternalStatus, HardwareInformation, Hook, HostCpuUnit,
    HostDevice, HostDevicePassthrough, HostNic, HostProtocol, HostStatus, HostStorage, HostType,
    HostedEngine, IscsiDetails, KatelloErratum, KdumpStatus, Ksm, Link, List, NetworkAttachment,
    NumaNode, OperatingSystem, Permission, PowerManagement, SeLinux, Shared, Spm, Ssh, Statistic,
    StorageConnectionExtension, Tag, TransparentHugePages, UnmanagedNetwork, Version,
    VgpuPlacement, VmSummary,
};

/// A hypervisor: a VM of a cluster that runs VMs.
#[derive(Clone)]
pub struct Host {
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
    /// Name or IP address that the engine reaches it at. Mandatory for adding; changed only in
    /// maintenance.
    pub address: Option<String>,
    /// Whether the kernel balances NUMA memory by itself. Read-only.
    pub auto_numa_status: Option<AutoNumaStatus>,
    /// Certificate of its agent; its `subject` is what displays need. Read-only.
    pub certificate: Option<Shared<Certificate>>,
    /// Model, speed and topology of its CPUs.
    pub cpu: Option<Shared<Cpu>>,
    /// Whether its devices can be passed through to VMs.
    pub device_passthrough: Option<HostDevicePassthrough>,
    /// Display address that overrides the address of the host.
    pub display: Option<Shared<Display>>,
    /// What an external system says of it. `ok` unless set.
    pub external_status: Option<ExternalStatus>,
    /// Manufacturer, product and the like, as reported by the host. Read-only.
    pub hardware_information: Option<Shared<HardwareInformation>>,
    /// Its part in running the engine itself; returned only with `all_content`.
    pub hosted_engine: Option<HostedEngine>,
    /// iSCSI initiator.
    pub iscsi: Option<Shared<IscsiDetails>>,
    /// Whether its kernel is set up to dump a crash. Read-only.
    pub kdump_status: Option<KdumpStatus>,
    /// Sharing of equal memory pages.
    pub ksm: Option<Ksm>,
    /// Version of libvirt. Read-only.
    pub libvirt_version: Option<Shared<Version>>,
    /// Memory that a further VM could have. In bytes. Read-only.
    pub max_scheduling_memory: Option<i64>,
    /// RAM, as reported by the host. In bytes. Read-only.
    pub memory: Option<i64>,
    /// Whether its networks are being changed; returned only with `all_content`. Read-only. Since
    /// 4.2.6.
    pub network_operation_in_progress: Option<bool>,
    /// Whether it has several NUMA nodes. Read-only.
    pub numa_supported: Option<bool>,
    /// Its operating system, as reported by the host.
    pub os: Option<Shared<OperatingSystem>>,
    /// Whether an installation sets up the firewall.
    pub override_iptables: Option<bool>,
    /// Whether it is set up for OVN networks. Since 4.5.
    pub ovn_configured: Option<bool>,
    /// Port of its agent; 54321 unless set.
    pub port: Option<i64>,
    /// Switching it off and on from outside.
    pub power_management: Option<Shared<PowerManagement>>,
    /// Protocol between the engine and its agent.
    pub protocol: Option<HostProtocol>,
    /// Whether changes of the cluster need it installed anew. Read-only. Since 4.4.3.
    pub reinstallation_required: Option<bool>,
    /// Password to install it with, for adding and installing. Never returned.
    pub root_password: Option<String>,
    /// Its SELinux mode. Read-only.
    pub se_linux: Option<SeLinux>,
    /// Its part in managing the storage of the data center.
    pub spm: Option<Shared<Spm>>,
    /// How the engine logs in to install it.
    pub ssh: Option<Shared<Ssh>>,
    /// State of its life cycle: VMs run only on hosts that are `up`. Read-only.
    pub status: Option<HostStatus>,
    /// More of its state, such as why it is `non_operational`. Read-only.
    pub status_detail: Option<String>,
    /// How many VMs it has. Read-only.
    pub summary: Option<Shared<VmSummary>>,
    /// Huge pages.
    #[doc(alias = "transparent_hugepages")]
    pub transparent_huge_pages: Option<TransparentHugePages>,
    /// Kind of system it runs. Read-only.
    #[doc(alias = "type")]
    pub type_: Option<HostType>,
    /// Whether newer packages are available, as of the last check. Read-only.
    pub update_available: Option<bool>,
    /// Version of its agent. Read-only.
    pub version: Option<Shared<Version>>,
    /// How virtual GPUs are spread over its cards. Since 4.3.
    pub vgpu_placement: Option<VgpuPlacement>,
    /// Labels that tie VMs with the same label to it.
    pub affinity_labels: Option<List<AffinityLabel>>,
    /// Fence agents, for power management.
    pub agents: Option<List<Agent>>,
    /// Cluster that it belongs to; `Default` if absent on adding. Changed only in maintenance.
    pub cluster: Option<Link<Cluster>>,
    /// Its CPUs, with the VMs that are bound to each. Since 4.5.
    pub cpu_units: Option<List<HostCpuUnit>>,
    /// Its devices.
    pub devices: Option<List<HostDevice>>,
    /// Provider that it was found with.
    pub external_host_provider: Option<Link<ExternalHostProvider>>,
    /// Networks of external providers configured on it. Since 4.2.
    pub external_network_provider_configurations:
        Option<List<ExternalNetworkProviderConfiguration>>,
    /// Hook scripts on it.
    pub hooks: Option<List<Hook>>,
    /// Updates that Katello has for it.
    pub katello_errata: Option<List<KatelloErratum>>,
    /// Networks attached to its interfaces.
    pub network_attachments: Option<List<NetworkAttachment>>,
    /// Its network interfaces.
    pub nics: Option<List<HostNic>>,
    /// Its NUMA nodes.
    #[doc(alias = "host_numa_nodes")]
    pub numa_nodes: Option<List<NumaNode>>,
    /// Permissions on it.
    pub permissions: Option<List<Permission>>,
    /// Measured figures of it.
    pub statistics: Option<List<Statistic>>,
    /// Settings for its iSCSI connections.
    pub storage_connection_extensions: Option<List<StorageConnectionExtension>>,
    /// Block storage that it sees.
    pub storages: Option<List<HostStorage>>,
    /// Assigned tags.
    pub tags: Option<List<Tag>>,
    /// Networks on it that the engine did not create.
    pub unmanaged_networks: Option<List<UnmanagedNetwork>>,
}

api_struct! {
    Host "host" "hosts" identified {
        /// Name or IP address that the engine reaches it at. Mandatory for adding; changed only in
        /// maintenance.
        0 text address;
        /// Labels that tie VMs with the same label to it.
        1 links(AffinityLabel) affinity_labels;
        /// Fence agents, for power management.
        2 links(Agent) agents;
        /// Whether the kernel balances NUMA memory by itself. Read-only.
        3 enumeration(AutoNumaStatus) auto_numa_status;
        /// Certificate of its agent; its `subject` is what displays need. Read-only.
        4 object(Certificate) certificate;
        /// Cluster that it belongs to; `Default` if absent on adding. Changed only in maintenance.
        5 link(Cluster) cluster;
        /// Free text by the user.
        6 text comment;
        /// Model, speed and topology of its CPUs.
        7 object(Cpu) cpu;
        /// Its CPUs, with the VMs that are bound to each. Since 4.5.
        8 links(HostCpuUnit) cpu_units;
        /// Free text by the user, shown in lists.
        9 text description;
        /// Whether its devices can be passed through to VMs.
        10 inline(HostDevicePassthrough) device_passthrough;
        /// Its devices.
        11 links(HostDevice) devices;
        /// Display address that overrides the address of the host.
        12 object(Display) display;
        /// Provider that it was found with.
        13 link(ExternalHostProvider) external_host_provider;
        /// Networks of external providers configured on it. Since 4.2.
        14 links(ExternalNetworkProviderConfiguration) external_network_provider_configurations;
        /// What an external system says of it. `ok` unless set.
        15 enumeration(ExternalStatus) external_status;
        /// Manufacturer, product and the like, as reported by the host. Read-only.
        16 object(HardwareInformation) hardware_information;
        /// Hook scripts on it.
        17 links(Hook) hooks;
        /// Its NUMA nodes.
        18 links(NumaNode) numa_nodes as "host_numa_nodes";
        /// Its part in running the engine itself; returned only with `all_content`.
        19 inline(HostedEngine) hosted_engine;
        /// Address of the object, as a path on the engine's host. Read-only.
        20 text href;
        /// Identifier assigned by the engine, usually a UUID.
        21 text id;
        /// iSCSI initiator.
        22 object(IscsiDetails) iscsi;
        /// Updates that Katello has for it.
        23 links(KatelloErratum) katello_errata;
        /// Whether its kernel is set up to dump a crash. Read-only.
        24 enumeration(KdumpStatus) kdump_status;
        /// Sharing of equal memory pages.
        25 inline(Ksm) ksm;
        /// Version of libvirt. Read-only.
        26 object(Version) libvirt_version;
        /// Memory that a further VM could have. In bytes. Read-only.
        27 integer max_scheduling_memory;
        /// RAM, as reported by the host. In bytes. Read-only.
        28 integer memory;
        /// Name; unique for most types, but not for disks.
        29 text name;
        /// Networks attached to its interfaces.
        30 links(NetworkAttachment) network_attachments;
        /// Whether its networks are being changed; returned only with `all_content`. Read-only.
        /// Since 4.2.6.
        31 boolean network_operation_in_progress;
        /// Its network interfaces.
        32 links(HostNic) nics;
        /// Whether it has several NUMA nodes. Read-only.
        33 boolean numa_supported;
        /// Its operating system, as reported by the host.
        34 object(OperatingSystem) os;
        /// Whether an installation sets up the firewall.
        35 boolean override_iptables;
        /// Whether it is set up for OVN networks. Since 4.5.
        36 boolean ovn_configured;
        /// Permissions on it.
        37 links(Permission) permissions;
        /// Port of its agent; 54321 unless set.
        38 integer port;
        /// Switching it off and on from outside.
        39 object(PowerManagement) power_management;
        /// Protocol between the engine and its agent.
        40 enumeration(HostProtocol) protocol;
        /// Whether changes of the cluster need it installed anew. Read-only. Since 4.4.3.
        41 boolean reinstallation_required;
        /// Password to install it with, for adding and installing. Never returned.
        42 secret root_password;
        /// Its SELinux mode. Read-only.
        43 inline(SeLinux) se_linux;
        /// Its part in managing the storage of the data center.
        44 object(Spm) spm;
        /// How the engine logs in to install it.
        45 object(Ssh) ssh;
        /// Measured figures of it.
        46 links(Statistic) statistics;
        /// State of its life cycle: VMs run only on hosts that are `up`. Read-only.
        47 enumeration(HostStatus) status;
        /// More of its state, such as why it is `non_operational`. Read-only.
        48 text status_detail;
        /// Settings for its iSCSI connections.
        49 links(StorageConnectionExtension) storage_connection_extensions;
        /// Block storage that it sees.
        50 links(HostStorage) storages;
        /// How many VMs it has. Read-only.
        51 object(VmSummary) summary;
        /// Assigned tags.
        52 links(Tag) tags;
        /// Huge pages.
        53 inline(TransparentHugePages) transparent_huge_pages as "transparent_hugepages";
        /// Kind of system it runs. Read-only.
        54 enumeration(HostType) type_ = "type";
        /// Networks on it that the engine did not create.
        55 links(UnmanagedNetwork) unmanaged_networks;
        /// Whether newer packages are available, as of the last check. Read-only.
        56 boolean update_available;
        /// Version of its agent. Read-only.
        57 object(Version) version;
        /// How virtual GPUs are spread over its cards. Since 4.3.
        58 enumeration(VgpuPlacement) vgpu_placement;
    }
}
