//! Search tables: hosts, clusters, data centers, networks and providers.

use super::*;

pub(super) const TABLES: &[Table] = &[
    Table {
        entity: "host",
        collections: &[("hosts", "")],
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
            ("vm", &[From("vms", "host")]),
            ("template", &[From("vms", "host"), To("vms", "template")]),
            ("event", &[From("events", "host")]),
            (
                "user",
                &[
                    From("vms", "host"),
                    From("permissions", "vm"),
                    To("permissions", "user"),
                ],
            ),
            (
                "storage",
                &[
                    To("hosts", "cluster"),
                    To("clusters", "data_center"),
                    DOMAINS_OF_CENTER,
                ],
            ),
            ("nic", &[Below("hosts", "nics", "")]),
        ],
        ..NAMED
    },
    Table {
        entity: "host_nic",
        collections: &[("hosts", "nics")],
        rows: &[
            row(
                "network_name",
                Referenced(&[("network", "networks")], "name"),
            ),
            at("mac", "mac.address"),
        ],
        ..NAMED
    },
    Table {
        entity: "cluster",
        collections: &[("clusters", "")],
        rows: &[
            at("architecture", "cpu.architecture"),
            row("compatibility_level", Computed(computed::object_version)),
            at("cpu_type", "cpu.type"),
        ],
        links: &[
            ("datacenter", &[To("clusters", "data_center")]),
            (
                "storage",
                &[To("clusters", "data_center"), DOMAINS_OF_CENTER],
            ),
            ("cluster_network", &[Below("clusters", "networks", "")]),
        ],
        ..NAMED
    },
    Table {
        entity: "data_center",
        collections: &[("datacenters", "")],
        rows: &[row(
            "compatibility_version",
            Computed(computed::object_version),
        )],
        links: &[
            ("cluster", &[From("clusters", "data_center")]),
            ("storage", &[DOMAINS_OF_CENTER]),
            ("network", &[From("networks", "data_center")]),
        ],
        ..NAMED
    },
    Table {
        entity: "network",
        collections: &[("networks", "")],
        order: Order::By(&[OF_NETWORK, Path("name")]),
        rows: &[
            row("datacenter", OF_NETWORK),
            row("label", Subcollection("networklabels", "id")),
            row("mtu", Computed(computed::mtu)),
            row("provider_name", Referenced(PROVIDER_OF_NETWORK, "name")),
            row("qos_name", Computed(computed::qos)),
            at("vlanid", "vlan.id"),
            row("vmnetwork", Computed(computed::is_vm_network)),
        ],
        links: &[
            ("cluster_network", &[Above("clusters", "networks", "")]),
            (
                "host_network",
                &[Above("hosts", "networkattachments", "network")],
            ),
            ("provider", &[To("networks", "external_provider")]),
        ],
        ..NAMED
    },
    Table {
        entity: "network_of_cluster",
        collections: &[("networks", "")],
        rows: &[at("network_name", "name")],
        ..NAMED
    },
    Table {
        entity: "cluster_of_network",
        collections: &[("clusters", "")],
        rows: &[at("cluster_name", "name")],
        ..NAMED
    },
    Table {
        entity: "host_of_network",
        collections: &[("hosts", "")],
        rows: &[at("host_name", "name")],
        ..NAMED
    },
    Table {
        entity: "provider",
        collections: &[("openstacknetworkproviders", "")],
        rows: &[at("type", "type").matching(Matching::NamedOnly)],
        ..NAMED
    },
    Table {
        entity: "vnic_profile",
        collections: &[("vnicprofiles", "")],
        order: Order::By(&[]),
        rows: &[
            row("compatibility_version", Computed(computed::profile_version)),
            row("datacenter", Referenced(CENTER_OF_PROFILE, "name")),
            row(
                "failover",
                Referenced(&[("failover", "vnicprofiles")], "name"),
            ),
            row(
                "network_filter",
                Referenced(&[("network_filter", "networkfilters")], "name"),
            ),
            row(
                "network_name",
                Referenced(&[("network", "networks")], "name"),
            ),
            row("passthrough", Computed(computed::is_passthrough)),
            row("qos_name", Computed(computed::qos)),
        ],
        ..NAMED
    },
];

const OF_NETWORK: ValueSource = Referenced(&[("data_center", "datacenters")], "name");

const PROVIDER_OF_NETWORK: &[(&str, &str)] = &[("external_provider", "openstacknetworkproviders")];

const CENTER_OF_PROFILE: &[(&str, &str)] =
    &[("network", "networks"), ("data_center", "datacenters")];
