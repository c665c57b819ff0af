//! `VmBase`.
//!
//! @generated from `crates/model/data/types/vms.api` by `cargo xtask generate`.

use crate::macros::structs::api_struct;
use crate::{
    AutoPinningPolicy, Bios, Cluster, Console, Cpu, CpuPinningPolicy, CpuProfile, CustomProperty,
    Date, Display, Domain, HighAvailability, Icon, Initialization, Io, Link, List, MemoryPolicy,
    MigrationOptions, OperatingSystem, Quota, RngDevice, SerialNumber, Shared, Sso, StorageDomain,
    StorageDomainLease, TimeZone, Usb, Version, VirtioScsi, VmPlacementPolicy,
    VmStorageErrorResumeBehaviour, VmType,
};

/// What VMs, templates and instance types have in common.
#[derive(Clone)]
pub struct VmBase {
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
    /// VirtIO-SCSI controller.
    pub virtio_scsi: Option<VirtioScsi>,
    /// Number of queues of the VirtIO-SCSI controller; 0 for none. Since 4.4.8.
    pub virtio_scsi_multi_queues: Option<i64>,
    /// Whether the VirtIO-SCSI controller has several queues. Since 4.4.5.
    pub virtio_scsi_multi_queues_enabled: Option<bool>,
    /// Cluster that it belongs to, by `id` or `name`. Mandatory for adding a VM.
    pub cluster: Option<Link<Cluster>>,
    /// CPU profile, with its limits; the cluster's default one if absent.
    pub cpu_profile: Option<Link<CpuProfile>>,
    /// Quota that its resources are counted against.
    pub quota: Option<Link<Quota>>,
    /// Storage domain for its disks, where a request says so.
    pub storage_domain: Option<Link<StorageDomain>>,
}

api_struct! {
    VmBase "vm_base" "vm_bases" identified {
        /// How CPUs and NUMA nodes were pinned when it was created. Since 4.4.8. Deprecated.
        0 enumeration(AutoPinningPolicy) auto_pinning_policy;
        /// Firmware and boot menu.
        1 inline(Bios) bios;
        /// Cluster that it belongs to, by `id` or `name`. Mandatory for adding a VM.
        2 link(Cluster) cluster;
        /// Free text by the user.
        3 text comment;
        /// Serial console.
        4 inline(Console) console;
        /// Virtual CPU: topology, model, pinning.
        5 object(Cpu) cpu;
        /// How virtual CPUs are bound to those of the host. Since 4.5.
        6 enumeration(CpuPinningPolicy) cpu_pinning_policy;
        /// CPU profile, with its limits; the cluster's default one if absent.
        7 link(CpuProfile) cpu_profile;
        /// Weight among VMs that compete for a CPU; 512 low, 1024 medium, 2048 high, 0 for the
        /// default.
        8 integer cpu_shares;
        /// When it was created. Read-only.
        9 date creation_time;
        /// Compatibility version; that of the cluster if absent.
        10 object(Version) custom_compatibility_version;
        /// CPU model that overrides that of the cluster.
        11 text custom_cpu_model;
        /// Emulated machine type that overrides that of the cluster.
        12 text custom_emulated_machine;
        /// Properties for hooks on the host, as the engine is configured to allow.
        13 list(CustomProperty) custom_properties;
        /// Whether the engine refuses to remove it; such a removal fails with 409.
        14 boolean delete_protected;
        /// Free text by the user, shown in lists.
        15 text description;
        /// Graphical display: protocol, monitors, and where to connect to while it runs.
        16 object(Display) display;
        /// Directory domain of the guest; `initialization.domain` is its successor.
        17 object(Domain) domain;
        /// Whether and how soon it is started again elsewhere when it or its host fails.
        18 inline(HighAvailability) high_availability;
        /// Address of the object, as a path on the engine's host. Read-only.
        19 text href;
        /// Identifier assigned by the engine, usually a UUID.
        20 text id;
        /// First boot of the guest: host name, users, keys, networks, through cloud-init or
        /// sysprep.
        21 object(Initialization) initialization;
        /// Threads for disk I/O.
        22 inline(Io) io;
        /// Icon for large displays.
        23 link(Icon) large_icon;
        /// Lease on a storage domain, which keeps it from running twice. Since 4.1.
        24 object(StorageDomainLease) lease;
        /// RAM; a template's or 1 GiB if absent on adding. In bytes.
        25 integer memory;
        /// Guaranteed and maximal memory, ballooning.
        26 object(MemoryPolicy) memory_policy;
        /// How it is migrated to another host while it runs.
        27 object(MigrationOptions) migration;
        /// Longest pause at the end of a migration; -1 for the engine's default. In milliseconds.
        28 integer migration_downtime;
        /// Whether its network interfaces have several queues. Since 4.2.5.
        29 boolean multi_queues_enabled;
        /// Name; unique for most types, but not for disks.
        30 text name;
        /// System that it came from, such as `ovirt`. Read-only.
        31 text origin;
        /// Operating system: type, boot order, kernel to boot.
        32 object(OperatingSystem) os;
        /// Hosts that it may run on and whether it may be migrated.
        33 object(VmPlacementPolicy) placement_policy;
        /// Quota that its resources are counted against.
        34 link(Quota) quota;
        /// Random number generator.
        35 inline(RngDevice) rng_device;
        /// Where the serial number in its BIOS comes from.
        36 object(SerialNumber) serial_number;
        /// Icon for small displays.
        37 link(Icon) small_icon;
        /// Whether it has a sound card.
        38 boolean soundcard_enabled;
        /// Single sign-on from the portal into the guest.
        39 object(Sso) sso;
        /// Whether it is paused after its start.
        40 boolean start_paused;
        /// Whether its disks go back to what they were when it stops.
        41 boolean stateless;
        /// Storage domain for its disks, where a request says so.
        42 link(StorageDomain) storage_domain;
        /// What becomes of it when a storage error that paused it is over. Since 4.2.
        43 enumeration(VmStorageErrorResumeBehaviour) storage_error_resume_behaviour;
        /// Time zone of its clock.
        44 object(TimeZone) time_zone;
        /// Whether it has a TPM device. Since 4.4.5.
        45 boolean tpm_enabled;
        /// Whether the data of a migration go through the hosts' libvirt connection.
        46 boolean tunnel_migration;
        /// What it is tuned for: desktop, server or high performance.
        47 enumeration(VmType) type_ = "type";
        /// USB redirection.
        48 inline(Usb) usb;
        /// VirtIO-SCSI controller.
        49 inline(VirtioScsi) virtio_scsi;
        /// Number of queues of the VirtIO-SCSI controller; 0 for none. Since 4.4.8.
        50 integer virtio_scsi_multi_queues;
        /// Whether the VirtIO-SCSI controller has several queues. Since 4.4.5.
        51 boolean virtio_scsi_multi_queues_enabled;
    }
}
