//! Quotas: limits on running VMs and on disks, if the data center enforces them.

use crate::dependencies;
use crate::fault::Fault;
use crate::kind::{
    Add, Addressing, Answer, Command, KEPT, Kind, Remove, UniqueName, Visible, WITH_PARENT,
};
use crate::node::Node;
use crate::object::{
    DATA_CENTERS, DISKS, ObjectRef, QUOTA_CLUSTER_LIMITS, QUOTA_STORAGE_LIMITS, QUOTAS, VMS,
};
use crate::status::DOWN;
use crate::world::World;

pub(super) static QUOTA: Kind = Kind {
    name: "quota",
    address: WITH_PARENT,
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

/// Returns the address of a quota that an object refers to: below its data center.
pub(super) fn address(world: &World, _: &Node, child: &Node, _: &[&str]) -> Option<String> {
    if child.tag != QUOTA.name {
        return None;
    }
    Some(find(world, child.id())?.path())
}

const LIMIT_ADDRESS: Addressing = Addressing {
    reference: address,
    ..KEPT.address
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
    address: LIMIT_ADDRESS,
    keeps_id: true,
    add: Add {
        check: |_, command, limit| {
            let memory: f64 = limit.number("memory_limit").unwrap_or(-1.0);
            limit.set("memory_limit", format!("{memory:.1}"));
            limit.set_default("vcpu_limit", "-1");
            identify(command, limit, "cluster");
            Ok(())
        },
        ..LIMIT
    },
    show: |world, _, mut limit| {
        let (memory, vcpus) = used_by_vms(world, &limit, "");
        let shown = limit.to_mut();
        shown.set("memory_usage", format!("{memory:?}"));
        shown.set("vcpu_usage", vcpus.to_string());
        limit
    },
    ..KEPT
};

pub(super) static STORAGE_LIMIT: Kind = Kind {
    name: "quota_storage_limit",
    address: LIMIT_ADDRESS,
    keeps_id: true,
    add: Add {
        check: |_, command, limit| {
            identify(command, limit, "storage_domain");
            Ok(())
        },
        ..LIMIT
    },
    show: |world, _, mut limit| {
        let used = used_by_disks(world, &limit);
        limit.to_mut().set("usage", format!("{used:?}"));
        limit
    },
    ..KEPT
};

const GIB: f64 = 1_073_741_824.0;

/// Whether the data center of a quota rejects what exceeds it.
fn is_enforced(world: &World, quota: &ObjectRef) -> bool {
    let center = quota.owner(DATA_CENTERS);
    center.is_some_and(|center| center.has(world, "quota_mode", "enabled"))
}

/// Fails if starting a VM would exceed its quota in the cluster.
pub(crate) fn check_start(world: &World, object: &ObjectRef) -> Result<(), Fault> {
    let Some(vm) = object.get(world) else {
        return Ok(());
    };
    let cluster = vm.child("cluster").map_or("", Node::id);
    let center = ObjectRef::cluster(cluster).target(world, "data_center");
    let center = ObjectRef::data_center(center);
    let quota = vm
        .child("quota")
        .map(|quota| center.item(QUOTAS, quota.id()));
    let Some(quota) = quota.filter(|quota| is_enforced(world, quota)) else {
        return Ok(());
    };
    for limit in world.store.list(&quota.below(QUOTA_CLUSTER_LIMITS)) {
        if !applies(limit, "cluster", cluster) {
            continue;
        }
        let (memory, vcpus) = used_by_vms(world, limit, object.id());
        if exceeds(limit, "memory_limit", memory) || exceeds(limit, "vcpu_limit", vcpus) {
            let why = "Quota has insufficient cluster resources.";
            return Err(Fault::cannot("run", "VM", why));
        }
    }
    Ok(())
}

/// Returns the memory in GiB and the virtual CPUs that count against a limit: of all running VMs,
/// and of the one being started. A limit without a cluster applies to all clusters.
fn used_by_vms(world: &World, limit: &Node, starting: &str) -> (f64, f64) {
    let quota = Consumed::of(world, limit);
    let counts = |vm: &&Node| {
        let cluster = vm.child("cluster").map_or("", Node::id);
        let runs = vm.get("status") != Some(DOWN) || vm.id() == starting;
        let center = || ObjectRef::cluster(cluster).target(world, "data_center");
        runs && applies(limit, "cluster", cluster) && quota.is_of(vm, center)
    };
    let (mut memory, mut vcpus) = (0.0, 0.0);
    for vm in world.store.list(VMS).iter().filter(counts) {
        memory += number(vm, "memory") / GIB;
        vcpus += number(vm, "cpu.topology.cores")
            * number(vm, "cpu.topology.sockets")
            * number(vm, "cpu.topology.threads");
    }
    (memory, vcpus)
}

/// Returns the size in GiB of the disks that count against a limit. A limit without a storage
/// domain applies to all.
fn used_by_disks(world: &World, limit: &Node) -> f64 {
    let quota = Consumed::of(world, limit);
    let counts = |disk: &&Node| {
        let domains = disk.child("storage_domains");
        let domain = domains
            .and_then(|list| list.children.first())
            .map_or("", Node::id);
        let center = || {
            let domain = ObjectRef::storage_domain(domain).get(world);
            let centers = domain.and_then(|domain| domain.child("data_centers"));
            let center = centers.and_then(|list| list.children.first());
            center.map_or_else(String::new, |center| center.id().to_owned())
        };
        !domain.is_empty() && applies(limit, "storage_domain", domain) && quota.is_of(disk, center)
    };
    let disks = world.store.list(DISKS).iter().filter(counts);
    disks
        .map(|disk| number(disk, "provisioned_size") / GIB)
        .fold(0.0, |sum, size| sum + size)
}

/// The quota of a limit.
struct Consumed {
    id: String,
    /// Its data center, if it is the default quota there; VMs and disks without a quota have it.
    default_in: Option<String>,
}

impl Consumed {
    fn of(world: &World, limit: &Node) -> Self {
        let id = limit.child("quota").map_or(limit.id(), Node::id).to_owned();
        let quota = find(world, &id).filter(|quota| quota.has(world, "name", "Default"));
        let center = quota.and_then(|quota| quota.owner(DATA_CENTERS));
        let default_in = center.map(|center| center.id().to_owned());
        Self { id, default_in }
    }

    /// Whether a VM or disk of a data center has the quota.
    fn is_of(&self, object: &Node, center: impl Fn() -> String) -> bool {
        match object.child("quota") {
            Some(quota) => quota.id() == self.id,
            None => self.default_in.as_ref().is_some_and(|own| *own == center()),
        }
    }
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
    let Some(quota) = find(world, quota).filter(|quota| is_enforced(world, quota)) else {
        return Ok(());
    };
    for limit in world.store.list(&quota.below(QUOTA_STORAGE_LIMITS)) {
        if !applies(limit, "storage_domain", domain) {
            continue;
        }
        let used = used_by_disks(world, limit);
        if exceeds(
            limit,
            "limit",
            used + number(disk, "provisioned_size") / GIB,
        ) {
            let why = "Quota has insufficient storage resources.";
            return Err(Fault::cannot("add", "Virtual Disk", why));
        }
    }
    Ok(())
}

/// Finds a quota in all data centers.
fn find(world: &World, id: &str) -> Option<ObjectRef> {
    let centers = world.handles(DATA_CENTERS).into_iter();
    let mut quotas = centers.map(|center| center.item(QUOTAS, id));
    quotas.find(|quota| quota.exists(world))
}

/// Whether a limit applies to an object.
fn applies(limit: &Node, member: &str, id: &str) -> bool {
    limit.child(member).is_none_or(|own| own.id() == id)
}

fn number(node: &Node, path: &str) -> f64 {
    node.number(path).unwrap_or_default()
}

/// Whether an amount exceeds a limit. Negative limits mean unlimited.
fn exceeds(limit: &Node, member: &str, amount: f64) -> bool {
    let maximum: Option<f64> = limit.number(member);
    maximum.is_some_and(|maximum| maximum >= 0.0 && amount > maximum)
}
