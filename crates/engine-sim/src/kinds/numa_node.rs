//! Virtual NUMA nodes of VMs: their indices, CPUs and pins must fit together.

use std::collections::BTreeSet;

use crate::fault::Fault;
use crate::kind::{Add, Command, KEPT, Kind, Remove, Update, WITH_PARENT};
use crate::node::Node;
use crate::object::ObjectRef;
use crate::world::World;

pub(super) static VM_NUMA_NODE: Kind = Kind {
    name: "virtual_numa_node",
    address: WITH_PARENT,
    title: "VM",
    add: Add {
        check: |world, command, node| {
            let mut nodes = nodes_of(world, command);
            nodes.push(node.clone());
            check(world, command, &nodes)
        },
        ..KEPT.add
    },
    update: Update {
        apply: update,
        ..KEPT.update
    },
    remove: Remove {
        check: |world, command, removed| {
            let mut nodes = nodes_of(world, command);
            nodes.retain(|node| node.id() != removed.id());
            check(world, command, &nodes)
        },
        ..KEPT.remove
    },
    ..KEPT
};

fn update(
    world: &mut World,
    command: &Command<'_>,
    object: &ObjectRef,
    changes: &Node,
) -> Result<(), Fault> {
    let mut nodes = nodes_of(world, command);
    for node in &mut nodes {
        if node.id() == object.id() {
            node.merge(changes);
        }
    }
    check(world, command, &nodes)?;
    object.change(world, |node| node.merge(changes));
    Ok(())
}

fn nodes_of(world: &World, command: &Command<'_>) -> Vec<Node> {
    world.store.list(command.stored_in).to_vec()
}

/// Fails unless a VM can have these nodes.
fn check(world: &World, command: &Command<'_>, nodes: &[Node]) -> Result<(), Fault> {
    let vm = command.owner();
    let Some(vm) = vm.get(world) else {
        return Ok(());
    };
    let count = |part| vm.number(&format!("cpu.topology.{part}")).unwrap_or(1_u64);
    let sockets = count("sockets").saturating_mul(count("cores"));
    let cpus = sockets.saturating_mul(count("threads"));
    if nodes.len() as u64 > cpus {
        return Err(Fault::invalid(format!(
            "Cannot edit VM. Assigned {} NUMA nodes for {cpus} CPU cores. Cannot assign more NUMA nodes than CPU cores.",
            nodes.len()
        )));
    }
    check_indices(nodes)?;
    check_cpus(nodes, cpus)?;
    let is_pinned = |node: &Node| {
        let pins = node.child("numa_node_pins");
        pins.is_some_and(|pins| !pins.children.is_empty())
    };
    let policy = vm.child("placement_policy");
    let has_host = policy.is_some_and(|policy| policy.child("hosts").is_some());
    if nodes.iter().any(is_pinned) && !has_host {
        return Err(Fault::invalid(
            "Cannot pin NUMA nodes when VM is not pin to a VDS.",
        ));
    }
    Ok(())
}

/// Fails unless the indices count from 0.
fn check_indices(nodes: &[Node]) -> Result<(), Fault> {
    let mut indices = BTreeSet::new();
    for index in nodes.iter().filter_map(|node| node.number::<u64>("index")) {
        if !indices.insert(index) {
            return Err(Fault::invalid(format!(
                "NUMA node with index {index} exists at least twice."
            )));
        }
    }
    let count = indices.len() as u64;
    let missing = (0..count).filter(|index| !indices.contains(index));
    let missing: Vec<String> = missing.map(|index| index.to_string()).collect();
    if missing.is_empty() {
        return Ok(());
    }
    Err(Fault::invalid(format!(
        "Expected a continuous sequence of 0-{} for {count} numa nodes. Missing indices {}. Assign indices with increasing order starting from 0 to your virtual numa nodes.",
        count - 1,
        missing.join(",")
    )))
}

/// Fails if a node has a CPU that the VM does not have, or two nodes have the same.
fn check_cpus(nodes: &[Node], cpus: u64) -> Result<(), Fault> {
    let (mut assigned, mut shared) = (BTreeSet::new(), BTreeSet::new());
    for node in nodes {
        let cores = node.child("cpu").and_then(|cpu| cpu.child("cores"));
        let cores = cores.map_or(&[][..], |cores| &cores.children);
        for cpu in cores.iter().filter_map(|core| core.number::<u64>("index")) {
            if cpu >= cpus {
                return Err(Fault::invalid(format!(
                    "A NUMA node has an invalid CPU index: {cpu}. Indexes must be between 0 and {}.",
                    cpus.saturating_sub(1)
                )));
            }
            if !assigned.insert(cpu) {
                shared.insert(cpu.to_string());
            }
        }
    }
    if shared.is_empty() {
        return Ok(());
    }
    let shared: Vec<String> = shared.into_iter().collect();
    Err(Fault::invalid(format!(
        "CPUs with the following indexes are assigned to two or more NUMA nodes: {}.",
        shared.join(",")
    )))
}
