//! Data centers: their management network, MAC pool and storage domains.

use crate::dependencies::names_of_users;
use crate::fault::Fault;
use crate::kind::{
    Add, Command, KEPT, Kind, Referred, Remove, UniqueName, Update, Visible, act, merge, nothing,
};
use crate::name_rule::NameRule;
use crate::node::{Node, refers_to};
use crate::object::{
    CLUSTERS, NETWORKS, ObjectRef, PERMISSIONS, QUOTA_CLUSTER_LIMITS, QUOTA_STORAGE_LIMITS, QUOTAS,
    STORAGE_DOMAINS, VMS, VNIC_PROFILES,
};
use crate::status::{MAINTENANCE, UNINITIALIZED};
use crate::world::World;

use super::cluster::check_version;
use super::storage_domain;

const TITLE: &str = "Data Center";

pub(super) static DATA_CENTER: Kind = Kind {
    name: "data_center",
    referred: Referred {
        unnamed: |_, name| Fault::entity(format!("Datacenter: name={name}")),
        ..KEPT.referred
    },
    name_rule: Some(NameRule {
        max: 40,
        wrong_size: "size must be between 1 and 40",
        characters: "-_",
        wrong_characters: "Data Center name may only contain letters, numbers, '-', or '_'.",
        attribute: "privateStoragePool.name",
    }),
    permits_below: &[
        (PERMISSIONS, "manipulate_permissions"),
        (NETWORKS, "create_storage_pool_network"),
        (QUOTAS, "configure_quota"),
        (STORAGE_DOMAINS, "manipulate_storage_domain"),
    ],
    title: TITLE,
    job: true,
    visible: Visible::Permitted,
    unique_name: UniqueName::Reason("The Data Center name is already in use."),
    defaults: &[&[
        ("local", "false"),
        ("quota_mode", "disabled"),
        ("status", UNINITIALIZED),
    ]],
    add: Add {
        verb: "create",
        event: 950,
        check: |world, _, center| {
            check_version(world, "create", TITLE, center)?;
            DATA_CENTER.complete(center);
            Ok(())
        },
        done: |world, _, center| complete(world, center),
        permit: "create_storage_pool",
        ..KEPT.add
    },
    update: Update {
        event: 952,
        apply: |world, command, center, changes| {
            check_version(world, "edit", TITLE, changes)?;
            merge(world, command, center, changes)
        },
        permit: "edit_storage_pool_configuration",
        ..KEPT.update
    },
    remove: Remove {
        event: 954,
        check: check_remove,
        done: removed,
        permit: "delete_storage_pool",
        ..KEPT.remove
    },
    actions: &[
        act("clean_finished_tasks", "clean", &[], nothing)
            .permit("edit_storage_pool_configuration"),
        act("set_master", "switch", &[], storage_domain::set_master)
            .permit("manipulate_storage_domain")
            .with_tasks(),
    ],
    ..KEPT
};

/// Identifier of the default MAC pool.
pub(crate) const DEFAULT_MAC_POOL: &str = "58ca604b-017d-0374-0220-00000000014e";

/// Identifier of the filter of new vNIC profiles.
pub(crate) const NETWORK_FILTER: &str = "d2370ab4-fee3-11e9-a310-8c1645ce738e";

/// Completes a new data center: management network, quota, compatibility version.
fn complete(world: &mut World, center: &ObjectRef) {
    let mut network = management_network("", center.id());
    network.set("description", "Default Management Network");
    let network = world.store.add(NETWORKS, network);
    let profile = management_profile("", network.id());
    world.store.add(VNIC_PROFILES, profile);
    add_default_quota(world, center);
    let minor = center.text(world, "version.minor");
    let minor = minor
        .and_then(|minor| minor.parse().ok())
        .unwrap_or(world.schema.version.newest_level);
    let newest = newest_version(world);
    let newest_minor = world.schema.version.newest_level;
    center.change(world, |center| {
        if center.child("version").is_none() {
            center.children.push(newest.clone());
        }
        if center.child("supported_versions").is_none() {
            let mut supported = Node::new("supported_versions");
            for minor in minor..=newest_minor {
                let mut version = newest.clone();
                version.set("minor", minor.to_string());
                supported.children.push(version);
            }
            center.children.push(supported);
        }
    });
}

