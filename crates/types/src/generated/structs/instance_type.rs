//! `InstanceType`.
//!
//! @generated from `crates/model/data/types/templates.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{
    AutoPinningPolicy, Bios, Cdrom, Cluster, Console, Cpu, CpuPinningPolicy, CpuProfile,
    CustomProperty, Date, DiskAttachment, Display, Domain, GraphicsConsole, HighAvailability, Icon,
    Initialization, Io, Link, List, MemoryPolicy, MigrationOptions, Nic, OperatingSystem,
    Permission, Quota, RngDevice, SerialNumber, Shared, Sso, StorageDomain, StorageDomainLease,
    Tag, TemplateStatus, TemplateVersion, TimeZone, Usb, Version, VirtioScsi, Vm, VmMediatedDevice,
    VmPlacementPolicy, VmStorageErrorResumeBehaviour, VmType, Watchdog,
};

/// A named size of VMs: memory, CPUs and the like.
#[derive(Clone)]
pub struct InstanceType {
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
    /// Whether the engine refuses to remove it; such a removal fails with 409.
    pub delete_protected: Option<bool>,
    /// Graphical display: protocol, monitors, and where to connect to while it runs.
    pub display: Option<Shared<Display>>,
    /// Directory domain of the guest; `initialization.domain` is its successor.
    pub domain: Option<Shared<Domain>>,
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
    /// System that it came from, such as `ovirt`. Read-only.
    pub origin: Option<String>,
    /// Operating system: type, boot order, kernel to boot.
    pub os: Option<Shared<OperatingSystem>>,
    /// Hosts that it may run on and whether it may be migrated.
    pub placement_policy: Option<Shared<VmPlacementPolicy>>,
    /// Random number generator.
    pub rng_device: Option<RngDevice>,
    /// Where the serial number in its BIOS comes from.
    pub serial_number: Option<Shared<SerialNumber>>,
    /// Icon for small displays.
    pub small_icon: Option<Link<Icon>>,
    /// Whether it has a sound card.
    pub soundcard_enabled: Option<bool>,
    /// Single sign-on from the portal into the guest.
    pub sso: Option<Shared<Sso>>,
    /// Whether it is paused after its start.
    pub start_paused: Option<bool>,
    /// Whether its disks go back to what they were when it stops.
    pub stateless: Option<bool>,
    /// State: `locked` while its disks are copied, then `ok`. Read-only.
    pub status: Option<TemplateStatus>,
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
    /// Which version of which template it is.
    pub version: Option<Shared<TemplateVersion>>,
    /// VirtIO-SCSI controller.
    pub virtio_scsi: Option<VirtioScsi>,
    /// Number of queues of the VirtIO-SCSI controller; 0 for none. Since 4.4.8.
    pub virtio_scsi_multi_queues: Option<i64>,
    /// Whether the VirtIO-SCSI controller has several queues. Since 4.4.5.
    pub virtio_scsi_multi_queues_enabled: Option<bool>,
    /// VM to make it of; for adding only.
    pub vm: Option<Shared<Vm>>,
    /// Its CD-ROM drive.
    pub cdroms: Option<List<Cdrom>>,
    /// Cluster that it belongs to, by `id` or `name`. Mandatory for adding a VM.
    pub cluster: Option<Link<Cluster>>,
    /// CPU profile, with its limits; the cluster's default one if absent.
    pub cpu_profile: Option<Link<CpuProfile>>,
    /// Its disks.
    pub disk_attachments: Option<List<DiskAttachment>>,
    /// Its consoles.
    pub graphics_consoles: Option<List<GraphicsConsole>>,
    /// Mediated devices that VMs get. Since 4.5.
    pub mediated_devices: Option<List<VmMediatedDevice>>,
    /// Its network interfaces.
    pub nics: Option<List<Nic>>,
    /// Permissions on it.
    pub permissions: Option<List<Permission>>,
    /// Quota that its resources are counted against.
    pub quota: Option<Link<Quota>>,
    /// Storage domain for its disks, where a request says so.
    pub storage_domain: Option<Link<StorageDomain>>,
    /// Assigned tags.
    pub tags: Option<List<Tag>>,
    /// Its watchdog device.
    pub watchdogs: Option<List<Watchdog>>,
}

