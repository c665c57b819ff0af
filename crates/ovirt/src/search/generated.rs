//! The search tables.
//!
//! @generated from `crates/model/data/search.txt` by `cargo xtask generate`.

use super::table::Entity;
use super::table::FieldKind::{Boolean, Date, Number, Severity, Tag, Text, Time, Words};

/// The services whose lists can be searched, sorted by name.
pub(super) static SERVICES: &[(&str, &Entity)] = &[
    ("clusters", &CLUSTER),
    ("data_centers", &DATA_CENTER),
    ("disks", &DISK),
    ("domain_groups", &GROUP),
    ("domain_users", &USER),
    ("events", &EVENT),
    ("external_host_providers", &PROVIDER),
    ("gluster_volumes", &GLUSTER_VOLUME),
    ("groups", &GROUP),
    ("hosts", &HOST),
    ("instance_types", &INSTANCE_TYPE),
    ("jobs", &JOB),
    ("networks", &NETWORK),
    ("openstack_image_providers", &PROVIDER),
    ("openstack_network_providers", &PROVIDER),
    ("openstack_volume_providers", &PROVIDER),
    ("storage_domains", &STORAGE_DOMAIN),
    ("templates", &TEMPLATE),
    ("users", &USER),
    ("vm_pools", &VM_POOL),
    ("vms", &VM),
    ("vnic_profiles", &VNIC_PROFILE),
];

static CLUSTER: Entity = Entity {
    name: "clusters",
    fields: &[
        ("architecture", Words(ARCHITECTURE)),
        ("comment", Text),
        ("compatibility_level", Text),
        ("cpu_type", Text),
        ("description", Text),
        ("name", Text),
    ],
    related: &[
        (&["datacenter", "datacenters"], &DATA_CENTER),
        (&["storage", "storages"], &STORAGE_DOMAIN),
        (
            &["cluster_network", "cluster_networks"],
            &NETWORK_OF_CLUSTER,
        ),
    ],
};

static CLUSTER_OF_NETWORK: Entity = Entity {
    name: "cluster of networks",
    fields: &[("cluster_name", Text)],
    related: &[],
};

static DATA_CENTER: Entity = Entity {
    name: "data centers",
    fields: &[
        ("comment", Text),
        ("compatibility_version", Text),
        ("description", Text),
        ("local", Boolean),
        ("name", Text),
        ("status", Words(DATA_CENTER_STATUS)),
    ],
    related: &[
        (&["cluster", "clusters"], &CLUSTER),
        (&["storage", "storages"], &STORAGE_DOMAIN),
        (&["network", "networks"], &NETWORK),
    ],
};

static DISK: Entity = Entity {
    name: "disks",
    fields: &[
        ("actual_size", Number),
        ("alias", Text),
        ("allocation_policy", Words(ALLOCATION_POLICY)),
        ("creation_date", Date),
        ("description", Text),
        ("disk_content_type", Words(DISK_CONTENT_TYPE)),
        ("disk_type", Words(DISK_TYPE)),
        ("id", Text),
        ("last_modified", Date),
        ("name", Text),
        ("number_of_vms", Number),
        ("provisioned_size", Number),
        ("quota", Text),
        ("shareable", Boolean),
        ("size", Number),
        ("status", Words(DISK_STATUS)),
        ("vm_names", Text),
        ("wipe_after_delete", Boolean),
    ],
    related: &[
        (&["datacenter", "datacenters"], &DATA_CENTER),
        (&["storage", "storages"], &STORAGE_DOMAIN),
    ],
};

static EVENT: Entity = Entity {
    name: "events",
    fields: &[
        ("_event_datacenter_id", Text),
        ("_event_host_id", Text),
        ("_event_quota_id", Text),
        ("_event_storage_id", Text),
        ("_event_template_id", Text),
        ("_event_vm_id", Text),
        ("correlation_id", Text),
        ("custom_event_id", Number),
        ("deleted", Boolean),
        ("event_datacenter", Text),
        ("event_host", Text),
        ("event_storage", Text),
        ("event_template", Text),
        ("event_vm", Text),
        ("event_volume", Text),
        ("message", Text),
        ("origin", Text),
        ("severity", Severity),
        ("time", Date),
        ("type", Number),
        ("usrid", Text),
        ("usrname", Text),
    ],
    related: &[
        (&["vm", "vms"], &VM),
        (&["host", "hosts"], &HOST),
        (&["template", "templates"], &TEMPLATE),
        (&["user", "users"], &USER),
        (&["cluster", "clusters"], &CLUSTER),
    ],
};

