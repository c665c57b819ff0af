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
    /// Address of the object, as a path on the engine's host. Set by the engine.
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
    /// When it was created. Set by the engine.
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
    /// RAM in bytes; a template's or 1 GiB if absent on adding.
    pub memory: Option<i64>,
    /// Guaranteed and maximal memory, ballooning.
    pub memory_policy: Option<Shared<MemoryPolicy>>,
    /// How it is migrated to another host while it runs.
    pub migration: Option<Shared<MigrationOptions>>,
    /// Longest pause at the end of a migration, in milliseconds; -1 for the engine's default.
    pub migration_downtime: Option<i64>,
    /// Whether its network interfaces have several queues. Since 4.2.5.
    pub multi_queues_enabled: Option<bool>,
    /// System that it came from, such as `ovirt`. Set by the engine.
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
        0 enumeration(AutoPinningPolicy) auto_pinning_policy;
        1 inline(Bios) bios;
        2 link(Cluster) cluster;
        3 text comment;
        4 inline(Console) console;
        5 object(Cpu) cpu;
        6 enumeration(CpuPinningPolicy) cpu_pinning_policy;
        7 link(CpuProfile) cpu_profile;
        8 integer cpu_shares;
        9 date creation_time;
        10 object(Version) custom_compatibility_version;
        11 text custom_cpu_model;
        12 text custom_emulated_machine;
        13 list(CustomProperty) custom_properties;
        14 boolean delete_protected;
        15 text description;
        16 object(Display) display;
        17 object(Domain) domain;
        18 inline(HighAvailability) high_availability;
        19 text href;
        20 text id;
        21 object(Initialization) initialization;
        22 inline(Io) io;
        23 link(Icon) large_icon;
        24 object(StorageDomainLease) lease;
        25 integer memory;
        26 object(MemoryPolicy) memory_policy;
        27 object(MigrationOptions) migration;
        28 integer migration_downtime;
        29 boolean multi_queues_enabled;
        30 text name;
        31 text origin;
        32 object(OperatingSystem) os;
        33 object(VmPlacementPolicy) placement_policy;
        34 link(Quota) quota;
        35 inline(RngDevice) rng_device;
        36 object(SerialNumber) serial_number;
        37 link(Icon) small_icon;
        38 boolean soundcard_enabled;
        39 object(Sso) sso;
        40 boolean start_paused;
        41 boolean stateless;
        42 link(StorageDomain) storage_domain;
        43 enumeration(VmStorageErrorResumeBehaviour) storage_error_resume_behaviour;
        44 object(TimeZone) time_zone;
        45 boolean tpm_enabled;
        46 boolean tunnel_migration;
        47 enumeration(VmType) type_ = "type";
        48 inline(Usb) usb;
        49 inline(VirtioScsi) virtio_scsi;
        50 integer virtio_scsi_multi_queues;
        51 boolean virtio_scsi_multi_queues_enabled;
    }
}
