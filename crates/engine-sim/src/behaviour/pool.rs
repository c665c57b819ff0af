//! VM pools: size, prestarted VMs, and allocation of VMs to users.

use crate::behaviour::{power, vm};
use crate::command::Command;
use crate::fault::Fault;
use crate::message::Parameters;
use crate::node::{Node, refers_to};
use crate::object::ZERO_ID;
use crate::status::is_running;
use crate::world::World;

const TITLE: &str = "VM-Pool";

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
            "Cannot {verb} {TITLE}. The simulator limits pools to 1000 VMs."
        )));
    }
    if number(pool, "prestarted_vms") > number(pool, "size") {
        return Err(Fault::invalid(format!(
            "Cannot {verb} {TITLE}. Number of Prestarted VMs cannot exceed the number of VMs in the Pool."
        )));
    }
    Ok(())
}

pub(crate) fn added(world: &mut World, id: &str) -> bool {
    grow(world, id);
    false
}

/// Returns the name of a VM. The number replaces the question marks in the pool's name; without
/// any, it is appended.
fn vm_name(pool: &str, number: usize) -> String {
    let width = pool.matches('?').count();
    if width == 0 {
        return format!("{pool}-{number}");
    }
    let (prefix, _) = pool.split_once('?').unwrap_or((pool, ""));
    let (_, suffix) = pool.rsplit_once('?').unwrap_or(("", ""));
    format!("{prefix}{number:0width$}{suffix}")
}

/// Returns the ids of a pool's VMs.
fn vm_ids(world: &World, id: &str) -> Vec<String> {
    let all = world.store.list("vms").iter();
    all.filter(|vm| refers_to(vm, "vm_pool", id))
        .map(|vm| vm.id().to_owned())
        .collect()
}

/// Adds the missing VMs of a pool, then prestarts some.
fn grow(world: &mut World, id: &str) {
    let Some(pool) = world.store.get("vmpools", id).cloned() else {
        return;
    };
    let name = pool.get("name").unwrap_or_default();
    let mut missing = number(&pool, "size").saturating_sub(vm_ids(world, id).len());
    let mut next = 1;
    while missing > 0 {
        let vm_name = self::vm_name(name, next);
        next += 1;
        if world.find_by_name("vms", &vm_name).is_some() {
            continue;
        }
        add_vm(world, &pool, vm_name);
        missing -= 1;
    }
    let id = id.to_owned();
    world.after(2, move |world| prestart(world, &id));
}

fn add_vm(world: &mut World, pool: &Node, name: String) {
    let mut vm = Node::new("vm").with_text("name", name);
    for tag in ["cluster", "template", "instance_type"] {
        vm.children.extend(pool.child(tag).cloned());
    }
    // Not expected to fail: the pool has been validated.
    let parameters = Parameters::default();
    if vm::check_add(world, &internal_command(&parameters), &mut vm).is_err() {
        return;
    }
    vm.set_reference("vm_pool", pool.id());
    let is_stateless = pool.get("stateful") != Some("true");
    vm.set("stateless", is_stateless.to_string());
    let id = world.store.add("vms", vm);
    vm::added(world, "vms", &id);
}

/// Whether a VM of a pool is allocated to a user.
fn is_allocated(world: &World, vm: &str) -> bool {
    let mut permissions = world.store.list("permissions").iter();
    permissions.any(|permission| refers_to(permission, "vm", vm))
}

/// Starts free VMs until the configured number of them is running.
fn prestart(world: &mut World, id: &str) {
    let Some(pool) = world.store.get("vmpools", id) else {
        return;
    };
    let target = number(pool, "prestarted_vms");
    let free: Vec<String> = vm_ids(world, id)
        .into_iter()
        .filter(|vm| !is_allocated(world, vm))
        .collect();
    let status = |world: &World, vm: &str| world.text("vms", vm, "status").map(str::to_owned);
    let running = free
        .iter()
        .filter(|vm| status(world, vm).is_some_and(|status| is_running(&status)))
        .count();
    let down: Vec<String> = free
        .into_iter()
        .filter(|vm| status(world, vm).as_deref() == Some("down"))
        .collect();
    for vm in down.into_iter().take(target.saturating_sub(running)) {
        start(world, &vm);
    }
}

/// Starts a VM, if a host is available.
fn start(world: &mut World, vm: &str) {
    // Ignored: without a host, the VM stays down.
    let (parameters, action) = (Parameters::default(), Node::new("action"));
    let _ = power::act(world, &internal_command(&parameters), vm, "start", &action);
}

/// A command on VMs that the engine itself issues.
fn internal_command(parameters: &Parameters) -> Command<'_> {
    Command {
        kind: "vm",
        collection: "vms",
        parameters,
        correlation_id: "",
        caller: None,
    }
}

/// Returns a VM to its automatic pool after it went down.
pub(crate) fn release_vm(world: &mut World, vm: &str) {
    let pool = world.target("vms", vm, "vm_pool");
    if pool.is_empty() || world.text("vmpools", &pool, "type") == Some("manual") {
        return;
    }
    let permissions: Vec<String> = world
        .store
        .list("permissions")
        .iter()
        .filter(|permission| refers_to(permission, "vm", vm))
        .map(|permission| permission.id().to_owned())
        .collect();
    for permission in permissions {
        world.store.remove("permissions", &permission);
    }
    world.after(1, move |world| prestart(world, &pool));
}

pub(crate) fn update(world: &mut World, id: &str, changes: &Node) -> Result<(), Fault> {
    let Some(mut pool) = world.store.get("vmpools", id).cloned() else {
        return Ok(());
    };
    let previous = number(&pool, "size");
    pool.merge(changes);
    if number(&pool, "size") < previous {
        return Err(Fault::cannot(
            "edit",
            TITLE,
            "The number of VMs of a pool can only grow; detach VMs to have fewer.",
        ));
    }
    check_sizes("edit", &pool)?;
    world.change("vmpools", id, |stored| *stored = pool);
    grow(world, id);
    Ok(())
}

/// Removes the VMs of a pool.
pub(crate) fn remove_vms(world: &mut World, id: &str) {
    for vm in vm_ids(world, id) {
        self::vm::discard(world, &vm);
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
    let all = vm_ids(world, id);
    let is_owned = |vm: &String| {
        let mut permissions = world.store.list("permissions").iter();
        permissions.any(|permission| {
            refers_to(permission, "vm", vm) && refers_to(permission, "user", &user)
        })
    };
    if all.iter().filter(|vm| is_owned(vm)).count() >= max {
        return Err(Fault::conflict(
            "User is already attached to maximum number of VMs from this VM-Pool.",
        ));
    }
    let find_free = |running: bool| {
        all.iter().find(|vm| {
            let status = world.text("vms", vm, "status").unwrap_or("down");
            let has_status = if running {
                is_running(status)
            } else {
                status == "down"
            };
            has_status && !is_allocated(world, vm)
        })
    };
    let vm = find_free(true).or_else(|| find_free(false)).cloned();
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
    let size = vm_ids(world, &pool).len();
    world.change("vmpools", &pool, |pool| {
        let prestarted = number(pool, "prestarted_vms").min(size);
        pool.set("size", size.to_string());
        pool.set("prestarted_vms", prestarted.to_string());
    });
    Ok(Vec::new())
}
