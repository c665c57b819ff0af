//! VM pools: their VMs, prestarted VMs, and allocation to users.

use crate::behaviour::{Command, power, vm};
use crate::collection::refers_to;
use crate::fault::Fault;
use crate::message::Parameters;
use crate::node::Node;
use crate::root::ZERO_ID;
use crate::world::World;

const WHAT: &str = "VM-Pool";

fn number(node: &Node, tag: &str) -> usize {
    node.get(tag)
        .and_then(|text| text.trim().parse().ok())
        .unwrap_or(0)
}

pub(crate) fn check_add(pool: &mut Node) -> Result<(), Fault> {
    if pool
        .child("template")
        .is_none_or(|template| template.id() == ZERO_ID)
    {
        return Err(Fault::conflict(
            "VM-Pool must be based on  non-blank Template.",
        ));
    }
    for (tag, text) in [
        ("max_user_vms", "1"),
        ("prestarted_vms", "0"),
        ("size", "0"),
        ("stateful", "false"),
        ("type", "automatic"),
        ("use_latest_template_version", "false"),
        ("auto_storage_select", "false"),
    ] {
        pool.set_default(tag, text);
    }
    check_sizes("add", pool)
}

fn check_sizes(verb: &str, pool: &Node) -> Result<(), Fault> {
    if number(pool, "size") > 1_000 {
        return Err(Fault::invalid(format!(
            "Cannot {verb} {WHAT}. A pool has at most 1000 VMs here."
        )));
    }
    if number(pool, "prestarted_vms") > number(pool, "size") {
        return Err(Fault::invalid(format!(
            "Cannot {verb} {WHAT}. Number of Prestarted VMs cannot exceed the number of VMs in the Pool."
        )));
    }
    Ok(())
}

pub(crate) fn added(world: &mut World, id: &str) -> bool {
    grow(world, id);
    false
}

/// Names of a pool's VMs: question marks stand for the number, which is appended otherwise.
fn machine_name(pool: &str, number: usize) -> String {
    let marks = pool.matches('?').count();
    if marks == 0 {
        return format!("{pool}-{number}");
    }
    let (before, _) = pool.split_once('?').unwrap_or((pool, ""));
    let (_, after) = pool.rsplit_once('?').unwrap_or(("", ""));
    format!("{before}{number:0marks$}{after}")
}

/// The IDs of a pool's VMs.
fn machines(world: &World, id: &str) -> Vec<String> {
    let all = world.store.list("vms").iter();
    all.filter(|vm| refers_to(vm, "vm_pool", id))
        .map(|vm| vm.id().to_owned())
        .collect()
}

/// Adds missing VMs to a pool, and starts the prestarted ones.
fn grow(world: &mut World, id: &str) {
    let Some(pool) = world.store.get("vmpools", id).cloned() else {
        return;
    };
    let name = pool.get("name").unwrap_or_default();
    let mut missing = number(&pool, "size").saturating_sub(machines(world, id).len());
    let mut next = 1;
    while missing > 0 {
        let machine = machine_name(name, next);
        next += 1;
        if world.find_by_name("vms", &machine).is_some() {
            continue;
        }
        add_machine(world, &pool, machine);
        missing -= 1;
    }
    let id = id.to_owned();
    world.after(2, move |world| prestart(world, &id));
}

fn add_machine(world: &mut World, pool: &Node, name: String) {
    let mut machine = Node::new("vm").with_text("name", name);
    for tag in ["cluster", "template", "instance_type"] {
        machine.children.extend(pool.child(tag).cloned());
    }
    // The pool was validated, so its VMs are valid.
    let parameters = Parameters::default();
    if vm::check_add(world, &of_engine(&parameters), &mut machine).is_err() {
        return;
    }
    machine.set_reference("vm_pool", pool.id());
    let stateless = pool.get("stateful") != Some("true");
    machine.set("stateless", stateless.to_string());
    let id = world.store.add("vms", machine);
    vm::added(world, "vms", &id);
}

/// Whether a pool VM is allocated to a user.
fn is_taken(world: &World, vm: &str) -> bool {
    let mut permissions = world.store.list("permissions").iter();
    permissions.any(|permission| refers_to(permission, "vm", vm))
}

/// Starts the prestarted VMs.
fn prestart(world: &mut World, id: &str) {
    let Some(pool) = world.store.get("vmpools", id) else {
        return;
    };
    let wanted = number(pool, "prestarted_vms");
    let free: Vec<String> = machines(world, id)
        .into_iter()
        .filter(|vm| !is_taken(world, vm))
        .collect();
    let status = |world: &World, vm: &str| world.text("vms", vm, "status").map(str::to_owned);
    let running = free
        .iter()
        .filter(|vm| status(world, vm).is_some_and(|status| power::is_running(&status)))
        .count();
    let down: Vec<String> = free
        .into_iter()
        .filter(|vm| status(world, vm).as_deref() == Some("down"))
        .collect();
    for vm in down.into_iter().take(wanted.saturating_sub(running)) {
        start(world, &vm);
    }
}

