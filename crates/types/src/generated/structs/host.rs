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
    /// Address of the object, as a path on the engine's host. Set by the engine.
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
    /// Whether the kernel balances NUMA memory by itself.
    pub auto_numa_status: Option<AutoNumaStatus>,
    /// Certificate of its agent; its `subject` is what displays need.
    pub certificate: Option<Shared<Certificate>>,
    /// Model, speed and topology of its CPUs.
    pub cpu: Option<Shared<Cpu>>,
    /// Whether its devices can be passed through to VMs.
    pub device_passthrough: Option<HostDevicePassthrough>,
    /// Display address that overrides the address of the host.
    pub display: Option<Shared<Display>>,
    /// What an external system says of it. `ok` unless set.
    pub external_status: Option<ExternalStatus>,
    /// Manufacturer, product and the like, as reported by the host.
    pub hardware_information: Option<Shared<HardwareInformation>>,
    /// Its part in running the engine itself; returned only with `all_content`.
    pub hosted_engine: Option<HostedEngine>,
    /// iSCSI initiator.
    pub iscsi: Option<Shared<IscsiDetails>>,
    /// Whether its kernel is set up to dump a crash.
    pub kdump_status: Option<KdumpStatus>,
    /// Sharing of equal memory pages.
    pub ksm: Option<Ksm>,
    /// Version of libvirt. Set by the engine.
    pub libvirt_version: Option<Shared<Version>>,
    /// Memory that a further VM could have, in bytes. Set by the engine.
    pub max_scheduling_memory: Option<i64>,
    /// RAM in bytes, as reported by the host.
    pub memory: Option<i64>,
    /// Whether its networks are being changed; returned only with `all_content`. Since 4.2.6.
    pub network_operation_in_progress: Option<bool>,
    /// Whether it has several NUMA nodes.
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
    /// Whether changes of the cluster need it installed anew. Set by the engine. Since 4.4.3.
    pub reinstallation_required: Option<bool>,
    /// Password to install it with, for adding and installing. Never returned.
    pub root_password: Option<String>,
    /// Its SELinux mode.
    pub se_linux: Option<SeLinux>,
    /// Its part in managing the storage of the data center.
    pub spm: Option<Shared<Spm>>,
    /// How the engine logs in to install it.
    pub ssh: Option<Shared<Ssh>>,
    /// State of its life cycle: VMs run only on hosts that are `up`. Set by the engine.
    pub status: Option<HostStatus>,
    /// More of its state, such as why it is `non_operational`.
    pub status_detail: Option<String>,
    /// How many VMs it has.
    pub summary: Option<Shared<VmSummary>>,
    /// Huge pages.
    pub transparent_huge_pages: Option<TransparentHugePages>,
    /// Kind of system it runs. Set by the engine.
    pub type_: Option<HostType>,
    /// Whether newer packages are available, as of the last check.
    pub update_available: Option<bool>,
    /// Version of its agent.
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
        0 text address;
        1 list(AffinityLabel) affinity_labels;
        2 list(Agent) agents;
        3 enumeration(AutoNumaStatus) auto_numa_status;
        4 object(Certificate) certificate;
        5 link(Cluster) cluster;
        6 text comment;
        7 object(Cpu) cpu;
        8 list(HostCpuUnit) cpu_units;
        9 text description;
        10 inline(HostDevicePassthrough) device_passthrough;
        11 list(HostDevice) devices;
        12 object(Display) display;
        13 link(ExternalHostProvider) external_host_provider;
        14 list(ExternalNetworkProviderConfiguration) external_network_provider_configurations;
        15 enumeration(ExternalStatus) external_status;
        16 object(HardwareInformation) hardware_information;
        17 list(Hook) hooks;
        18 list(NumaNode) numa_nodes as "host_numa_nodes";
        19 inline(HostedEngine) hosted_engine;
        20 text href;
        21 text id;
        22 object(IscsiDetails) iscsi;
        23 list(KatelloErratum) katello_errata;
        24 enumeration(KdumpStatus) kdump_status;
        25 inline(Ksm) ksm;
        26 object(Version) libvirt_version;
        27 integer max_scheduling_memory;
        28 integer memory;
        29 text name;
        30 list(NetworkAttachment) network_attachments;
        31 boolean network_operation_in_progress;
        32 list(HostNic) nics;
        33 boolean numa_supported;
        34 object(OperatingSystem) os;
        35 boolean override_iptables;
        36 boolean ovn_configured;
        37 list(Permission) permissions;
        38 integer port;
        39 object(PowerManagement) power_management;
        40 enumeration(HostProtocol) protocol;
        41 boolean reinstallation_required;
        42 secret root_password;
        43 inline(SeLinux) se_linux;
        44 object(Spm) spm;
        45 object(Ssh) ssh;
        46 list(Statistic) statistics;
        47 enumeration(HostStatus) status;
        48 text status_detail;
        49 list(StorageConnectionExtension) storage_connection_extensions;
        50 list(HostStorage) storages;
        51 object(VmSummary) summary;
        52 list(Tag) tags;
        53 inline(TransparentHugePages) transparent_huge_pages as "transparent_hugepages";
        54 enumeration(HostType) type_ = "type";
        55 list(UnmanagedNetwork) unmanaged_networks;
        56 boolean update_available;
        57 object(Version) version;
        58 enumeration(VgpuPlacement) vgpu_placement;
    }
}
