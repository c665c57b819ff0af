//! Search tables: VMs, their NICs, templates and pools.

use super::infrastructure::HOST;
use super::storage::STORAGE;
use super::users::{EVENT, USER};
use super::*;

pub(super) static VM: Entity = Entity {
    collections: &[("vms", "")],
    order: BY_NAME,
    fields: &[
        text("name", "name"),
        text("comment", "comment"),
        text("description", "description"),
        enumeration("status", names::VM_STATUS, "status"),
        field(
            "ip",
            FieldType::Text,
            ValueSource::Subcollection("reporteddevices", "ips.ip.address"),
        ),
        text("fqdn", "fqdn"),
        field(
            "on_host",
            FieldType::Text,
            ValueSource::Referenced(&[("host", "hosts")], "name"),
        ),
        field(
            "uptime",
            FieldType::Duration,
            ValueSource::Computed(computed::uptime),
        ),
        named_only("os", "os.type"),
        field(
            "creationdate",
            FieldType::Date { whole_day: false },
            ValueSource::Path("creation_time"),
        ),
        text("address", "fqdn"),
        number_from("cpu_usage", ValueSource::Computed(computed::vm_cpu_usage)),
        number_from(
            "mem_usage",
            ValueSource::Computed(computed::vm_memory_usage),
        ),
        number_from(
            "network_usage",
            ValueSource::Computed(computed::vm_network_usage),
        ),
        mebibytes("memory", "memory"),
        mebibytes("guaranteed_memory", "memory_policy.guaranteed"),
        number_from(
            "migration_progress_percent",
            ValueSource::Computed(computed::migration_progress),
        ),
        field(
            "apps",
            FieldType::Substring,
            ValueSource::Subcollection("applications", "name"),
        ),
        field("cluster", FieldType::Text, IN_CLUSTER),
        field(
            "pool",
            FieldType::Text,
            ValueSource::Referenced(&[("vm_pool", "vmpools")], "name"),
        ),
        field(
            "loggedinuser",
            FieldType::Text,
            ValueSource::Computed(computed::logged_in_user),
        ),
        tag(),
        field("datacenter", FieldType::Text, IN_DATA_CENTER),
        enumeration("type", names::VM_TYPE, "type"),
        quota(),
        named_only("id", "id"),
        field(
            "architecture",
            FieldType::Enum(names::ARCHITECTURE),
            ARCHITECTURE,
        ),
        text("custom_emulated_machine", "custom_emulated_machine"),
        text("custom_cpu_type", "custom_cpu_model"),
        field(
            "compatibility_level",
            FieldType::Text,
            ValueSource::Computed(computed::cluster_version),
        ),
        field(
            "custom_compatibility_level",
            FieldType::NamedOnly,
            ValueSource::Computed(computed::custom_version),
        ),
        field(
            "created_by_user_id",
            FieldType::NamedOnly,
            ValueSource::Unsupported,
        ),
        flag("next_run_config_exists", "next_run_configuration_exists"),
        flag("has_illegal_images", "has_illegal_images"),
        enumeration("bios_type", names::BIOS_TYPE, "bios.type"),
        number_from("vcpus", ValueSource::Computed(computed::virtual_cpus)),
        field("k8s_namespace", FieldType::Text, ValueSource::Unsupported),
    ],
    related: &[
        related(HOSTS, &HOST, &[To("vms", "host")]),
        related(TEMPLATES, &TEMPLATE, &[To("vms", "template")]),
        related(EVENTS, &EVENT, &[From("events", "vm")]),
        related(USERS, &USER, VM_TO_USER),
        related(
            STORAGES,
            &STORAGE,
            &[Below("vms", "diskattachments", "disk"), DISK_TO_STORAGE],
        ),
        related(VNIC, &INTERFACE, &[Below("vms", "nics", "")]),
    ],
};

const VNIC: &[&str] = &["vnic", "vnics"];

static INTERFACE: Entity = Entity {
    collections: &[("vms", "nics"), ("templates", "nics")],
    order: BY_NAME,
    fields: &[
        field(
            "network_name",
            FieldType::Text,
            ValueSource::Referenced(
                &[("vnic_profile", "vnicprofiles"), ("network", "networks")],
                "name",
            ),
        ),
        text("mac", "mac.address"),
    ],
    related: &[],
};

pub(super) static TEMPLATE: Entity = Entity {
    collections: &[("templates", "")],
    order: BY_NAME,
    fields: TEMPLATE_FIELDS,
    related: &[
        related(VMS, &VM, &[From("vms", "template")]),
        related(HOSTS, &HOST, &[From("vms", "template"), To("vms", "host")]),
        related(EVENTS, &EVENT, &[From("events", "template")]),
        related(
            USERS,
            &USER,
            &[From("permissions", "template"), To("permissions", "user")],
        ),
        related(
            STORAGES,
            &STORAGE,
            &[
                Below("templates", "diskattachments", "disk"),
                DISK_TO_STORAGE,
            ],
        ),
        related(VNIC, &INTERFACE, &[Below("templates", "nics", "")]),
    ],
};

pub(super) static INSTANCE_TYPE: Entity = Entity {
    collections: &[("instancetypes", "")],
    order: BY_NAME,
    fields: TEMPLATE_FIELDS,
    related: &[],
};

const TEMPLATE_FIELDS: &[Field] = &[
    text("name", "name"),
    text("comment", "comment"),
    named_only("os", "os.type"),
    field(
        "creationdate",
        FieldType::Date { whole_day: true },
        ValueSource::Path("creation_time"),
    ),
    number_from(
        "childcount",
        ValueSource::LinkCount(&[From("vms", "template")]),
    ),
    mebibytes("mem", "memory"),
    text("description", "description"),
    enumeration("status", names::TEMPLATE_STATUS, "status"),
    flag("sealed", "sealed"),
    field("cluster", FieldType::Text, IN_CLUSTER),
    field("datacenter", FieldType::Text, IN_DATA_CENTER),
    quota(),
    field(
        "architecture",
        FieldType::Enum(names::ARCHITECTURE),
        ARCHITECTURE,
    ),
    text("version_name", "version.version_name"),
    tag(),
];

pub(super) static POOL: Entity = Entity {
    collections: &[("vmpools", "")],
    order: BY_NAME,
    fields: &[
        text("name", "name"),
        text("description", "description"),
        text("comment", "comment"),
        enumeration("type", names::POOL_TYPE, "type"),
        field("cluster", FieldType::Text, IN_CLUSTER),
        field("datacenter", FieldType::Text, IN_DATA_CENTER),
        field(
            "architecture",
            FieldType::Enum(names::ARCHITECTURE),
            ARCHITECTURE,
        ),
        number_from(
            "assigned_vm_count",
            ValueSource::LinkCount(&[From("vms", "vm_pool")]),
        ),
        number_from(
            "running_vm_count",
            ValueSource::Computed(computed::running_vm_count),
        ),
    ],
    related: &[],
};