/// Returns the newest compatibility version.
pub(crate) fn newest_version(world: &World) -> Node {
    Node::new("version")
        .with_text("major", "4")
        .with_text("minor", world.schema.version.newest_level.to_string())
}

/// Adds the unlimited quota that each data center has.
pub(crate) fn add_default_quota(world: &mut World, center: &ObjectRef) {
    let quota = Node::named("quota", "", "Default", "Default unlimited quota")
        .with_text("cluster_hard_limit_pct", "20")
        .with_text("cluster_soft_limit_pct", "80")
        .with_text("storage_hard_limit_pct", "20")
        .with_text("storage_soft_limit_pct", "80")
        .with(Node::reference("data_center", center.id()));
    let quota = world.store.add(&center.below(QUOTAS), quota);
    let mut limit = |collection: &str, tag: &str, texts: &[(&str, &str)]| {
        let mut limit = Node::reference(tag, quota.id());
        for (member, text) in texts {
            limit.set(member, *text);
        }
        let limit = limit.with(Node::reference("quota", quota.id()));
        world.store.add(&quota.below(collection), limit);
    };
    limit(
        QUOTA_CLUSTER_LIMITS,
        "quota_cluster_limit",
        &[
            ("memory_limit", "-1.0"),
            ("memory_usage", "0.0"),
            ("vcpu_limit", "-1"),
            ("vcpu_usage", "0"),
        ],
    );
    limit(
        QUOTA_STORAGE_LIMITS,
        "quota_storage_limit",
        &[("limit", "-1"), ("usage", "0.0")],
    );
}

/// Returns the list of what a network is used for.
pub(crate) fn usages(names: &[&str]) -> Node {
    let mut usages = Node::new("usages");
    let each = names.iter().map(|name| Node::leaf("usage", *name));
    usages.children.extend(each);
    usages
}

/// Returns the management network of a data center.
pub(crate) fn management_network(id: &str, data_center: &str) -> Node {
    Node::named("network", id, "ovirtmgmt", "Management Network")
        .with_text("mtu", "0")
        .with_text("port_isolation", "false")
        .with_text("stp", "false")
        .with_text("vdsm_name", "ovirtmgmt")
        .with(usages(&["vm"]))
        .with(Node::reference("data_center", data_center))
}

/// Returns the vNIC profile of a management network.
pub(crate) fn management_profile(id: &str, network: &str) -> Node {
    Node::named("vnic_profile", id, "ovirtmgmt", "")
        .with_text("port_mirroring", "false")
        .with(Node::new("pass_through").with_text("mode", "disabled"))
        .with(Node::reference("network", network))
        .with(Node::reference("network_filter", NETWORK_FILTER))
}

fn check_remove(world: &mut World, _: &Command<'_>, center: &ObjectRef) -> Result<(), Fault> {
    let domains = world.store.list(&center.below(STORAGE_DOMAINS));
    let is_active = |domain: &&Node| domain.get("status") != Some(MAINTENANCE);
    if domains.iter().find(is_active).is_some() {
        return Err(Fault::conflict(
            "Cannot remove Data Center which contains active/locked Storage Domains.\n\
             -Please deactivate all domains and wait for tasks to finish before removing the Data Center.",
        ));
    }
    if domains.len() > 1 {
        return Err(Fault::conflict(
            "Cannot remove Data Center while there are more than one Storage Domain attached.",
        ));
    }
    let clusters = world.store.list(CLUSTERS).iter();
    for cluster in clusters.filter(|cluster| refers_to(cluster, "data_center", center.id())) {
        if !names_of_users(world, VMS, "cluster", cluster.id()).is_empty() {
            let why = "One or more VMs are still assigned to a Cluster of it";
            return Err(Fault::cannot("remove", TITLE, why));
        }
    }
    Ok(())
}

/// Detaches the storage domains.
fn removed(world: &mut World, _: &Command<'_>, center: &ObjectRef) {
    let is_attached = |domain: &Node| refers_to(domain, "data_centers", center.id());
    for domain in world.handles_with(STORAGE_DOMAINS, is_attached) {
        storage_domain::detach(world, domain.id());
    }
}
