//! Names of enum values: searches use the engine's own, the API others.

/// Pairs of the engine's name and the API's name.
pub(super) type EnumNames = &'static [(&'static str, &'static str)];

pub(super) const FLAG: EnumNames = &[("true", "true"), ("false", "false")];

pub(super) const VM_STATUS: EnumNames = &[
    ("Unassigned", "unassigned"),
    ("Down", "down"),
    ("Up", "up"),
    ("PoweringUp", "powering_up"),
    ("Paused", "paused"),
    ("MigratingFrom", "migrating"),
    ("MigratingTo", "migrating"),
    ("Unknown", "unknown"),
    ("NotResponding", "not_responding"),
    ("WaitForLaunch", "wait_for_launch"),
    ("RebootInProgress", "reboot_in_progress"),
    ("SavingState", "saving_state"),
    ("RestoringState", "restoring_state"),
    ("Suspended", "suspended"),
    ("ImageIllegal", "image_illegal"),
    ("ImageLocked", "image_locked"),
    ("PoweringDown", "powering_down"),
];

pub(super) const VM_TYPE: EnumNames = &[
    ("Desktop", "desktop"),
    ("Server", "server"),
    ("HighPerformance", "high_performance"),
];

pub(super) const BIOS_TYPE: EnumNames = &[
    ("CLUSTER_DEFAULT", "cluster_default"),
    ("I440FX_SEA_BIOS", "i440fx_sea_bios"),
    ("Q35_SEA_BIOS", "q35_sea_bios"),
    ("Q35_OVMF", "q35_ovmf"),
    ("Q35_SECURE_BOOT", "q35_secure_boot"),
];

pub(super) const ARCHITECTURE: EnumNames = &[
    ("undefined", "undefined"),
    ("x86_64", "x86_64"),
    ("x86", "x86"),
    ("ppc64", "ppc64"),
    ("ppc", "ppc"),
    ("ppc64le", "ppc64"),
    ("s390x", "s390x"),
    ("s390", "s390"),
    ("aarch64", "aarch64"),
    ("loongarch64", "loongarch64"),
];

pub(super) const HOST_STATUS: EnumNames = &[
    ("Unassigned", "unassigned"),
    ("Down", "down"),
    ("Maintenance", "maintenance"),
    ("Up", "up"),
    ("NonResponsive", "non_responsive"),
    ("Error", "error"),
    ("Installing", "installing"),
    ("InstallFailed", "install_failed"),
    ("Reboot", "reboot"),
    ("PreparingForMaintenance", "preparing_for_maintenance"),
    ("NonOperational", "non_operational"),
    ("PendingApproval", "pending_approval"),
    ("Initializing", "initializing"),
    ("Connecting", "connecting"),
    ("InstallingOS", "installing_os"),
    ("Kdumping", "kdumping"),
];

pub(super) const HOST_TYPE: EnumNames = &[
    ("RHEL", "rhel"),
    ("oVirtVintageNode", "rhev_h"),
    ("oVirtNode", "ovirt_node"),
];

pub(super) const EXTERNAL_STATUS: EnumNames = &[
    ("Ok", "ok"),
    ("Info", "info"),
    ("Warning", "warning"),
    ("Error", "error"),
    ("Failure", "failure"),
];

pub(super) const DOMAIN_STATUS: EnumNames = &[
    ("Unknown", "unknown"),
    ("Uninitialized", "uninitialized"),
    ("Unattached", "unattached"),
    ("Active", "active"),
    ("Inactive", "inactive"),
    ("Locked", "locked"),
    ("Maintenance", "maintenance"),
    ("PreparingForMaintenance", "preparing_for_maintenance"),
    ("Detaching", "detaching"),
    ("Activating", "activating"),
];

pub(super) const SHARED_STATUS: EnumNames = &[
    ("Unattached", "unattached"),
    ("Active", "active"),
    ("Inactive", "inactive"),
    ("Mixed", "mixed"),
];

pub(super) const STORAGE_TYPE: EnumNames = &[
    ("UNKNOWN", "unknown"),
    ("NFS", "nfs"),
    ("FCP", "fcp"),
    ("ISCSI", "iscsi"),
    ("LOCALFS", "localfs"),
    ("POSIXFS", "posixfs"),
    ("GLUSTERFS", "glusterfs"),
    ("GLANCE", "glance"),
    ("CINDER", "cinder"),
    ("MANAGED_BLOCK_STORAGE", "managed_block_storage"),
];

pub(super) const DATA_CENTER_STATUS: EnumNames = &[
    ("Uninitialized", "uninitialized"),
    ("Up", "up"),
    ("Maintenance", "maintenance"),
    ("NotOperational", "not_operational"),
    ("NonResponsive", "problematic"),
    ("Contend", "contend"),
];

pub(super) const DISK_STATUS: EnumNames =
    &[("OK", "ok"), ("LOCKED", "locked"), ("ILLEGAL", "illegal")];

pub(super) const DISK_TYPE: EnumNames = &[
    ("IMAGE", "image"),
    ("LUN", "lun"),
    ("CINDER", "cinder"),
    ("MANAGED_BLOCK_STORAGE", "managed_block_storage"),
];

pub(super) const DISK_CONTENT_TYPE: EnumNames = &[
    ("DATA", "data"),
    ("OVF_STORE", "ovf_store"),
    ("MEMORY_DUMP_VOLUME", "memory_dump_volume"),
    ("MEMORY_METADATA_VOLUME", "memory_metadata_volume"),
    ("ISO", "iso"),
    ("HOSTED_ENGINE", "hosted_engine"),
    ("HOSTED_ENGINE_SANLOCK", "hosted_engine_sanlock"),
    ("HOSTED_ENGINE_METADATA", "hosted_engine_metadata"),
    ("HOSTED_ENGINE_CONFIGURATION", "hosted_engine_configuration"),
    ("BACKUP_SCRATCH", "backup_scratch"),
];

/// An enum of the engine that is the boolean `sparse` in the API.
pub(super) const ALLOCATION_POLICY: EnumNames = &[("Preallocated", "false"), ("Sparse", "true")];

pub(super) const TEMPLATE_STATUS: EnumNames =
    &[("OK", "ok"), ("Locked", "locked"), ("Illegal", "illegal")];

pub(super) const POOL_TYPE: EnumNames = &[("Automatic", "automatic"), ("Manual", "manual")];

pub(super) const HOLDER_TYPE: EnumNames = &[("User", "user"), ("Group", "group")];

/// Event severities: name, and the engine's number.
pub(super) const SEVERITIES: &[(&str, i64)] =
    &[("normal", 0), ("warning", 1), ("error", 2), ("alert", 10)];
