//! Search tables: hosts, clusters, data centers, networks and providers.

use super::storage::STORAGE;
use super::users::{EVENT, USER};
use super::vms::{TEMPLATE, VM};
use super::*;

pub(super) static HOST: Entity = Entity {
    collections: &[("hosts", "")],
    order: BY_NAME,
    fields: &[
        text("name", "name"),
        text("comment", "comment"),
        enumeration("status", names::HOST_STATUS, "status"),
        enumeration("external_status", names::EXTERNAL_STATUS, "external_status"),
        field("cluster", FieldType::Text, IN_CLUSTER),
        text("address", "address"),
        number_from("cpu_usage", ValueSource::Computed(computed::host_cpu_usage)),
        number_from(
            "mem_usage",
            ValueSource::Computed(computed::host_memory_usage),
        ),
        number_from("network_usage", ValueSource::Unsupported),
        number_from("load", ValueSource::Computed(computed::host_load)),
        field(
            "version",
            FieldType::Text,
            ValueSource::Computed(computed::object_version),
        ),
        number_from("cpus", ValueSource::Computed(computed::host_cpus)),
        mebibytes("memory", "memory"),
        number("cpu_speed", "cpu.speed"),
        text("cpu_model", "cpu.name"),
        number("active_vms", "summary.active"),
        number("migrating_vms", "summary.migrating"),
        number_from("committed_mem", ValueSource::Unsupported),
        tag(),
        enumeration("type", names::HOST_TYPE, "type"),
        field("datacenter", FieldType::Text, IN_DATA_CENTER),
        field(
            "architecture",
            FieldType::Enum(names::ARCHITECTURE),
            ARCHITECTURE,
        ),
        flag("update_available", "update_available"),
        number("ha_score", "hosted_engine.score"),
        number_from("spm_id", ValueSource::Unsupported),
        named_only("hw_id", "hardware_information.uuid"),
        named_only("id", "id"),
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
    collections: &[("hosts", "nics")],
    order: BY_NAME,
    fields: &[
        field(
            "network_name",
            FieldType::Text,
            ValueSource::Referenced(&[("network", "networks")], "name"),
        ),
        text("mac", "mac.address"),
    ],
    related: &[],
};

pub(super) static CLUSTER: Entity = Entity {
    collections: &[("clusters", "")],
    order: BY_NAME,
    fields: &[
        text("name", "name"),
        text("description", "description"),
        text("comment", "comment"),
        enumeration("architecture", names::ARCHITECTURE, "cpu.architecture"),
        field(
            "compatibility_level",
            FieldType::Text,
            ValueSource::Computed(computed::object_version),
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
    collections: &[("datacenters", "")],
    order: BY_NAME,
    fields: &[
        text("name", "name"),
        text("description", "description"),
        text("comment", "comment"),
        flag("local", "local"),
        enumeration("status", names::DATA_CENTER_STATUS, "status"),
        field(
            "compatibility_version",
            FieldType::Text,
            ValueSource::Computed(computed::object_version),
        ),
    ],
    related: &[
        related(CLUSTERS, &CLUSTER, &[From("clusters", "data_center")]),
        related(STORAGES, &STORAGE, &[DOMAINS_OF_CENTER]),
        related(NETWORKS, &NETWORK, &[From("networks", "data_center")]),
    ],
};

const OF_NETWORK: ValueSource = ValueSource::Referenced(&[("data_center", "datacenters")], "name");

pub(super) static NETWORK: Entity = Entity {
    collections: &[("networks", "")],
    order: Order::By(&[OF_NETWORK, ValueSource::Path("name")]),
    fields: &[
        text("name", "name"),
        text("description", "description"),
        text("comment", "comment"),
        text("vlanid", "vlan.id"),
        flag("stp", "stp"),
        number("mtu", "mtu"),
        field(
            "vmnetwork",
            FieldType::Enum(names::FLAG),
            ValueSource::Computed(computed::is_vm_network),
        ),
        field("datacenter", FieldType::Text, OF_NETWORK),
        field(
            "label",
            FieldType::Text,
            ValueSource::Subcollection("networklabels", "id"),
        ),
        field(
            "provider_name",
            FieldType::Text,
            ValueSource::Referenced(PROVIDER_OF_NETWORK, "name"),
        ),
        field(
            "qos_name",
            FieldType::Text,
            ValueSource::Computed(computed::qos),
        ),
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

/// Networks, as related entities of clusters.
static NETWORK_OF_CLUSTER: Entity = Entity {
    collections: &[("networks", "")],
    order: BY_NAME,
    fields: &[text("network_name", "name")],
    related: &[],
};

/// Clusters, as related entities of networks.
static CLUSTER_OF_NETWORK: Entity = Entity {
    collections: &[("clusters", "")],
    order: BY_NAME,
    fields: &[text("cluster_name", "name")],
    related: &[],
};

/// Hosts, as related entities of networks.
static HOST_OF_NETWORK: Entity = Entity {
    collections: &[("hosts", "")],
    order: BY_NAME,
    fields: &[text("host_name", "name")],
    related: &[],
};

pub(super) static PROVIDER: Entity = Entity {
    collections: &[("openstacknetworkproviders", "")],
    order: BY_NAME,
    fields: &[
        text("name", "name"),
        text("description", "description"),
        named_only("type", "type"),
        text("url", "url"),
    ],
    related: &[],
};

const NETWORK_OF_PROFILE: &[(&str, &str)] = &[("network", "networks")];

pub(super) static PROFILE: Entity = Entity {
    collections: &[("vnicprofiles", "")],
    order: Order::By(&[]),
    fields: &[
        text("name", "name"),
        text("description", "description"),
        flag("port_mirroring", "port_mirroring"),
        field(
            "passthrough",
            FieldType::Enum(names::FLAG),
            ValueSource::Computed(computed::is_passthrough),
        ),
        field(
            "network_name",
            FieldType::Text,
            ValueSource::Referenced(NETWORK_OF_PROFILE, "name"),
        ),
        field(
            "compatibility_version",
            FieldType::Text,
            ValueSource::Computed(computed::profile_version),
        ),
        field(
            "datacenter",
            FieldType::Text,
            ValueSource::Referenced(
                &[("network", "networks"), ("data_center", "datacenters")],
                "name",
            ),
        ),
        field(
            "qos_name",
            FieldType::Text,
            ValueSource::Computed(computed::qos),
        ),
        field(
            "network_filter",
            FieldType::Text,
            ValueSource::Referenced(&[("network_filter", "networkfilters")], "name"),
        ),
        field(
            "failover",
            FieldType::Text,
            ValueSource::Referenced(&[("failover", "vnicprofiles")], "name"),
        ),
    ],
    related: &[],
};
