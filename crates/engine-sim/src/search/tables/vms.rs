//! Search tables: VMs, their NICs, templates and pools.

use super::*;

pub(super) const TABLES: &[Table] = &[
    Table {
        entity: "vm",
        collections: &[("vms", "")],
        rows: &[
            at("address", "fqdn"),
            row("apps", Subcollection("applications", "name")).matching(Matching::Substring),
            at("bios_type", "bios.type"),
            row("compatibility_level", Computed(computed::cluster_version)),
            row("cpu_usage", Computed(computed::vm_cpu_usage)),
            row("created_by_user_id", Unsupported).matching(Matching::NamedOnly),
            at("creationdate", "creation_time"),
            row(
                "custom_compatibility_level",
                Computed(computed::custom_version),
            )
            .matching(Matching::NamedOnly),
            at("custom_cpu_type", "custom_cpu_model"),
            at("guaranteed_memory", "memory_policy.guaranteed"),
            row("ip", Subcollection("reporteddevices", "ips.ip.address")),
            row("k8s_namespace", Unsupported),
            row("loggedinuser", Computed(computed::logged_in_user)),
            row("mem_usage", Computed(computed::vm_memory_usage)),
            row(
                "migration_progress_percent",
                Computed(computed::migration_progress),
            ),
            row("network_usage", Computed(computed::vm_network_usage)),
            // Engines find nothing by `false`.
            row(
                "next_run_config_exists",
                Computed(computed::next_run_exists),
            ),
            row("on_host", Referenced(&[("host", "hosts")], "name")),
            at("os", "os.type").matching(Matching::NamedOnly),
            row("pool", Referenced(&[("vm_pool", "vmpools")], "name")),
            row("uptime", Computed(computed::uptime)).matching(Matching::Duration),
            row("vcpus", Computed(computed::virtual_cpus)),
        ],
        links: &[
            ("host", &[To("vms", "host")]),
            ("template", &[To("vms", "template")]),
            ("event", &[From("events", "vm")]),
            (
                "user",
                &[From("permissions", "vm"), To("permissions", "user")],
            ),
            (
                "storage",
                &[Below("vms", "diskattachments", "disk"), DISK_TO_STORAGE],
            ),
            ("vnic", &[Below("vms", "nics", "")]),
        ],
        ..NAMED
    },
    Table {
        entity: "vnic",
        collections: &[("vms", "nics"), ("templates", "nics")],
        rows: &[
            row("network_name", Referenced(NETWORK_OF_NIC, "name")),
            at("mac", "mac.address"),
        ],
        ..NAMED
    },
    Table {
        entity: "template",
        collections: &[("templates", "")],
        rows: TEMPLATE_ROWS,
        links: &[
            ("vm", &[From("vms", "template")]),
            ("host", &[From("vms", "template"), To("vms", "host")]),
            ("event", &[From("events", "template")]),
            (
                "user",
                &[From("permissions", "template"), To("permissions", "user")],
            ),
            (
                "storage",
                &[
                    Below("templates", "diskattachments", "disk"),
                    DISK_TO_STORAGE,
                ],
            ),
            ("vnic", &[Below("templates", "nics", "")]),
        ],
        ..NAMED
    },
    Table {
        entity: "instance_type",
        collections: &[("instancetypes", "")],
        rows: TEMPLATE_ROWS,
        broken: &["mem", "memory"],
        ..NAMED
    },
    Table {
        entity: "vm_pool",
        collections: &[("vmpools", "")],
        rows: &[
            row("assigned_vm_count", LinkCount(&[&[From("vms", "vm_pool")]])),
            row("running_vm_count", Computed(computed::running_vm_count)),
        ],
        ..NAMED
    },
];

const NETWORK_OF_NIC: &[(&str, &str)] =
    &[("vnic_profile", "vnicprofiles"), ("network", "networks")];

const TEMPLATE_ROWS: &[FieldSource] = &[
    row("childcount", LinkCount(&[&[From("vms", "template")]])),
    at("creationdate", "creation_time"),
    at("mem", "memory"),
    at("os", "os.type").matching(Matching::NamedOnly),
    row("status", PathOr("status", "ok")),
    at("version_name", "version.version_name"),
];