api_struct! {
    InstanceType "instance_type" "instance_types" identified {
        /// How CPUs and NUMA nodes were pinned when it was created. Since 4.4.8. Deprecated.
        0 enumeration(AutoPinningPolicy) auto_pinning_policy;
        /// Firmware and boot menu.
        1 inline(Bios) bios;
        /// Its CD-ROM drive.
        2 links(Cdrom) cdroms;
        /// Cluster that it belongs to, by `id` or `name`. Mandatory for adding a VM.
        3 link(Cluster) cluster;
        /// Free text by the user.
        4 text comment;
        /// Serial console.
        5 inline(Console) console;
        /// Virtual CPU: topology, model, pinning.
        6 object(Cpu) cpu;
        /// How virtual CPUs are bound to those of the host. Since 4.5.
        7 enumeration(CpuPinningPolicy) cpu_pinning_policy;
        /// CPU profile, with its limits; the cluster's default one if absent.
        8 link(CpuProfile) cpu_profile;
        /// Weight among VMs that compete for a CPU; 512 low, 1024 medium, 2048 high, 0 for the
        /// default.
        9 integer cpu_shares;
        /// When it was created. Read-only.
        10 date creation_time;
        /// Compatibility version; that of the cluster if absent.
        11 object(Version) custom_compatibility_version;
        /// CPU model that overrides that of the cluster.
        12 text custom_cpu_model;
        /// Emulated machine type that overrides that of the cluster.
        13 text custom_emulated_machine;
        /// Properties for hooks on the host, as the engine is configured to allow.
        14 list(CustomProperty) custom_properties;
        /// Whether the engine refuses to remove it; such a removal fails with 409.
        15 boolean delete_protected;
        /// Free text by the user, shown in lists.
        16 text description;
        /// Its disks.
        17 links(DiskAttachment) disk_attachments;
        /// Graphical display: protocol, monitors, and where to connect to while it runs.
        18 object(Display) display;
        /// Directory domain of the guest; `initialization.domain` is its successor.
        19 object(Domain) domain;
        /// Its consoles.
        20 links(GraphicsConsole) graphics_consoles;
        /// Whether and how soon it is started again elsewhere when it or its host fails.
        21 inline(HighAvailability) high_availability;
        /// Address of the object, as a path on the engine's host. Read-only.
        22 text href;
        /// Identifier assigned by the engine, usually a UUID.
        23 text id;
        /// First boot of the guest: host name, users, keys, networks, through cloud-init or
        /// sysprep.
        24 object(Initialization) initialization;
        /// Threads for disk I/O.
        25 inline(Io) io;
        /// Icon for large displays.
        26 link(Icon) large_icon;
        /// Lease on a storage domain, which keeps it from running twice. Since 4.1.
        27 object(StorageDomainLease) lease;
        /// Mediated devices that VMs get. Since 4.5.
        28 links(VmMediatedDevice) mediated_devices;
        /// RAM; a template's or 1 GiB if absent on adding. In bytes.
        29 integer memory;
        /// Guaranteed and maximal memory, ballooning.
        30 object(MemoryPolicy) memory_policy;
        /// How it is migrated to another host while it runs.
        31 object(MigrationOptions) migration;
        /// Longest pause at the end of a migration; -1 for the engine's default. In milliseconds.
        32 integer migration_downtime;
        /// Whether its network interfaces have several queues. Since 4.2.5.
        33 boolean multi_queues_enabled;
        /// Name; unique for most types, but not for disks.
        34 text name;
        /// Its network interfaces.
        35 links(Nic) nics;
        /// System that it came from, such as `ovirt`. Read-only.
        36 text origin;
        /// Operating system: type, boot order, kernel to boot.
        37 object(OperatingSystem) os;
        /// Permissions on it.
        38 links(Permission) permissions;
        /// Hosts that it may run on and whether it may be migrated.
        39 object(VmPlacementPolicy) placement_policy;
        /// Quota that its resources are counted against.
        40 link(Quota) quota;
        /// Random number generator.
        41 inline(RngDevice) rng_device;
        /// Where the serial number in its BIOS comes from.
        42 object(SerialNumber) serial_number;
        /// Icon for small displays.
        43 link(Icon) small_icon;
        /// Whether it has a sound card.
        44 boolean soundcard_enabled;
        /// Single sign-on from the portal into the guest.
        45 object(Sso) sso;
        /// Whether it is paused after its start.
        46 boolean start_paused;
        /// Whether its disks go back to what they were when it stops.
        47 boolean stateless;
        /// State: `locked` while its disks are copied, then `ok`. Read-only.
        48 enumeration(TemplateStatus) status;
        /// Storage domain for its disks, where a request says so.
        49 link(StorageDomain) storage_domain;
        /// What becomes of it when a storage error that paused it is over. Since 4.2.
        50 enumeration(VmStorageErrorResumeBehaviour) storage_error_resume_behaviour;
        /// Assigned tags.
        51 links(Tag) tags;
        /// Time zone of its clock.
        52 object(TimeZone) time_zone;
        /// Whether it has a TPM device. Since 4.4.5.
        53 boolean tpm_enabled;
        /// Whether the data of a migration go through the hosts' libvirt connection.
        54 boolean tunnel_migration;
        /// What it is tuned for: desktop, server or high performance.
        55 enumeration(VmType) type_ = "type";
        /// USB redirection.
        56 inline(Usb) usb;
        /// Which version of which template it is.
        57 object(TemplateVersion) version;
        /// VirtIO-SCSI controller.
        58 inline(VirtioScsi) virtio_scsi;
        /// Number of queues of the VirtIO-SCSI controller; 0 for none. Since 4.4.8.
        59 integer virtio_scsi_multi_queues;
        /// Whether the VirtIO-SCSI controller has several queues. Since 4.4.5.
        60 boolean virtio_scsi_multi_queues_enabled;
        /// VM to make it of; for adding only.
        61 object(Vm) vm;
        /// Its watchdog device.
        62 links(Watchdog) watchdogs;
    }
}
