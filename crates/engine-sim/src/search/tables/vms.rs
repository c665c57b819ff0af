//! Search tables: VMs, their NICs, templates and pools.

use super::*;
use crate::object::{
    APPLICATIONS, DISK_ATTACHMENTS, EVENTS, HOSTS, INSTANCE_TYPES, NETWORKS, NICS, PERMISSIONS,
    REPORTED_DEVICES, TEMPLATES, VM_POOLS, VMS, VNIC_PROFILES,
};
use crate::status::OK;

pub(super) const TABLES: &[Table] = &[
    Table {
        entity: "vm",
        collections: &[(VMS, "")],
        rows: &[
            at("address", "fqdn"),
            row("apps", Subcollection(APPLICATIONS, "name")).matching(Matching::Substring),
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
            row("ip", Subcollection(REPORTED_DEVICES, "ips.ip.address")),
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
            row("on_host", Referenced(&[("host", HOSTS)], "name")),
            at("os", "os.type").matching(Matching::NamedOnly),
            row("pool", Referenced(&[("vm_pool", VM_POOLS)], "name")),
            row("uptime", Computed(computed::uptime)).matching(Matching::Duration),
            row("vcpus", Computed(computed::virtual_cpus)),
        ],
        links: &[
            ("host", &[To(VMS, "host")]),
            ("template", &[To(VMS, "template")]),
            ("event", &[From(EVENTS, "vm")]),
            ("user", &[From(PERMISSIONS, "vm"), To(PERMISSIONS, "user")]),
            (
                "storage",
                &[Below(VMS, DISK_ATTACHMENTS, "disk"), DISK_TO_STORAGE],
            ),
            ("vnic", &[Below(VMS, NICS, "")]),
        ],
        ..NAMED
    },
    Table {
        entity: "vnic",
        collections: &[(VMS, NICS), (TEMPLATES, NICS)],
        rows: &[
            row("network_name", Referenced(NETWORK_OF_NIC, "name")),
            at("mac", "mac.address"),
        ],
        ..NAMED
    },
    Table {
        entity: "template",
        collections: &[(TEMPLATES, "")],
        rows: TEMPLATE_ROWS,
        links: &[
            ("vm", &[From(VMS, "template")]),
            ("host", &[From(VMS, "template"), To(VMS, "host")]),
            ("event", &[From(EVENTS, "template")]),
            (
                "user",
                &[From(PERMISSIONS, "template"), To(PERMISSIONS, "user")],
            ),
            (
                "storage",
                &[Below(TEMPLATES, DISK_ATTACHMENTS, "disk"), DISK_TO_STORAGE],
            ),
            ("vnic", &[Below(TEMPLATES, NICS, "")]),
        ],
        ..NAMED
    },
    Table {
        entity: "instance_type",
        collections: &[(INSTANCE_TYPES, "")],
        rows: TEMPLATE_ROWS,
        broken: &["mem", "memory"],
        ..NAMED
    },
    Table {
        entity: "vm_pool",
        collections: &[(VM_POOLS, "")],
        rows: &[
            row("assigned_vm_count", LinkCount(&[&[From(VMS, "vm_pool")]])),
            row("running_vm_count", Computed(computed::running_vm_count)),
        ],
        ..NAMED
    },
];

const NETWORK_OF_NIC: &[(&str, &str)] = &[("vnic_profile", VNIC_PROFILES), ("network", NETWORKS)];

const TEMPLATE_ROWS: &[FieldSource] = &[
    row("childcount", LinkCount(&[&[From(VMS, "template")]])),
    at("creationdate", "creation_time"),
    at("mem", "memory"),
    at("os", "os.type").matching(Matching::NamedOnly),
    row("status", PathOr("status", OK)),
    at("version_name", "version.version_name"),
];
