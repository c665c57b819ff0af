//! Search tables of hosts, clusters, data centers, networks and providers.

use super::machines::{TEMPLATE, VM};
use super::storage::STORAGE;
use super::users::{EVENT, USER};
use super::*;

pub(super) static HOST: Entity = Entity {
    places: &[("hosts", "")],
    order: BY_NAME,
    fields: &[
        text("name", "name"),
        text("comment", "comment"),
        one_of("status", names::HOST_STATUS, "status"),
        one_of("external_status", names::EXTERNAL_STATUS, "external_status"),
        field("cluster", Kind::Text, IN_CLUSTER),
        text("address", "address"),
        computed("cpu_usage", Read::Derived(derive::host_cpu)),
        computed("mem_usage", Read::Derived(derive::host_memory)),
        computed("network_usage", Read::Nowhere),
        computed("load", Read::Derived(derive::host_load)),
        field("version", Kind::Text, Read::Derived(derive::own_version)),
        computed("cpus", Read::Derived(derive::host_cpus)),
        megabytes("memory", "memory"),
        number("cpu_speed", "cpu.speed"),
        text("cpu_model", "cpu.name"),
        number("active_vms", "summary.active"),
        number("migrating_vms", "summary.migrating"),
        computed("committed_mem", Read::Nowhere),
        tag(),
        one_of("type", names::HOST_TYPE, "type"),
        field("datacenter", Kind::Text, IN_DATA_CENTER),
        field(
            "architecture",
            Kind::OneOf(names::ARCHITECTURE),
            ARCHITECTURE,
        ),
        flag("update_available", "update_available"),
        number("ha_score", "hosted_engine.score"),
        computed("spm_id", Read::Nowhere),
        quiet("hw_id", "hardware_information.uuid"),
        quiet("id", "id"),
    ],
    related: &[
        related(VMS, &VM, &[From("vms", "host")]),
        related(
            TEMPLATES,
            &TEMPLATE,
            &[From("vms", "host"), To("vms", "template")],
        ),
        related(EVENTS, &EVENT, &[From("events", "host")]),
        related(
            USERS,
            &USER,
            &[
                From("vms", "host"),
                From("permissions", "vm"),
                To("permissions", "user"),
            ],
        ),
        related(
            STORAGES,
            &STORAGE,
            &[
                To("hosts", "cluster"),
                To("clusters", "data_center"),
                DOMAINS_OF_CENTER,
            ],
        ),
        related(&["nic", "nics"], &INTERFACE, &[Below("hosts", "nics", "")]),
    ],
};

static INTERFACE: Entity = Entity {
    places: &[("hosts", "nics")],
    order: BY_NAME,
    fields: &[
        field(
            "network_name",
            Kind::Text,
            Read::Through(&[("network", "networks")], "name"),
        ),
        text("mac", "mac.address"),
    ],
    related: &[],
};

pub(super) static CLUSTER: Entity = Entity {
    places: &[("clusters", "")],
    order: BY_NAME,
    fields: &[
        text("name", "name"),
        text("description", "description"),
        text("comment", "comment"),
        one_of("architecture", names::ARCHITECTURE, "cpu.architecture"),
        field(
            "compatibility_level",
            Kind::Text,
            Read::Derived(derive::own_version),
        ),
        text("cpu_type", "cpu.type"),
    ],
    related: &[
        related(DATA_CENTERS, &DATA_CENTER, &[To("clusters", "data_center")]),
        related(
            STORAGES,
            &STORAGE,
            &[To("clusters", "data_center"), DOMAINS_OF_CENTER],
        ),
        related(
            CLUSTER_NETWORK,
            &NETWORK_OF_CLUSTER,
            &[Below("clusters", "networks", "")],
        ),
    ],
};

pub(super) static DATA_CENTER: Entity = Entity {
    places: &[("datacenters", "")],
    order: BY_NAME,
    fields: &[
        text("name", "name"),
        text("description", "description"),
        text("comment", "comment"),
        flag("local", "local"),
        one_of("status", names::DATA_CENTER_STATUS, "status"),
        field(
            "compatibility_version",
            Kind::Text,
            Read::Derived(derive::own_version),
        ),
    ],
    related: &[
        related(CLUSTERS, &CLUSTER, &[From("clusters", "data_center")]),
        related(STORAGES, &STORAGE, &[DOMAINS_OF_CENTER]),
        related(NETWORKS, &NETWORK, &[From("networks", "data_center")]),
    ],
};

