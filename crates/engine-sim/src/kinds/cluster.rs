//! Clusters: their defaults, CPU profile and management network.

use crate::defaults::Defaults;
use crate::dependencies::names_of_users;
use crate::fault::Fault;
use crate::kind::{
    Add, AddressRule, Addressing, Below, Command, KEPT, Kind, Referred, Remove, UniqueName, Update,
    Visible, act, merge, nothing,
};
use crate::name_rule::NameRule;
use crate::node::{Node, refers_to};
use crate::object::{
    AFFINITY_GROUPS, CPU_PROFILES, DATA_CENTERS, HOSTS, MAC_POOLS, NETWORKS, ObjectRef,
    PERMISSIONS, SCHEDULING_POLICIES, TEMPLATES, VM_POOLS, VMS,
};
use crate::status::OPERATIONAL;
use crate::world::World;

use super::network::is_management;

const TITLE: &str = "Cluster";

pub(crate) static CLUSTER: Kind = Kind {
    name: "cluster",
    below: Below {
        job: false,
        ..KEPT.below
    },
    referred: Referred {
        unknown: |_| Fault::entity("GetClusterById"),
        ..KEPT.referred
    },
    address: Addressing {
        rule: AddressRule::TopLevel(DATA_CENTERS),
        ..KEPT.address
    },
    name_rule: Some(NameRule {
        max: 40,
        wrong_size: "Cluster name must not exceed 40 characters",
        characters: "-_",
        wrong_characters: "Cluster name may only contain letters, numbers, '-', or '_'.",
        attribute: "cluster.name",
    }),
    present_texts: &["description", "comment"],
    costly: &["management_network"],
    complete_costly: set_management_network,
    permits_below: &[
        (PERMISSIONS, "manipulate_permissions"),
        (AFFINITY_GROUPS, "manipulate_affinity_groups"),
        (NETWORKS, "assign_cluster_network"),
        (CPU_PROFILES, "create_cpu_profile"),
    ],
    title: TITLE,
    visible: Visible::Permitted,
    parents: &["data_center"],
    unique_name: UniqueName::Reason("Cluster name is already in use."),
    defaults: &[DEFAULTS],
    add: Add {
        verb: "create",
        event: 809,
        check: check_add,
        done: added,
        permit: "create_cluster",
        ..KEPT.add
    },
    update: Update {
        event: 811,
        permit: "edit_cluster_configuration",
        apply: update,
        ..KEPT.update
    },
    remove: Remove {
        event: 813,
        check: check_remove,
        permit: "delete_cluster",
        ..KEPT.remove
    },
    actions: &[
        // These have no visible effect.
        act("reset_emulated_machine", "edit", &[], nothing).permit("edit_cluster_configuration"),
        act("sync_all_networks", "sync", &[], nothing).permit("edit_cluster_configuration"),
        act("upgrade", "upgrade", &[], upgrade).permit("edit_cluster_configuration"),
    ],
    ..KEPT
};

const DEFAULTS: Defaults = &[
    ("ballooning_enabled", "true"),
    ("cpu.architecture", "undefined"),
    ("cpu.type", ""),
    ("error_handling.on_error", "migrate"),
    ("fencing_policy.enabled", "true"),
    (
        "fencing_policy.skip_if_connectivity_broken.enabled",
        "false",
    ),
    ("fencing_policy.skip_if_connectivity_broken.threshold", "50"),
    ("fencing_policy.skip_if_gluster_bricks_up", "false"),
    ("fencing_policy.skip_if_gluster_quorum_not_met", "false"),
    ("fencing_policy.skip_if_sd_active.enabled", "false"),
    ("fips_mode", "undefined"),
    ("firewall_type", "firewalld"),
    ("gluster_service", "false"),
    ("ha_reservation", "false"),
    ("ksm.enabled", "true"),
    ("ksm.merge_across_nodes", "true"),
    ("log_max_memory_used_threshold", "95"),
    ("log_max_memory_used_threshold_type", "percentage"),
    ("memory_policy.over_commit.percent", "100"),
    ("memory_policy.transparent_hugepages.enabled", "true"),
    ("migration.auto_converge", "inherit"),
    ("migration.bandwidth.assignment_method", "auto"),
    ("migration.compressed", "inherit"),
    ("migration.encrypted", "inherit"),
    ("migration.parallel_migrations_policy", "disabled"),
    ("required_rng_sources.required_rng_source", "urandom"),
    ("switch_type", "legacy"),
    ("threads_as_cores", "false"),
    ("trusted_service", "false"),
    ("tunnel_migration", "false"),
    ("upgrade_in_progress", "false"),
    ("upgrade_percent_complete", "0"),
    ("version.major", "4"),
    ("version.minor", "8"),
    ("virt_service", "true"),
    ("vnc_encryption", "false"),
];

/// Identifier of the migration policy of new clusters.
const MIGRATION_POLICY: &str = "80554327-0569-496b-bdeb-fcbbf52b827b";

/// Sets the members that are always present, unless given.
pub(crate) fn complete(cluster: &mut Node) {
    CLUSTER.complete(cluster);
    let migration = cluster.child_mut("migration");
    if migration.child("policy").is_none() {
        migration.set_reference("policy", MIGRATION_POLICY);
    }
}

