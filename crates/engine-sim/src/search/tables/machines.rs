//! Search tables of VMs, NICs, templates and pools.

use super::infrastructure::HOST;
use super::storage::STORAGE;
use super::users::{EVENT, USER};
use super::*;

pub(super) static VM: Entity = Entity {
    places: &[("vms", "")],
    order: BY_NAME,
    fields: &[
        text("name", "name"),
        text("comment", "comment"),
        text("description", "description"),
        one_of("status", names::VM_STATUS, "status"),
        field(
            "ip",
            Kind::Text,
            Read::Below("reporteddevices", "ips.ip.address"),
        ),
        text("fqdn", "fqdn"),
        field(
            "on_host",
            Kind::Text,
            Read::Through(&[("host", "hosts")], "name"),
        ),
        field("uptime", Kind::Period, Read::Derived(derive::uptime)),
        quiet("os", "os.type"),
        field(
            "creationdate",
            Kind::Date { whole_day: false },
            Read::Path("creation_time"),
        ),
        text("address", "fqdn"),
        computed("cpu_usage", Read::Derived(derive::vm_cpu)),
        computed("mem_usage", Read::Derived(derive::vm_memory)),
        computed("network_usage", Read::Derived(derive::vm_network)),
        megabytes("memory", "memory"),
        megabytes("guaranteed_memory", "memory_policy.guaranteed"),
        computed(
            "migration_progress_percent",
            Read::Derived(derive::migration_progress),
        ),
        field("apps", Kind::Part, Read::Below("applications", "name")),
        field("cluster", Kind::Text, IN_CLUSTER),
        field(
            "pool",
            Kind::Text,
            Read::Through(&[("vm_pool", "vmpools")], "name"),
        ),
        field("loggedinuser", Kind::Text, Read::Derived(derive::logged_in)),
        tag(),
        field("datacenter", Kind::Text, IN_DATA_CENTER),
        one_of("type", names::VM_TYPE, "type"),
        quota(),
        quiet("id", "id"),
        field(
            "architecture",
            Kind::OneOf(names::ARCHITECTURE),
            ARCHITECTURE,
        ),
        text("custom_emulated_machine", "custom_emulated_machine"),
        text("custom_cpu_type", "custom_cpu_model"),
        field(
            "compatibility_level",
            Kind::Text,
            Read::Derived(derive::cluster_level),
        ),
        field(
            "custom_compatibility_level",
            Kind::Quiet,
            Read::Derived(derive::custom_level),
        ),
        field("created_by_user_id", Kind::Quiet, Read::Nowhere),
        flag("next_run_config_exists", "next_run_configuration_exists"),
        flag("has_illegal_images", "has_illegal_images"),
        one_of("bios_type", names::BIOS_TYPE, "bios.type"),
        computed("vcpus", Read::Derived(derive::virtual_cpus)),
        field("k8s_namespace", Kind::Text, Read::Nowhere),
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
    places: &[("vms", "nics"), ("templates", "nics")],
    order: BY_NAME,
    fields: &[
        field(
            "network_name",
            Kind::Text,
            Read::Through(
                &[("vnic_profile", "vnicprofiles"), ("network", "networks")],
                "name",
            ),
        ),
        text("mac", "mac.address"),
    ],
    related: &[],
};

pub(super) static TEMPLATE: Entity = Entity {
    places: &[("templates", "")],
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
    places: &[("instancetypes", "")],
    order: BY_NAME,
    fields: TEMPLATE_FIELDS,
    related: &[],
};

const TEMPLATE_FIELDS: &[Field] = &[
    text("name", "name"),
    text("comment", "comment"),
    quiet("os", "os.type"),
    field(
        "creationdate",
        Kind::Date { whole_day: true },
        Read::Path("creation_time"),
    ),
    computed("childcount", Read::Count(&[From("vms", "template")])),
    megabytes("mem", "memory"),
    text("description", "description"),
    one_of("status", names::TEMPLATE_STATUS, "status"),
    flag("sealed", "sealed"),
    field("cluster", Kind::Text, IN_CLUSTER),
    field("datacenter", Kind::Text, IN_DATA_CENTER),
    quota(),
    field(
        "architecture",
        Kind::OneOf(names::ARCHITECTURE),
        ARCHITECTURE,
    ),
    text("version_name", "version.version_name"),
    tag(),
];

pub(super) static POOL: Entity = Entity {
    places: &[("vmpools", "")],
    order: BY_NAME,
    fields: &[
        text("name", "name"),
        text("description", "description"),
        text("comment", "comment"),
        one_of("type", names::POOL_TYPE, "type"),
        field("cluster", Kind::Text, IN_CLUSTER),
        field("datacenter", Kind::Text, IN_DATA_CENTER),
        field(
            "architecture",
            Kind::OneOf(names::ARCHITECTURE),
            ARCHITECTURE,
        ),
        computed("assigned_vm_count", Read::Count(&[From("vms", "vm_pool")])),
        computed("running_vm_count", Read::Derived(derive::running_machines)),
    ],
    related: &[],
};