const OF_NETWORK: Read = Read::Through(&[("data_center", "datacenters")], "name");

pub(super) static NETWORK: Entity = Entity {
    places: &[("networks", "")],
    order: Order::By(&[OF_NETWORK, Read::Path("name")]),
    fields: &[
        text("name", "name"),
        text("description", "description"),
        text("comment", "comment"),
        text("vlanid", "vlan.id"),
        flag("stp", "stp"),
        number("mtu", "mtu"),
        field(
            "vmnetwork",
            Kind::OneOf(names::FLAG),
            Read::Derived(derive::is_for_machines),
        ),
        field("datacenter", Kind::Text, OF_NETWORK),
        field("label", Kind::Text, Read::Below("networklabels", "id")),
        field(
            "provider_name",
            Kind::Text,
            Read::Through(PROVIDER_OF_NETWORK, "name"),
        ),
        field("qos_name", Kind::Text, Read::Derived(derive::qos)),
    ],
    related: &[
        related(
            CLUSTER_NETWORK,
            &CLUSTER_OF_NETWORK,
            &[Above("clusters", "networks", "")],
        ),
        related(
            &["host_network", "host_networks"],
            &HOST_OF_NETWORK,
            &[Above("hosts", "networkattachments", "network")],
        ),
        related(
            &["provider", "providers"],
            &PROVIDER,
            &[To("networks", "external_provider")],
        ),
    ],
};

const PROVIDER_OF_NETWORK: &[(&str, &str)] = &[("external_provider", "openstacknetworkproviders")];
const CLUSTER_NETWORK: &[&str] = &["cluster_network", "cluster_networks"];

/// The networks of a cluster, in searches of clusters.
static NETWORK_OF_CLUSTER: Entity = Entity {
    places: &[("networks", "")],
    order: BY_NAME,
    fields: &[text("network_name", "name")],
    related: &[],
};

/// The clusters of a network, in searches of networks.
static CLUSTER_OF_NETWORK: Entity = Entity {
    places: &[("clusters", "")],
    order: BY_NAME,
    fields: &[text("cluster_name", "name")],
    related: &[],
};

/// The hosts of a network, in searches of networks.
static HOST_OF_NETWORK: Entity = Entity {
    places: &[("hosts", "")],
    order: BY_NAME,
    fields: &[text("host_name", "name")],
    related: &[],
};

pub(super) static PROVIDER: Entity = Entity {
    places: &[("openstacknetworkproviders", "")],
    order: BY_NAME,
    fields: &[
        text("name", "name"),
        text("description", "description"),
        quiet("type", "type"),
        text("url", "url"),
    ],
    related: &[],
};

const NETWORK_OF_PROFILE: &[(&str, &str)] = &[("network", "networks")];

pub(super) static PROFILE: Entity = Entity {
    places: &[("vnicprofiles", "")],
    order: Order::By(&[]),
    fields: &[
        text("name", "name"),
        text("description", "description"),
        flag("port_mirroring", "port_mirroring"),
        field(
            "passthrough",
            Kind::OneOf(names::FLAG),
            Read::Derived(derive::passes_through),
        ),
        field(
            "network_name",
            Kind::Text,
            Read::Through(NETWORK_OF_PROFILE, "name"),
        ),
        field(
            "compatibility_version",
            Kind::Text,
            Read::Derived(derive::profile_level),
        ),
        field(
            "datacenter",
            Kind::Text,
            Read::Through(
                &[("network", "networks"), ("data_center", "datacenters")],
                "name",
            ),
        ),
        field("qos_name", Kind::Text, Read::Derived(derive::qos)),
        field(
            "network_filter",
            Kind::Text,
            Read::Through(&[("network_filter", "networkfilters")], "name"),
        ),
        field(
            "failover",
            Kind::Text,
            Read::Through(&[("failover", "vnicprofiles")], "name"),
        ),
    ],
    related: &[],
};
