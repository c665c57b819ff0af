//! `Snapshot`.
//!
//! @generated from `crates/model/data/types/snapshots.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{
    AffinityLabel, Application, AutoPinningPolicy, Bios, Cdrom, Cluster, Console, Cpu,
    CpuPinningPolicy, CpuProfile, CustomProperty, Date, Disk, DiskAttachment, Display, Domain,
    DynamicCpu, ExternalHostProvider, Floppy, GraphicsConsole, GuestOperatingSystem,
    HighAvailability, Host, HostDevice, Icon, Initialization, InstanceType, Io, KatelloErratum,
    Link, List, MemoryPolicy, MigrationOptions, Nic, NumaNode, NumaTuneMode, OperatingSystem,
    Payload, Permission, Quota, ReportedDevice, RngDevice, SerialNumber, Session, Shared,
    SnapshotStatus, SnapshotType, Sso, Statistic, StorageDomain, StorageDomainLease, Tag, Template,
    TimeZone, Usb, Version, VirtioScsi, Vm, VmMediatedDevice, VmPlacementPolicy, VmPool, VmStatus,
    VmStorageErrorResumeBehaviour, VmType, Watchdog,
};

/// A state of a VM that was kept, with the configuration that the VM had then.
#[derive(Clone)]
pub struct Snapshot {
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
    /// How CPUs and NUMA nodes were pinned when it was created. Since 4.4.8. Deprecated.
    pub auto_pinning_policy: Option<AutoPinningPolicy>,
    /// Firmware and boot menu.
    pub bios: Option<Bios>,
    /// Serial console.
    pub console: Option<Console>,
    /// Virtual CPU: topology, model, pinning.
    pub cpu: Option<Shared<Cpu>>,
    /// How virtual CPUs are bound to those of the host. Since 4.5.
    pub cpu_pinning_policy: Option<CpuPinningPolicy>,
    /// Weight among VMs that compete for a CPU; 512 low, 1024 medium, 2048 high, 0 for the default.
    pub cpu_shares: Option<i64>,
    /// When it was created. Read-only.
    pub creation_time: Option<Date>,
    /// Compatibility version; that of the cluster if absent.
    pub custom_compatibility_version: Option<Shared<Version>>,
    /// CPU model that overrides that of the cluster.
    pub custom_cpu_model: Option<String>,
    /// Emulated machine type that overrides that of the cluster.
    pub custom_emulated_machine: Option<String>,
    /// Properties for hooks on the host, as the engine is configured to allow.
    pub custom_properties: Option<List<CustomProperty>>,
    /// When it was taken. Read-only.
    pub date: Option<Date>,
    /// Whether the engine refuses to remove it; such a removal fails with 409.
    pub delete_protected: Option<bool>,
    /// Graphical display: protocol, monitors, and where to connect to while it runs.
    pub display: Option<Shared<Display>>,
    /// Directory domain of the guest; `initialization.domain` is its successor.
    pub domain: Option<Shared<Domain>>,
    /// Fully qualified name that the guest agent reports; absent without an agent or when it is
    /// down. Read-only.
    pub fqdn: Option<String>,
    /// Operating system as the guest agent reports it; absent without an agent. Read-only.
    pub guest_operating_system: Option<Shared<GuestOperatingSystem>>,
    /// Time zone as the guest agent reports it. Read-only.
    pub guest_time_zone: Option<Shared<TimeZone>>,
    /// Whether one of its disks is in the state `illegal`. Read-only. Since 4.1.9.
    pub has_illegal_images: Option<bool>,
    /// Whether and how soon it is started again elsewhere when it or its host fails.
    pub high_availability: Option<HighAvailability>,
    /// First boot of the guest: host name, users, keys, networks, through cloud-init or sysprep.
    pub initialization: Option<Shared<Initialization>>,
    /// Threads for disk I/O.
    pub io: Option<Io>,
    /// Icon for large displays.
    pub large_icon: Option<Link<Icon>>,
    /// Lease on a storage domain, which keeps it from running twice. Since 4.1.
    pub lease: Option<Shared<StorageDomainLease>>,
    /// RAM; a template's or 1 GiB if absent on adding. In bytes.
    pub memory: Option<i64>,
    /// Guaranteed and maximal memory, ballooning.
    pub memory_policy: Option<Shared<MemoryPolicy>>,
    /// How it is migrated to another host while it runs.
    pub migration: Option<Shared<MigrationOptions>>,
    /// Longest pause at the end of a migration; -1 for the engine's default. In milliseconds.
    pub migration_downtime: Option<i64>,
    /// Whether its network interfaces have several queues. Since 4.2.5.
    pub multi_queues_enabled: Option<bool>,
    /// Whether changes wait for the next start. Read-only.
    pub next_run_configuration_exists: Option<bool>,
    /// How memory of its NUMA nodes is taken from the host; it belongs to each node now.
    /// Deprecated.
    pub numa_tune_mode: Option<NumaTuneMode>,
    /// System that it came from, such as `ovirt`. Read-only.
    pub origin: Option<String>,
    /// Operating system: type, boot order, kernel to boot.
    pub os: Option<Shared<OperatingSystem>>,
    /// Files that it gets on a virtual CD-ROM or floppy at its start; returned only with
    /// `all_content`.
    pub payloads: Option<List<Payload>>,
    /// Whether the memory is kept too, which only a running VM allows.
    pub persist_memorystate: Option<bool>,
    /// Hosts that it may run on and whether it may be migrated.
    pub placement_policy: Option<Shared<VmPlacementPolicy>>,
    /// Random number generator.
    pub rng_device: Option<RngDevice>,
    /// Whether it was started with settings for that one run. Read-only.
    pub run_once: Option<bool>,
    /// Where the serial number in its BIOS comes from.
    pub serial_number: Option<Shared<SerialNumber>>,
    /// Icon for small displays.
    pub small_icon: Option<Link<Icon>>,
    /// `locked` while it is made, then `ok`; `in_preview` while it is tried. Read-only.
    pub snapshot_status: Option<SnapshotStatus>,
    /// Kind; users make `regular` snapshots. Read-only.
    pub snapshot_type: Option<SnapshotType>,
    /// Whether it has a sound card.
    pub soundcard_enabled: Option<bool>,
    /// Single sign-on from the portal into the guest.
    pub sso: Option<Shared<Sso>>,
    /// Whether it is paused after its start.
    pub start_paused: Option<bool>,
    /// When it was started; absent while it is down. Read-only.
    pub start_time: Option<Date>,
    /// Whether its disks go back to what they were when it stops.
    pub stateless: Option<bool>,
    /// State of its life cycle, such as `down` or `up`; actions change it. Read-only.
    pub status: Option<VmStatus>,
    /// Why it is paused, such as `eio` for a storage error; absent unless it is paused. Read-only.
    pub status_detail: Option<String>,
    /// Text that was given when it was stopped. Read-only.
    pub stop_reason: Option<String>,
    /// When it stopped last; absent while it runs. Read-only.
    pub stop_time: Option<Date>,
    /// What becomes of it when a storage error that paused it is over. Since 4.2.
    pub storage_error_resume_behaviour: Option<VmStorageErrorResumeBehaviour>,
    /// Time zone of its clock.
    pub time_zone: Option<Shared<TimeZone>>,
    /// Whether it has a TPM device. Since 4.4.5.
    pub tpm_enabled: Option<bool>,
    /// Whether the data of a migration go through the hosts' libvirt connection.
    pub tunnel_migration: Option<bool>,
    /// What it is tuned for: desktop, server or high performance.
    #[doc(alias = "type")]
    pub type_: Option<VmType>,
    /// USB redirection.
    pub usb: Option<Usb>,
    /// Whether it follows the newest version of its template at each start.
    pub use_latest_template_version: Option<bool>,
    /// VirtIO-SCSI controller.
    pub virtio_scsi: Option<VirtioScsi>,
    /// Number of queues of the VirtIO-SCSI controller; 0 for none. Since 4.4.8.
    pub virtio_scsi_multi_queues: Option<i64>,
    /// Whether the VirtIO-SCSI controller has several queues. Since 4.4.5.
    pub virtio_scsi_multi_queues_enabled: Option<bool>,
    /// Labels that tie it to hosts with the same label.
    pub affinity_labels: Option<List<AffinityLabel>>,
    /// Applications that the guest agent reports; empty without an agent.
    pub applications: Option<List<Application>>,
    /// Its CD-ROM drive; every VM has exactly one, empty unless a disk is inserted.
    pub cdroms: Option<List<Cdrom>>,
    /// Cluster that it belongs to, by `id` or `name`. Mandatory for adding a VM.
    pub cluster: Option<Link<Cluster>>,
    /// CPU profile, with its limits; the cluster's default one if absent.
    pub cpu_profile: Option<Link<CpuProfile>>,
    /// Disks attached to it; a disk itself can be attached to several VMs.
    pub disk_attachments: Option<List<DiskAttachment>>,
    /// Disks that it has.
    pub disks: Option<List<Disk>>,
    /// CPU topology and pinning that are in force while it runs, where they are chosen at the
    /// start. Read-only.
    pub dynamic_cpu: Option<Link<DynamicCpu>>,
    /// Provider of the host that it was imported with.
    pub external_host_provider: Option<Link<ExternalHostProvider>>,
    /// Its floppy drives.
    pub floppies: Option<List<Floppy>>,
    /// Consoles that can be opened.
    pub graphics_consoles: Option<List<GraphicsConsole>>,
    /// Host that it runs on; absent while it does not run. In a request to start it, where it shall
    /// run.
    pub host: Option<Link<Host>>,
    /// Devices of the host that are passed through to it.
    pub host_devices: Option<List<HostDevice>>,
    /// Instance type that its size follows; absent when its size is its own.
    pub instance_type: Option<Link<InstanceType>>,
    /// Updates that Katello knows for its guest.
    pub katello_errata: Option<List<KatelloErratum>>,
    /// Mediated devices, such as virtual GPUs. Since 4.5.
    pub mediated_devices: Option<List<VmMediatedDevice>>,
    /// Its network interfaces.
    pub nics: Option<List<Nic>>,
    /// Its virtual NUMA nodes.
    #[doc(alias = "host_numa_nodes")]
    pub numa_nodes: Option<List<NumaNode>>,
    /// Template that it was created from, also where it was cloned and no longer depends on it.
    /// Read-only.
    pub original_template: Option<Link<Template>>,
    /// Permissions on it.
    pub permissions: Option<List<Permission>>,
    /// Quota that its resources are counted against.
    pub quota: Option<Link<Quota>>,
    /// Network devices with their addresses as the guest agent reports them.
    pub reported_devices: Option<List<ReportedDevice>>,
    /// Users who are logged in to its guest or its console.
    pub sessions: Option<List<Session>>,
    /// Its snapshots; "Active VM" is always among them. In a request to add one, the snapshot to
    /// create it from.
    pub snapshots: Option<List<Snapshot>>,
    /// Measured figures of it.
    pub statistics: Option<List<Statistic>>,
    /// Storage domain for its disks, where a request says so.
    pub storage_domain: Option<Link<StorageDomain>>,
    /// Assigned tags.
    pub tags: Option<List<Tag>>,
    /// Template that it depends on; Blank for a VM without one. Mandatory for adding.
    pub template: Option<Link<Template>>,
    /// VM it belongs to.
    pub vm: Option<Link<Vm>>,
    /// Pool the VM belongs to; absent for a standalone VM. Read-only.
    pub vm_pool: Option<Link<VmPool>>,
    /// Its watchdog device; at most one.
    pub watchdogs: Option<List<Watchdog>>,
}