/// Fails for a compatibility version that no engine supports.
pub(super) fn check_version(
    world: &World,
    verb: &str,
    title: &str,
    cluster: &Node,
) -> Result<(), Fault> {
    let Some(minor) = cluster.get("version.minor") else {
        return Ok(());
    };
    let minor: u32 = minor.trim().parse().unwrap_or_default();
    let is_major = cluster
        .get("version.major")
        .is_none_or(|major| major == "4");
    if is_major && (2..=world.schema.version.newest_level).contains(&minor) {
        return Ok(());
    }
    Err(Fault::invalid(format!(
        "Cannot {verb} {title}. Selected Compatibility Version is not supported."
    )))
}

fn check_add(world: &mut World, _: &Command<'_>, cluster: &mut Node) -> Result<(), Fault> {
    let center = cluster.child("data_center").map_or("", Node::id).to_owned();
    check_version(world, "create", TITLE, cluster)?;
    let newest = world.schema.version.newest_level;
    cluster.set_default("version.minor", newest.to_string());
    complete(cluster);
    let pool = ObjectRef::data_center(&center).target(world, "mac_pool");
    let default = world
        .store
        .list(MAC_POOLS)
        .iter()
        .find(|pool| pool.get("default_pool") == Some("true"))
        .map(|pool| pool.id().to_owned());
    let pool = if pool.is_empty() {
        default.unwrap_or_default()
    } else {
        pool
    };
    if cluster.child("mac_pool").is_none() && !pool.is_empty() {
        cluster.set_reference("mac_pool", &pool);
    }
    let policy = world
        .find_by_name(SCHEDULING_POLICIES, "none")
        .map(|policy| policy.id().to_owned());
    if let (None, Some(policy)) = (cluster.child("scheduling_policy"), policy) {
        cluster.set_reference("scheduling_policy", &policy);
    }
    Ok(())
}

/// Adds a CPU profile and the management network of the data center.
fn added(world: &mut World, _: &Command<'_>, cluster: &ObjectRef) {
    let profile = Node::new("cpu_profile")
        .with_text("name", cluster.name(world))
        .with(Node::reference("cluster", cluster.id()));
    world.store.add(CPU_PROFILES, profile);
    let center = cluster.target(world, "data_center");
    let networks = world.store.list(NETWORKS).iter();
    let management: Vec<String> = networks
        .filter(|network| refers_to(network, "data_center", &center))
        .filter(|network| is_management(world, network.id()))
        .map(|network| network.id().to_owned())
        .collect();
    for network in management {
        let mut usages = Node::new("usages");
        for usage in ["vm", "display", "migration", "management", "default_route"] {
            usages.children.push(Node::leaf("usage", usage));
        }
        let assigned = Node::reference("network", &network)
            .with(usages)
            .with_text("required", "true")
            .with_text("display", "true")
            .with_text("status", OPERATIONAL)
            .with(Node::reference("cluster", cluster.id()));
        world.store.add(&cluster.below(NETWORKS), assigned);
    }
}

fn update(
    world: &mut World,
    command: &Command<'_>,
    cluster: &ObjectRef,
    changes: &Node,
) -> Result<(), Fault> {
    check_version(world, "edit", TITLE, changes)?;
    merge(world, command, cluster, changes)
}

/// Marks a cluster as being upgraded; a client upgrades the hosts.
fn upgrade(
    world: &mut World,
    _: &Command<'_>,
    cluster: &ObjectRef,
    document: &Node,
) -> Result<Vec<Node>, Fault> {
    let percent = document.get("upgrade_percent_complete").unwrap_or("0");
    let (runs, percent) = match document.get("upgrade_action") {
        Some("start") => (true, "0"),
        Some("update_progress") => (true, percent),
        _ => (false, "0"),
    };
    cluster.change(world, |cluster| {
        cluster.set("upgrade_in_progress", runs.to_string());
        cluster.set("upgrade_percent_complete", percent);
    });
    Ok(Vec::new())
}

fn check_remove(world: &mut World, _: &Command<'_>, cluster: &ObjectRef) -> Result<(), Fault> {
    for (collection, why) in [
        (HOSTS, "Cluster contains one or more Hosts"),
        (VMS, "One or more VMs are still assigned to the Cluster"),
        (
            TEMPLATES,
            "One or more Template(s) are still associated with the Cluster",
        ),
        (
            VM_POOLS,
            "One or more VM-Pools are still associated with it",
        ),
    ] {
        if !names_of_users(world, collection, "cluster", cluster.id()).is_empty() {
            return Err(Fault::cannot("remove", TITLE, why));
        }
    }
    Ok(())
}

fn set_management_network(world: &World, cluster: &mut Node) {
    if let Some(network) = management_network(world, cluster.id()) {
        cluster.set_reference("management_network", &network);
    }
}

/// Returns the management network of a cluster.
fn management_network(world: &World, cluster: &str) -> Option<String> {
    let networks = world
        .store
        .list(&ObjectRef::cluster(cluster).below(NETWORKS));
    let is_management = |network: &&Node| {
        let usages = network.child("usages");
        usages.is_some_and(|usages| {
            usages
                .children
                .iter()
                .any(|usage| usage.text == "management")
        })
    };
    let network = networks.iter().find(is_management).or(networks.first())?;
    Some(network.id().to_owned())
}