static GLUSTER_VOLUME: Entity = Entity {
    name: "gluster volumes",
    fields: &[
        ("disperse_count", Number),
        ("name", Text),
        ("redundancy_count", Number),
        ("replica_count", Number),
        ("status", Text),
        ("stripe_count", Number),
        ("type", Text),
    ],
    related: &[],
};

static GROUP: Entity = Entity {
    name: "groups",
    fields: &[
        ("directory", Text),
        ("grpname", Text),
        ("name", Text),
        ("type", Words(HOLDER_TYPE)),
    ],
    related: &[],
};

static HOST: Entity = Entity {
    name: "hosts",
    fields: &[
        ("active_vms", Number),
        ("address", Text),
        ("architecture", Words(ARCHITECTURE)),
        ("cluster", Text),
        ("comment", Text),
        ("committed_mem", Number),
        ("cpu_model", Text),
        ("cpu_speed", Number),
        ("cpu_usage", Number),
        ("cpus", Number),
        ("datacenter", Text),
        ("external_status", Words(EXTERNAL_STATUS)),
        ("ha_score", Number),
        ("hw_id", Text),
        ("id", Text),
        ("load", Number),
        ("mem_usage", Number),
        ("memory", Number),
        ("migrating_vms", Number),
        ("name", Text),
        ("network_usage", Number),
        ("spm_id", Number),
        ("status", Words(HOST_STATUS)),
        ("tag", Tag),
        ("type", Words(HOST_TYPE)),
        ("update_available", Boolean),
        ("version", Text),
    ],
    related: &[
        (&["vm", "vms"], &VM),
        (&["template", "templates"], &TEMPLATE),
        (&["event", "events"], &EVENT),
        (&["user", "users"], &USER),
        (&["storage", "storages"], &STORAGE_DOMAIN),
        (&["nic", "nics"], &HOST_NIC),
    ],
};

static HOST_NIC: Entity = Entity {
    name: "host nics",
    fields: &[("mac", Text), ("network_name", Text)],
    related: &[],
};

static HOST_OF_NETWORK: Entity = Entity {
    name: "host of networks",
    fields: &[("host_name", Text)],
    related: &[],
};

static INSTANCE_TYPE: Entity = Entity {
    name: "instance types",
    fields: &[
        ("architecture", Words(ARCHITECTURE)),
        ("childcount", Number),
        ("cluster", Text),
        ("comment", Text),
        ("creationdate", Date),
        ("datacenter", Text),
        ("description", Text),
        ("mem", Number),
        ("name", Text),
        ("os", Text),
        ("quota", Text),
        ("sealed", Boolean),
        ("status", Words(TEMPLATE_STATUS)),
        ("tag", Tag),
        ("version_name", Text),
    ],
    related: &[],
};

static JOB: Entity = Entity {
    name: "jobs",
    fields: &[("correlation_id", Text)],
    related: &[],
};

static NETWORK: Entity = Entity {
    name: "networks",
    fields: &[
        ("comment", Text),
        ("datacenter", Text),
        ("description", Text),
        ("label", Text),
        ("mtu", Number),
        ("name", Text),
        ("provider_name", Text),
        ("qos_name", Text),
        ("stp", Boolean),
        ("vlanid", Text),
        ("vmnetwork", Boolean),
    ],
    related: &[
        (
            &["cluster_network", "cluster_networks"],
            &CLUSTER_OF_NETWORK,
        ),
        (&["host_network", "host_networks"], &HOST_OF_NETWORK),
        (&["provider", "providers"], &PROVIDER),
    ],
};

