//! Updates of VMs. While a VM runs, most changes wait for its next run.

use std::borrow::Cow;

use thin_vec::ThinVec;

use super::vm_limits as limits;
use crate::fault::Fault;
use crate::kind::Command;
use crate::message::Parameters;
use crate::node::Node;
use crate::object::ObjectRef;
use crate::present;
use crate::status::{DOWN, IMAGE_LOCKED, is_running};
use crate::world::World;

/// Members that are collections of their own, and not stored with the VM.
pub(super) const COLLECTIONS: &[&str] = &[
    "affinity_labels",
    "applications",
    "cdroms",
    "disk_attachments",
    "floppies",
    "graphics_consoles",
    "host_devices",
    "host_numa_nodes",
    "nics",
    "permissions",
    "reported_devices",
    "sessions",
    "snapshots",
    "statistics",
    "tags",
    "watchdogs",
];

/// Members whose changes a running VM takes at once.
const IMMEDIATE: &[&str] = &[
    "comment",
    "custom_properties",
    "delete_protected",
    "description",
    "high_availability",
    "name",
    "sso",
];

/// Updates a VM. For a running VM, some changes wait for the next run.
pub(super) fn update(
    world: &mut World,
    command: &Command<'_>,
    object: &ObjectRef,
    changes: &Node,
) -> Result<(), Fault> {
    let status = object.text(world, "status").unwrap_or(DOWN);
    if status == IMAGE_LOCKED {
        let kind = command.kind;
        return Err((kind.status.refuse)(kind.update.verb, kind.title, status));
    }
    limits::check("edit", changes)?;
    check_cluster(world, object, changes)?;
    let is_running = is_running(status);
    let Some(mut vm) = object.get(world).cloned() else {
        return Ok(());
    };
    let grows = |path: &str| changes.number::<i64>(path) > vm.number(path);
    let is_immediate = |tag: &str| match tag {
        "memory" => grows("memory"),
        "cpu" => grows("cpu.topology.sockets"),
        _ => IMMEDIATE.contains(&tag),
    };
    let (now, later): (ThinVec<Node>, ThinVec<Node>) = changes
        .children
        .iter()
        .filter(|change| !COLLECTIONS.contains(&change.tag.as_str()))
        .cloned()
        .partition(|change| !is_running || is_immediate(&change.tag));
    let with_children = |children| Node {
        children,
        ..Node::new("vm")
    };
    vm.merge(&with_children(now));
    let later = with_children(later);
    remove_unset(&mut vm);
    let mut next = vm.clone();
    next.merge(&later);
    if next != vm {
        vm.set("next_run_configuration_exists", "true");
        store_for_next_run(world, object, later);
    }
    object.change(world, |stored| *stored = vm);
    Ok(())
}

/// Fails if the new cluster is in another data center.
fn check_cluster(world: &World, vm: &ObjectRef, changes: &Node) -> Result<(), Fault> {
    let current = vm.target(world, "cluster");
    let new = changes.child("cluster").map_or("", Node::id);
    if new.is_empty() || new == current {
        return Ok(());
    }
    let center = |cluster: &str| ObjectRef::cluster(cluster).target(world, "data_center");
    if center(&current) != center(new) {
        return Err(Fault::conflict(
            "VM can be moved only to a Cluster in the same Data Center.",
        ));
    }
    Ok(())
}

/// Segment of the collection with the changes that wait for the next run.
const NEXT_RUN: &str = "next_run";

/// Adds changes to the pending next-run configuration.
fn store_for_next_run(world: &mut World, vm: &ObjectRef, later: Node) {
    let path = vm.below(NEXT_RUN);
    match world
        .store
        .list(&path)
        .first()
        .map(|changes| changes.id().to_owned())
    {
        Some(stored) => {
            ObjectRef::new(&path, &stored).change(world, |changes| changes.merge(&later))
        }
        None => {
            world.store.add(&path, later);
        }
    }
}

/// Shows a VM with what follows from other objects; as it will be in its next run if the request
/// asks for that.
pub(super) fn show<'n>(world: &World, parameters: &Parameters, vm: Cow<'n, Node>) -> Cow<'n, Node> {
    let mut vm = present::vm(world, vm);
    if parameters.flag("next_run") == Some(true)
        && let Some(later) = world
            .store
            .list(&ObjectRef::vm(vm.id()).below(NEXT_RUN))
            .first()
    {
        vm.to_mut().merge(later);
    }
    vm
}

/// Applies the changes that waited for the next run.
pub(crate) fn apply_next_run(world: &mut World, vm: &ObjectRef) {
    let path = vm.below(NEXT_RUN);
    let Some(later) = world.store.list(&path).first().cloned() else {
        return;
    };
    ObjectRef::new(&path, later.id()).remove(world);
    vm.change(world, |vm| {
        vm.merge(&later);
        remove_unset(vm);
        vm.set("next_run_configuration_exists", "false");
    });
}

/// Reboots a VM and applies its pending changes. It stays on its host, so a pending change of the
/// cluster postpones all of them to the next start.
pub(super) fn reboot(
    world: &mut World,
    _: &Command<'_>,
    vm: &ObjectRef,
    _: &Node,
) -> Result<Vec<Node>, Fault> {
    let pending = world.store.list(&vm.below(NEXT_RUN)).first();
    let cluster = pending.and_then(|changes| changes.child("cluster"));
    if cluster.is_none_or(|new| new.id() == vm.target(world, "cluster")) {
        apply_next_run(world, vm);
    }
    Ok(Vec::new())
}

/// Removes references that a request has unset, by one without an identifier.
fn remove_unset(vm: &mut Node) {
    let is_unset = |member: Option<&Node>| {
        member.is_some_and(|member| member.id().is_empty() && member.children.is_empty())
    };
    let lease = vm.child("lease");
    if is_unset(lease.and_then(|lease| lease.child("storage_domain"))) || is_unset(lease) {
        vm.remove("lease");
    }
    for reference in ["instance_type", "quota"] {
        if is_unset(vm.child(reference)) {
            vm.remove(reference);
        }
    }
}
