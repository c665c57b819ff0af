//! Quotas: limits on running VMs and on disks, if the data center enforces them.

use crate::access::Visible;
use crate::dependencies;
use crate::fault::Fault;
use crate::kind::{Add, Answer, Command, KEPT, Kind, Remove, UniqueName};
use crate::node::{Node, refers_to};
use crate::object::ObjectRef;
use crate::world::World;

pub(super) static QUOTA: Kind = Kind {
    name: "quota",
    title: "Quota",
    visible: Visible::Permitted,
    unique_name: UniqueName::Yes,
    defaults: &[&[
        ("cluster_hard_limit_pct", "20"),
        ("cluster_soft_limit_pct", "80"),
        ("storage_hard_limit_pct", "20"),
        ("storage_soft_limit_pct", "80"),
    ]],
    add: Add {
        check: |_, _, quota| {
            QUOTA.complete(quota);
            Ok(())
        },
        ..KEPT.add
    },
    remove: Remove {
        done: |world, _, quota| dependencies::remove_references(world, quota),
        ..KEPT.remove
    },
    ..KEPT
};

/// The addition of a limit.
const LIMIT: Add = Add {
    answer: Answer::Ok,
    ..KEPT.add
};

/// Gives a limit the identifier of what it limits: the object of a member, or all of the quota.
fn identify(command: &Command<'_>, limit: &mut Node, member: &str) {
    let quota = command.owner();
    let object = limit.child(member).map(|object| object.id().to_owned());
    let object = object.unwrap_or_else(|| quota.id().to_owned());
    limit.set_attribute("id", &object);
    limit.set_reference("quota", quota.id());
}

pub(super) static CLUSTER_LIMIT: Kind = Kind {
    name: "quota_cluster_limit",
    keeps_id: true,
    add: Add {
        check: |_, command, limit| {
            let memory = limit.get("memory_limit").and_then(|text| text.parse().ok());
            let memory: f64 = memory.unwrap_or(-1.0);
            limit.set("memory_limit", format!("{memory:.1}"));
            limit.set("memory_usage", "0.0");
            limit.set_default("vcpu_limit", "-1");
            limit.set("vcpu_usage", "0");
            identify(command, limit, "cluster");
            Ok(())
        },
        ..LIMIT
    },
    ..KEPT
};

pub(super) static STORAGE_LIMIT: Kind = Kind {
    name: "quota_storage_limit",
    keeps_id: true,
    add: Add {
        check: |_, command, limit| {
            limit.set("usage", "0.0");
            identify(command, limit, "storage_domain");
            Ok(())
        },
        ..LIMIT
    },
    ..KEPT
};

const GIB: f64 = 1_073_741_824.0;

/// Whether a data center rejects what exceeds a quota.
fn is_enforced(world: &World, center: &str) -> bool {
    world.text("datacenters", center, "quota_mode") == Some("enabled")
}

/// Fails if starting a VM would exceed its quota in the cluster.
pub(crate) fn check_start(world: &World, object: &ObjectRef) -> Result<(), Fault> {
    let Some(vm) = object.get(world) else {
        return Ok(());
    };
    let cluster = vm.child("cluster").map_or("", Node::id);
    let center = world.target("clusters", cluster, "data_center");
    let Some(quota) = vm.child("quota").filter(|_| is_enforced(world, &center)) else {
        return Ok(());
    };
    let limits = format!(
        "datacenters/{center}/quotas/{}/quotaclusterlimits",
        quota.id()
    );
    for limit in world.store.list(&limits) {
        if !applies(limit, "cluster", cluster) {
            continue;
        }
        // A limit without a cluster applies to all clusters.
        let counts = |other: &&Node| {
            let runs = other.get("status") != Some("down") || other.id() == object.id();
            runs && refers_to(other, "quota", quota.id())
                && (limit.child("cluster").is_none() || refers_to(other, "cluster", cluster))
        };
        let (mut memory, mut vcpus) = (0.0, 0.0);
        for vm in world.store.list("vms").iter().filter(counts) {
            memory += number(vm, "memory") / GIB;
            vcpus += number(vm, "cpu.topology.cores")
                * number(vm, "cpu.topology.sockets")
                * number(vm, "cpu.topology.threads");
        }
        if exceeds(limit, "memory_limit", memory) || exceeds(limit, "vcpu_limit", vcpus) {
            let why = "Quota has insufficient cluster resources.";
            return Err(Fault::cannot("run", "VM", why));
        }
    }
    Ok(())
}

/// Fails if adding a disk would exceed its quota in the storage domain.
pub(crate) fn check_disk(world: &World, disk: &Node) -> Result<(), Fault> {
    let Some(quota) = disk.child("quota").map(Node::id) else {
        return Ok(());
    };
    let domains = disk.child("storage_domains");
    let domain = domains
        .and_then(|list| list.children.first())
        .map_or("", Node::id);
    let Some(center) = center_of(world, quota).filter(|center| is_enforced(world, center)) else {
        return Ok(());
    };
    let limits = format!("datacenters/{center}/quotas/{quota}/quotastoragelimits");
    for limit in world.store.list(&limits) {
        if !applies(limit, "storage_domain", domain) {
            continue;
        }
        let counts = |other: &&Node| {
            refers_to(other, "quota", quota)
                && (limit.child("storage_domain").is_none()
                    || refers_to(other, "storage_domains", domain))
        };
        let others = world.store.list("disks").iter().filter(counts);
        let used: f64 = others.map(|other| number(other, "provisioned_size")).sum();
        if exceeds(
            limit,
            "limit",
            (used + number(disk, "provisioned_size")) / GIB,
        ) {
            let why = "Quota has insufficient storage resources.";
            return Err(Fault::cannot("add", "Virtual Disk", why));
        }
    }
    Ok(())
}

/// Returns the data center of a quota.
fn center_of(world: &World, quota: &str) -> Option<String> {
    let mut centers = world.store.list("datacenters").iter();
    let has = |center: &&Node| {
        let quotas = format!("datacenters/{}/quotas", center.id());
        world.store.get(&quotas, quota).is_some()
    };
    centers.find(has).map(|center| center.id().to_owned())
}

/// Whether a limit applies to an object.
fn applies(limit: &Node, member: &str, id: &str) -> bool {
    limit.child(member).is_none_or(|own| own.id() == id)
}

fn number(node: &Node, path: &str) -> f64 {
    node.get(path)
        .and_then(|text| text.trim().parse().ok())
        .unwrap_or_default()
}

/// Whether an amount exceeds a limit. Negative limits mean unlimited.
fn exceeds(limit: &Node, member: &str, amount: f64) -> bool {
    let maximum = limit
        .get(member)
        .and_then(|text| text.trim().parse::<f64>().ok());
    maximum.is_some_and(|maximum| maximum >= 0.0 && amount > maximum)
}