static NETWORK_OF_CLUSTER: Entity = Entity {
    name: "network of clusters",
    fields: &[("network_name", Text)],
    related: &[],
};

static PROVIDER: Entity = Entity {
    name: "providers",
    fields: &[
        ("description", Text),
        ("name", Text),
        ("type", Text),
        ("url", Text),
    ],
    related: &[],
};

static STORAGE_DOMAIN: Entity = Entity {
    name: "storage domains",
    fields: &[
        ("backup", Boolean),
        ("comment", Text),
        ("committed", Number),
        ("critical_space_threshold", Number),
        ("datacenter", Text),
        ("description", Text),
        ("discard_after_delete", Boolean),
        ("external_status", Words(EXTERNAL_STATUS)),
        ("free_size", Number),
        ("low_space_threshold", Number),
        ("name", Text),
        ("shared_status", Words(SHARED_STATUS)),
        ("status", Words(DOMAIN_STATUS)),
        ("total_size", Number),
        ("type", Words(STORAGE_TYPE)),
        ("used_size", Number),
        ("wipe_after_delete", Boolean),
    ],
    related: &[
        (&["host", "hosts"], &HOST),
        (&["cluster", "clusters"], &CLUSTER),
    ],
};

static TEMPLATE: Entity = Entity {
    name: "templates",
    fields: &[
        ("architecture", Words(ARCHITECTURE)),
        ("childcount", Number),
        ("cluster", Text),
        ("comment", Text),
        ("creationdate", Date),
        ("datacenter", Text),
        ("description", Text),
        ("mem", Number),
        ("name", Text),
        ("os", Text),
        ("quota", Text),
        ("sealed", Boolean),
        ("status", Words(TEMPLATE_STATUS)),
        ("tag", Tag),
        ("version_name", Text),
    ],
    related: &[
        (&["vm", "vms"], &VM),
        (&["host", "hosts"], &HOST),
        (&["event", "events"], &EVENT),
        (&["user", "users"], &USER),
        (&["storage", "storages"], &STORAGE_DOMAIN),
        (&["vnic", "vnics"], &VNIC),
    ],
};

static USER: Entity = Entity {
    name: "users",
    fields: &[
        ("department", Text),
        ("directory", Text),
        ("lastname", Text),
        ("login", Text),
        ("name", Text),
        ("pool", Text),
        ("tag", Tag),
        ("type", Words(HOLDER_TYPE)),
        ("user_and_domain", Text),
        ("usrname", Text),
    ],
    related: &[
        (&["vm", "vms"], &VM),
        (&["host", "hosts"], &HOST),
        (&["template", "templates"], &TEMPLATE),
        (&["event", "events"], &EVENT),
    ],
};

static VM: Entity = Entity {
    name: "VMs",
    fields: &[
        ("address", Text),
        ("apps", Text),
        ("architecture", Words(ARCHITECTURE)),
        ("bios_type", Words(BIOS_TYPE)),
        ("cluster", Text),
        ("comment", Text),
        ("compatibility_level", Text),
        ("cpu_usage", Number),
        ("created_by_user_id", Text),
        ("creationdate", Time),
        ("custom_compatibility_level", Text),
        ("custom_cpu_type", Text),
        ("custom_emulated_machine", Text),
        ("datacenter", Text),
        ("description", Text),
        ("fqdn", Text),
        ("guaranteed_memory", Number),
        ("has_illegal_images", Boolean),
        ("id", Text),
        ("ip", Text),
        ("k8s_namespace", Text),
        ("loggedinuser", Text),
        ("mem_usage", Number),
        ("memory", Number),
        ("migration_progress_percent", Number),
        ("name", Text),
        ("network_usage", Number),
        ("next_run_config_exists", Boolean),
        ("on_host", Text),
        ("os", Text),
        ("pool", Text),
        ("quota", Text),
        ("status", Words(VM_STATUS)),
        ("tag", Tag),
        ("type", Words(VM_TYPE)),
        ("uptime", Time),
        ("vcpus", Number),
    ],
    related: &[
        (&["host", "hosts"], &HOST),
        (&["template", "templates"], &TEMPLATE),
        (&["event", "events"], &EVENT),
        (&["user", "users"], &USER),
        (&["storage", "storages"], &STORAGE_DOMAIN),
        (&["vnic", "vnics"], &VNIC),
    ],
};