/// Starts a VM if possible.
fn start(world: &mut World, vm: &str) {
    // Without a host it stays down.
    let (parameters, action) = (Parameters::default(), Node::new("action"));
    let _ = power::act(world, &of_engine(&parameters), vm, "start", &action);
}

/// An internal command of the engine on VMs.
fn of_engine(parameters: &Parameters) -> Command<'_> {
    Command {
        kind: "vm",
        collection: "vms",
        parameters,
        correlation_id: "",
    }
}

/// Releases a pool VM when it goes down.
pub(crate) fn machine_down(world: &mut World, vm: &str) {
    let pool = world.target("vms", vm, "vm_pool");
    if pool.is_empty() || world.text("vmpools", &pool, "type") == Some("manual") {
        return;
    }
    let taken: Vec<String> = world
        .store
        .list("permissions")
        .iter()
        .filter(|permission| refers_to(permission, "vm", vm))
        .map(|permission| permission.id().to_owned())
        .collect();
    for permission in taken {
        world.store.remove("permissions", &permission);
    }
    world.after(1, move |world| prestart(world, &pool));
}

pub(crate) fn update(world: &mut World, id: &str, changes: &Node) -> Result<(), Fault> {
    let Some(mut pool) = world.store.get("vmpools", id).cloned() else {
        return Ok(());
    };
    let before = number(&pool, "size");
    pool.merge(changes);
    if number(&pool, "size") < before {
        return Err(Fault::cannot(
            "edit",
            WHAT,
            "The number of VMs of a pool can only grow; detach VMs to have fewer.",
        ));
    }
    check_sizes("edit", &pool)?;
    world.change("vmpools", id, |own| *own = pool);
    grow(world, id);
    Ok(())
}

/// Removes a pool with its VMs.
pub(crate) fn remove_machines(world: &mut World, id: &str) {
    for machine in machines(world, id) {
        vm::discard(world, &machine);
    }
}

pub(crate) fn act(world: &mut World, id: &str, action: &str) -> Result<Vec<Node>, Fault> {
    if action != "allocate_vm" {
        return Err(Fault::unsimulated(format!("The action {action} of pools")));
    }
    let user = world
        .store
        .list("users")
        .first()
        .map_or("", Node::id)
        .to_owned();
    let max = world
        .store
        .get("vmpools", id)
        .map_or(0, |pool| number(pool, "max_user_vms"));
    let all = machines(world, id);
    let has = |vm: &String| {
        let mut permissions = world.store.list("permissions").iter();
        permissions.any(|one| refers_to(one, "vm", vm) && refers_to(one, "user", &user))
    };
    if all.iter().filter(|vm| has(vm)).count() >= max {
        return Err(Fault::conflict(
            "User is already attached to maximum number of VMs from this VM-Pool.",
        ));
    }
    let free = |running: bool| {
        all.iter().find(|vm| {
            let status = world.text("vms", vm, "status").unwrap_or("down");
            let fits = if running {
                power::is_running(status)
            } else {
                status == "down"
            };
            fits && !is_taken(world, vm)
        })
    };
    let vm = free(true).or_else(|| free(false)).cloned();
    let Some(vm) = vm else {
        return Err(Fault::cannot(
            "allocate and run",
            "VM from VM-Pool",
            "There are no available VMs in the VM-Pool.",
        ));
    };
    let role = world
        .find_by_name("roles", "UserRole")
        .map(|role| role.id().to_owned());
    let permission = Node::new("permission")
        .with(Node::reference("role", &role.unwrap_or_default()))
        .with(Node::reference("user", &user))
        .with(Node::reference("vm", &vm));
    world.store.add("permissions", permission);
    if world.text("vms", &vm, "status") == Some("down") {
        start(world, &vm);
    }
    let id = id.to_owned();
    world.after(1, move |world| prestart(world, &id));
    Ok(vec![Node::reference("vm", &vm)])
}

/// Detaches a VM from its pool.
pub(crate) fn detach(world: &mut World, vm: &str) -> Result<Vec<Node>, Fault> {
    let pool = world.target("vms", vm, "vm_pool");
    if pool.is_empty() {
        return Err(Fault::conflict(
            "Cannot detach VM from pool. VM is not attached to the VM-Pool.",
        ));
    }
    if world.text("vms", vm, "status") != Some("down") {
        return Err(Fault::conflict(
            "Cannot detach VM from VM-Pool. VM is running.",
        ));
    }
    world.change("vms", vm, |vm| {
        vm.remove("vm_pool");
        vm.set("stateless", "false");
    });
    let size = machines(world, &pool).len();
    world.change("vmpools", &pool, |pool| {
        let prestarted = number(pool, "prestarted_vms").min(size);
        pool.set("size", size.to_string());
        pool.set("prestarted_vms", prestarted.to_string());
    });
    Ok(Vec::new())
}