api_struct! {
    Snapshot "snapshot" "snapshots" identified {
        /// Labels that tie it to hosts with the same label.
        0 links(AffinityLabel) affinity_labels;
        /// Applications that the guest agent reports; empty without an agent.
        1 links(Application) applications;
        /// How CPUs and NUMA nodes were pinned when it was created. Since 4.4.8. Deprecated.
        2 enumeration(AutoPinningPolicy) auto_pinning_policy;
        /// Firmware and boot menu.
        3 inline(Bios) bios;
        /// Its CD-ROM drive; every VM has exactly one, empty unless a disk is inserted.
        4 links(Cdrom) cdroms;
        /// Cluster that it belongs to, by `id` or `name`. Mandatory for adding a VM.
        5 link(Cluster) cluster;
        /// Free text by the user.
        6 text comment;
        /// Serial console.
        7 inline(Console) console;
        /// Virtual CPU: topology, model, pinning.
        8 object(Cpu) cpu;
        /// How virtual CPUs are bound to those of the host. Since 4.5.
        9 enumeration(CpuPinningPolicy) cpu_pinning_policy;
        /// CPU profile, with its limits; the cluster's default one if absent.
        10 link(CpuProfile) cpu_profile;
        /// Weight among VMs that compete for a CPU; 512 low, 1024 medium, 2048 high, 0 for the
        /// default.
        11 integer cpu_shares;
        /// When it was created. Read-only.
        12 date creation_time;
        /// Compatibility version; that of the cluster if absent.
        13 object(Version) custom_compatibility_version;
        /// CPU model that overrides that of the cluster.
        14 text custom_cpu_model;
        /// Emulated machine type that overrides that of the cluster.
        15 text custom_emulated_machine;
        /// Properties for hooks on the host, as the engine is configured to allow.
        16 list(CustomProperty) custom_properties;
        /// When it was taken. Read-only.
        17 date date;
        /// Whether the engine refuses to remove it; such a removal fails with 409.
        18 boolean delete_protected;
        /// Free text by the user, shown in lists.
        19 text description;
        /// Disks attached to it; a disk itself can be attached to several VMs.
        20 links(DiskAttachment) disk_attachments;
        /// Disks that it has.
        21 links(Disk) disks;
        /// Graphical display: protocol, monitors, and where to connect to while it runs.
        22 object(Display) display;
        /// Directory domain of the guest; `initialization.domain` is its successor.
        23 object(Domain) domain;
        /// CPU topology and pinning that are in force while it runs, where they are chosen at the
        /// start. Read-only.
        24 link(DynamicCpu) dynamic_cpu;
        /// Provider of the host that it was imported with.
        25 link(ExternalHostProvider) external_host_provider;
        /// Its floppy drives.
        26 links(Floppy) floppies;
        /// Fully qualified name that the guest agent reports; absent without an agent or when it is
        /// down. Read-only.
        27 text fqdn;
        /// Consoles that can be opened.
        28 links(GraphicsConsole) graphics_consoles;
        /// Operating system as the guest agent reports it; absent without an agent. Read-only.
        29 object(GuestOperatingSystem) guest_operating_system;
        /// Time zone as the guest agent reports it. Read-only.
        30 object(TimeZone) guest_time_zone;
        /// Whether one of its disks is in the state `illegal`. Read-only. Since 4.1.9.
        31 boolean has_illegal_images;
        /// Whether and how soon it is started again elsewhere when it or its host fails.
        32 inline(HighAvailability) high_availability;
        /// Host that it runs on; absent while it does not run. In a request to start it, where it
        /// shall run.
        33 link(Host) host;
        /// Devices of the host that are passed through to it.
        34 links(HostDevice) host_devices;
        /// Its virtual NUMA nodes.
        35 links(NumaNode) numa_nodes as "host_numa_nodes";
        /// Address of the object, as a path on the engine's host. Read-only.
        36 text href;
        /// Identifier assigned by the engine, usually a UUID.
        37 text id;
        /// First boot of the guest: host name, users, keys, networks, through cloud-init or
        /// sysprep.
        38 object(Initialization) initialization;
        /// Instance type that its size follows; absent when its size is its own.
        39 link(InstanceType) instance_type;
        /// Threads for disk I/O.
        40 inline(Io) io;
        /// Updates that Katello knows for its guest.
        41 links(KatelloErratum) katello_errata;
        /// Icon for large displays.
        42 link(Icon) large_icon;
        /// Lease on a storage domain, which keeps it from running twice. Since 4.1.
        43 object(StorageDomainLease) lease;
        /// Mediated devices, such as virtual GPUs. Since 4.5.
        44 links(VmMediatedDevice) mediated_devices;
        /// RAM; a template's or 1 GiB if absent on adding. In bytes.
        45 integer memory;
        /// Guaranteed and maximal memory, ballooning.
        46 object(MemoryPolicy) memory_policy;
        /// How it is migrated to another host while it runs.
        47 object(MigrationOptions) migration;
        /// Longest pause at the end of a migration; -1 for the engine's default. In milliseconds.
        48 integer migration_downtime;
        /// Whether its network interfaces have several queues. Since 4.2.5.
        49 boolean multi_queues_enabled;
        /// Name; unique for most types, but not for disks.
        50 text name;
        /// Whether changes wait for the next start. Read-only.
        51 boolean next_run_configuration_exists;
        /// Its network interfaces.
        52 links(Nic) nics;
        /// How memory of its NUMA nodes is taken from the host; it belongs to each node now.
        /// Deprecated.
        53 enumeration(NumaTuneMode) numa_tune_mode;
        /// System that it came from, such as `ovirt`. Read-only.
        54 text origin;
        /// Template that it was created from, also where it was cloned and no longer depends on it.
        /// Read-only.
        55 link(Template) original_template;
        /// Operating system: type, boot order, kernel to boot.
        56 object(OperatingSystem) os;
        /// Files that it gets on a virtual CD-ROM or floppy at its start; returned only with
        /// `all_content`.
        57 list(Payload) payloads;
        /// Permissions on it.
        58 links(Permission) permissions;
        /// Whether the memory is kept too, which only a running VM allows.
        59 boolean persist_memorystate;
        /// Hosts that it may run on and whether it may be migrated.
        60 object(VmPlacementPolicy) placement_policy;
        /// Quota that its resources are counted against.
        61 link(Quota) quota;
        /// Network devices with their addresses as the guest agent reports them.
        62 links(ReportedDevice) reported_devices;
        /// Random number generator.
        63 inline(RngDevice) rng_device;
        /// Whether it was started with settings for that one run. Read-only.
        64 boolean run_once;
        /// Where the serial number in its BIOS comes from.
        65 object(SerialNumber) serial_number;
        /// Users who are logged in to its guest or its console.
        66 links(Session) sessions;
        /// Icon for small displays.
        67 link(Icon) small_icon;
        /// `locked` while it is made, then `ok`; `in_preview` while it is tried. Read-only.
        68 enumeration(SnapshotStatus) snapshot_status;
        /// Kind; users make `regular` snapshots. Read-only.
        69 enumeration(SnapshotType) snapshot_type;
        /// Its snapshots; "Active VM" is always among them. In a request to add one, the snapshot
        /// to create it from.
        70 links(Snapshot) snapshots;
        /// Whether it has a sound card.
        71 boolean soundcard_enabled;
        /// Single sign-on from the portal into the guest.
        72 object(Sso) sso;
        /// Whether it is paused after its start.
        73 boolean start_paused;
        /// When it was started; absent while it is down. Read-only.
        74 date start_time;
        /// Whether its disks go back to what they were when it stops.
        75 boolean stateless;
        /// Measured figures of it.
        76 links(Statistic) statistics;
        /// State of its life cycle, such as `down` or `up`; actions change it. Read-only.
        77 enumeration(VmStatus) status;
        /// Why it is paused, such as `eio` for a storage error; absent unless it is paused.
        /// Read-only.
        78 text status_detail;
        /// Text that was given when it was stopped. Read-only.
        79 text stop_reason;
        /// When it stopped last; absent while it runs. Read-only.
        80 date stop_time;
        /// Storage domain for its disks, where a request says so.
        81 link(StorageDomain) storage_domain;
        /// What becomes of it when a storage error that paused it is over. Since 4.2.
        82 enumeration(VmStorageErrorResumeBehaviour) storage_error_resume_behaviour;
        /// Assigned tags.
        83 links(Tag) tags;
        /// Template that it depends on; Blank for a VM without one. Mandatory for adding.
        84 link(Template) template;
        /// Time zone of its clock.
        85 object(TimeZone) time_zone;
        /// Whether it has a TPM device. Since 4.4.5.
        86 boolean tpm_enabled;
        /// Whether the data of a migration go through the hosts' libvirt connection.
        87 boolean tunnel_migration;
        /// What it is tuned for: desktop, server or high performance.
        88 enumeration(VmType) type_ = "type";
        /// USB redirection.
        89 inline(Usb) usb;
        /// Whether it follows the newest version of its template at each start.
        90 boolean use_latest_template_version;
        /// VirtIO-SCSI controller.
        91 inline(VirtioScsi) virtio_scsi;
        /// Number of queues of the VirtIO-SCSI controller; 0 for none. Since 4.4.8.
        92 integer virtio_scsi_multi_queues;
        /// Whether the VirtIO-SCSI controller has several queues. Since 4.4.5.
        93 boolean virtio_scsi_multi_queues_enabled;
        /// VM it belongs to.
        94 link(Vm) vm;
        /// Pool the VM belongs to; absent for a standalone VM. Read-only.
        95 link(VmPool) vm_pool;
        /// Its watchdog device; at most one.
        96 links(Watchdog) watchdogs;
    }
}