static VM_POOL: Entity = Entity {
    name: "VM pools",
    fields: &[
        ("architecture", Words(ARCHITECTURE)),
        ("assigned_vm_count", Number),
        ("cluster", Text),
        ("comment", Text),
        ("datacenter", Text),
        ("description", Text),
        ("name", Text),
        ("running_vm_count", Number),
        ("type", Words(POOL_TYPE)),
    ],
    related: &[],
};

static VNIC: Entity = Entity {
    name: "vnics",
    fields: &[("mac", Text), ("network_name", Text)],
    related: &[],
};

static VNIC_PROFILE: Entity = Entity {
    name: "vnic profiles",
    fields: &[
        ("compatibility_version", Text),
        ("datacenter", Text),
        ("description", Text),
        ("failover", Text),
        ("name", Text),
        ("network_filter", Text),
        ("network_name", Text),
        ("passthrough", Boolean),
        ("port_mirroring", Boolean),
        ("qos_name", Text),
    ],
    related: &[],
};

const ALLOCATION_POLICY: &[(&str, &str)] = &[("Preallocated", "false"), ("Sparse", "true")];

const ARCHITECTURE: &[(&str, &str)] = &[
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

const BIOS_TYPE: &[(&str, &str)] = &[
    ("CLUSTER_DEFAULT", "cluster_default"),
    ("I440FX_SEA_BIOS", "i440fx_sea_bios"),
    ("Q35_SEA_BIOS", "q35_sea_bios"),
    ("Q35_OVMF", "q35_ovmf"),
    ("Q35_SECURE_BOOT", "q35_secure_boot"),
];

const DATA_CENTER_STATUS: &[(&str, &str)] = &[
    ("Uninitialized", "uninitialized"),
    ("Up", "up"),
    ("Maintenance", "maintenance"),
    ("NotOperational", "not_operational"),
    ("NonResponsive", "problematic"),
    ("Contend", "contend"),
];

const DISK_CONTENT_TYPE: &[(&str, &str)] = &[
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

const DISK_STATUS: &[(&str, &str)] = &[("OK", "ok"), ("LOCKED", "locked"), ("ILLEGAL", "illegal")];

const DISK_TYPE: &[(&str, &str)] = &[
    ("IMAGE", "image"),
    ("LUN", "lun"),
    ("CINDER", "cinder"),
    ("MANAGED_BLOCK_STORAGE", "managed_block_storage"),
];

const DOMAIN_STATUS: &[(&str, &str)] = &[
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

const EXTERNAL_STATUS: &[(&str, &str)] = &[
    ("Ok", "ok"),
    ("Info", "info"),
    ("Warning", "warning"),
    ("Error", "error"),
    ("Failure", "failure"),
];

const HOLDER_TYPE: &[(&str, &str)] = &[("User", "user"), ("Group", "group")];

const HOST_STATUS: &[(&str, &str)] = &[
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

const HOST_TYPE: &[(&str, &str)] = &[
    ("RHEL", "rhel"),
    ("oVirtVintageNode", "rhev_h"),
    ("oVirtNode", "ovirt_node"),
];

const POOL_TYPE: &[(&str, &str)] = &[("Automatic", "automatic"), ("Manual", "manual")];

const SHARED_STATUS: &[(&str, &str)] = &[
    ("Unattached", "unattached"),
    ("Active", "active"),
    ("Inactive", "inactive"),
    ("Mixed", "mixed"),
];

const STORAGE_TYPE: &[(&str, &str)] = &[
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

const TEMPLATE_STATUS: &[(&str, &str)] =
    &[("OK", "ok"), ("Locked", "locked"), ("Illegal", "illegal")];

const VM_STATUS: &[(&str, &str)] = &[
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

const VM_TYPE: &[(&str, &str)] = &[
    ("Desktop", "desktop"),
    ("Server", "server"),
    ("HighPerformance", "high_performance"),
];
