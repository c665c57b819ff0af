//! Search tables: hosts, clusters, data centers, networks and providers.

use super::*;
use crate::object::{
    CLUSTERS, DATA_CENTERS, EVENTS, HOSTS, NETWORK_ATTACHMENTS, NETWORK_FILTERS, NETWORK_LABELS,
    NETWORKS, NICS, OPENSTACK_NETWORK_PROVIDERS, PERMISSIONS, VMS, VNIC_PROFILES,
};

pub(super) const TABLES: &[Table] = &[
    Table {
        entity: "host",
        collections: &[(HOSTS, "")],
        rows: &[
            at("active_vms", "summary.active"),
            row("committed_mem", Unsupported),
            at("cpu_model", "cpu.name"),
            at("cpu_speed", "cpu.speed"),
            row("cpu_usage", Computed(computed::host_cpu_usage)),
            row("cpus", Computed(computed::host_cpus)),
            at("ha_score", "hosted_engine.score"),
            // Hosts that an engine installs have none.
            row("hw_id", Unsupported).matching(Matching::NamedOnly),
            row("load", Computed(computed::host_load)),
            row("mem_usage", Computed(computed::host_memory_usage)),
            at("migrating_vms", "summary.migrating"),
            row("network_usage", Computed(computed::host_network_usage)),
            row("spm_id", Computed(computed::spm_id)),
            row("version", Computed(computed::agent_version)),
        ],
        links: &[
            ("vm", &[From(VMS, "host")]),
            ("template", &[From(VMS, "host"), To(VMS, "template")]),
            ("event", &[From(EVENTS, "host")]),
            (
                "user",
                &[
                    From(VMS, "host"),
                    From(PERMISSIONS, "vm"),
                    To(PERMISSIONS, "user"),
                ],
            ),
            (
                "storage",
                &[
                    To(HOSTS, "cluster"),
                    To(CLUSTERS, "data_center"),
                    DOMAINS_OF_CENTER,
                ],
            ),
            ("nic", &[Below(HOSTS, NICS, "")]),
        ],
        ..NAMED
    },
    Table {
        entity: "host_nic",
        collections: &[(HOSTS, NICS)],
        rows: &[
            row("network_name", Referenced(&[("network", NETWORKS)], "name")),
            at("mac", "mac.address"),
        ],
        ..NAMED
    },
    Table {
        entity: "cluster",
        collections: &[(CLUSTERS, "")],
        rows: &[
            at("architecture", "cpu.architecture"),
            row("compatibility_level", Computed(computed::object_version)),
            at("cpu_type", "cpu.type"),
        ],
        links: &[
            ("datacenter", &[To(CLUSTERS, "data_center")]),
            ("storage", &[To(CLUSTERS, "data_center"), DOMAINS_OF_CENTER]),
            ("cluster_network", &[Below(CLUSTERS, NETWORKS, "")]),
        ],
        ..NAMED
    },
    Table {
        entity: "data_center",
        collections: &[(DATA_CENTERS, "")],
        rows: &[row(
            "compatibility_version",
            Computed(computed::object_version),
        )],
        links: &[
            ("cluster", &[From(CLUSTERS, "data_center")]),
            ("storage", &[DOMAINS_OF_CENTER]),
            ("network", &[From(NETWORKS, "data_center")]),
        ],
        ..NAMED
    },
    Table {
        entity: "network",
        collections: &[(NETWORKS, "")],
        order: Order::By(&[OF_NETWORK, Path("name")]),
        rows: &[
            row("datacenter", OF_NETWORK),
            row("label", Subcollection(NETWORK_LABELS, "id")),
            row("mtu", Computed(computed::mtu)),
            row("provider_name", Referenced(PROVIDER_OF_NETWORK, "name")),
            row("qos_name", Computed(computed::qos)),
            at("vlanid", "vlan.id"),
            row("vmnetwork", Computed(computed::is_vm_network)),
        ],
        links: &[
            ("cluster_network", &[Above(CLUSTERS, NETWORKS, "")]),
            (
                "host_network",
                &[Above(HOSTS, NETWORK_ATTACHMENTS, "network")],
            ),
            ("provider", &[To(NETWORKS, "external_provider")]),
        ],
        ..NAMED
    },
    Table {
        entity: "network_of_cluster",
        collections: &[(NETWORKS, "")],
        rows: &[at("network_name", "name")],
        ..NAMED
    },
    Table {
        entity: "cluster_of_network",
        collections: &[(CLUSTERS, "")],
        rows: &[at("cluster_name", "name")],
        ..NAMED
    },
    Table {
        entity: "host_of_network",
        collections: &[(HOSTS, "")],
        rows: &[at("host_name", "name")],
        ..NAMED
    },
    Table {
        entity: "provider",
        collections: &[(OPENSTACK_NETWORK_PROVIDERS, "")],
        rows: &[at("type", "type").matching(Matching::NamedOnly)],
        ..NAMED
    },
    Table {
        entity: "vnic_profile",
        collections: &[(VNIC_PROFILES, "")],
        order: Order::By(&[]),
        rows: &[
            row("compatibility_version", Computed(computed::profile_version)),
            row("datacenter", Referenced(CENTER_OF_PROFILE, "name")),
            row(
                "failover",
                Referenced(&[("failover", VNIC_PROFILES)], "name"),
            ),
            row(
                "network_filter",
                Referenced(&[("network_filter", NETWORK_FILTERS)], "name"),
            ),
            row("network_name", Referenced(&[("network", NETWORKS)], "name")),
            row("passthrough", Computed(computed::is_passthrough)),
            row("qos_name", Computed(computed::qos)),
        ],
        ..NAMED
    },
];

const OF_NETWORK: ValueSource = Referenced(&[("data_center", DATA_CENTERS)], "name");

const PROVIDER_OF_NETWORK: &[(&str, &str)] = &[("external_provider", OPENSTACK_NETWORK_PROVIDERS)];

const CENTER_OF_PROFILE: &[(&str, &str)] = &[("network", NETWORKS), ("data_center", DATA_CENTERS)];
