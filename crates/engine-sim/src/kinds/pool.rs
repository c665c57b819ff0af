//! VM pools: size, prestarted VMs, and allocation of VMs to users.

use std::borrow::Cow;

use super::{power, vm};
use crate::audit;
use crate::defaults::{self, COSTLY};
use crate::dependencies;
use crate::fault::Fault;
use crate::kind::{Add, Command, KEPT, Kind, Remove, UniqueName, Update, Visible, act};
use crate::message::Parameters;
use crate::name_rule::vm_name;
use crate::node::{Node, refers_to};
use crate::object::{ObjectRef, PERMISSIONS, ROLES, VM_POOLS, VMS, ZERO_ID};
use crate::present;
use crate::status::{DOWN, IMAGE_LOCKED, is_running};
use crate::world::{API, World};

const TITLE: &str = "VM-Pool";

pub(super) static VM_POOL: Kind = Kind {
    name: "vm_pool",
    // A row of question marks stands for the number of a VM.
    name_rule: Some(vm_name!("VM-Pool", "_-.?")),
    present_texts: &["description"],
    title: TITLE,
    event_title: "VM Pool",
    job: true,
    visible: Visible::Permitted,
    parents: &["cluster"],
    verbatim: &["vm"],
    show: |world, _, pool| show(world, pool),
    costly: &["vm.template"],
    complete_costly: |_, pool| complete_vm(pool),
    unique_name: UniqueName::Yes,
    defaults: &[&[
        ("auto_storage_select", "false"),
        ("max_user_vms", "1"),
        ("prestarted_vms", "0"),
        ("size", "1"),
        ("stateful", "false"),
        ("type", "automatic"),
        ("use_latest_template_version", "false"),
    ]],
    add: Add {
        verb: "create",
        event: 302,
        check: check_add,
        done: |world, command, pool| grow(world, command, pool),
        permit: "create_vm_pool",
        ..KEPT.add
    },
    update: Update {
        apply: update,
        permit: "edit_vm_pool_configuration",
        ..KEPT.update
    },
    remove: Remove {
        event: 304,
        done: |world, _, pool| remove_vms(world, pool),
        permit: "delete_vm_pool",
        ..KEPT.remove
    },
    actions: &[act("allocate_vm", "allocate and run", &[], allocate)
        .event(316)
        .permit("vm_pool_basic_operations")],
    ..KEPT
};

/// Members that the VM in a pool lacks.
const OMITTED: &[&str] = &[
    "cluster",
    "cpu_profile",
    "initialization",
    "original_template",
    "quota",
    "small_icon",
    "vm_pool",
];

/// Shows a pool with its first VM.
fn show<'n>(world: &World, mut pool: Cow<'n, Node>) -> Cow<'n, Node> {
    let mut all = world.store.list(VMS).iter();
    let Some(first) = all.find(|vm| refers_to(vm, "vm_pool", pool.id())) else {
        return pool;
    };
    let mut first = present::vm(world, Cow::Borrowed(first)).into_owned();
    for tag in OMITTED.iter().chain(vm::VM.costly) {
        first.remove(tag);
    }
    for text in vm::VM.present_texts {
        first.set_default(text, "");
    }
    let href = format!("{API}/{VMS}/{}", first.id());
    first.set_attribute("href", &href);
    // A loaded VM has addresses, and a loaded pool the VM of its recording.
    for child in &mut first.children {
        child.attributes.retain(|(name, _)| name != "href");
    }
    pool.to_mut().remove("vm");
    pool.to_mut().children.push(first);
    pool
}

/// Adds the members of all content to the VM in a pool.
fn complete_vm(pool: &mut Node) {
    if pool.child("vm").is_some() {
        defaults::apply(&[COSTLY], pool.child_mut("vm"));
    }
}

fn number(node: &Node, tag: &str) -> usize {
    node.number(tag).unwrap_or(0)
}

fn check_add(_: &mut World, _: &Command<'_>, pool: &mut Node) -> Result<(), Fault> {
    if pool
        .child("template")
        .is_none_or(|template| template.id() == ZERO_ID)
    {
        return Err(Fault::conflict(
            "VM-Pool must be based on  non-blank Template.",
        ));
    }
    VM_POOL.complete(pool);
    if number(pool, "size") == 0 {
        return Err(Fault::invalid("Cannot create Pool with 0 VMs"));
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

/// Returns the VMs of a pool.
fn vms_of(world: &World, pool: &ObjectRef) -> Vec<ObjectRef> {
    let all = world.store.list(VMS).iter();
    all.filter(|vm| refers_to(vm, "vm_pool", pool.id()))
        .map(|vm| ObjectRef::vm(vm.id()))
        .collect()
}

/// Adds the missing VMs of a pool, then prestarts some.
fn grow(world: &mut World, command: &Command<'_>, object: &ObjectRef) {
    let Some(pool) = object.get(world).cloned() else {
        return;
    };
    let name = pool.get("name").unwrap_or_default();
    let mut missing = number(&pool, "size").saturating_sub(vms_of(world, object).len());
    let mut next = 1;
    while missing > 0 {
        let vm_name = self::vm_name(name, next);
        next += 1;
        if world.find_by_name(VMS, &vm_name).is_some() {
            continue;
        }
        add_vm(world, command, &pool, vm_name);
        missing -= 1;
    }
    let pool = object.clone();
    world.after(2, move |world| prestart(world, &pool));
}

fn add_vm(world: &mut World, by: &Command<'_>, pool: &Node, name: String) {
    let mut vm = Node::new("vm").with_text("name", name);
    for tag in ["cluster", "template", "instance_type"] {
        vm.children.extend(pool.child(tag).cloned());
    }
    let parameters = Parameters::default();
    let command = internal_command(&parameters);
    // Not expected to fail: the pool has been validated.
    if vm::check_add(world, &command, &mut vm).is_err() {
        return;
    }
    vm.set_reference("vm_pool", pool.id());
    let is_stateless = pool.get("stateful") != Some("true");
    vm.set("stateless", is_stateless.to_string());
    let vm = world.store.add(VMS, vm);
    vm::added(world, &command, &vm);
    audit::begun(world, by, &vm::VM, &vm, 37);
}

/// Whether a VM of a pool is allocated to a user.
fn is_allocated(world: &World, vm: &ObjectRef) -> bool {
    let mut permissions = world.store.list(PERMISSIONS).iter();
    permissions.any(|permission| refers_to(permission, "vm", vm.id()))
}

/// Starts free VMs until the configured number of them is running.
fn prestart(world: &mut World, object: &ObjectRef) {
    let Some(pool) = object.get(world) else {
        return;
    };
    let target = number(pool, "prestarted_vms");
    let mut free = vms_of(world, object);
    free.retain(|vm| !is_allocated(world, vm));
    let runs = |vm: &&ObjectRef| vm.text(world, "status").is_some_and(is_running);
    let missing = target.saturating_sub(free.iter().filter(runs).count());
    free.retain(|vm| vm.has(world, "status", DOWN));
    for vm in free.into_iter().take(missing) {
        start(world, &vm);
    }
}

/// Starts a VM, if a host is available.
fn start(world: &mut World, vm: &ObjectRef) {
    let (parameters, action) = (Parameters::default(), Node::new("action"));
    // Ignored: without a host, the VM stays down.
    let _ = power::start(world, &internal_command(&parameters), vm, &action);
}

/// A command on VMs that the engine itself issues.
fn internal_command(parameters: &Parameters) -> Command<'_> {
    Command {
        kind: &vm::VM,
        type_name: "vm",
        collection: VMS,
        stored_in: VMS,
        parameters,
        correlation_id: "",
        job: false,
        caller: None,
    }
}

/// Returns a VM to its automatic pool after it went down.
pub(crate) fn release_vm(world: &mut World, vm: &ObjectRef) {
    let pool = ObjectRef::new(VM_POOLS, vm.target(world, "vm_pool"));
    if !pool.exists(world) || pool.has(world, "type", "manual") {
        return;
    }
    let permissions: Vec<String> = world
        .store
        .list(PERMISSIONS)
        .iter()
        .filter(|permission| refers_to(permission, "vm", vm.id()))
        .map(|permission| permission.id().to_owned())
        .collect();
    for permission in permissions {
        ObjectRef::new(PERMISSIONS, &permission).remove(world);
    }
    world.after(1, move |world| prestart(world, &pool));
}

fn update(
    world: &mut World,
    command: &Command<'_>,
    object: &ObjectRef,
    changes: &Node,
) -> Result<(), Fault> {
    let Some(mut pool) = object.get(world).cloned() else {
        return Ok(());
    };
    let locked = vms_of(world, object).into_iter().rev();
    let mut locked = locked.filter(|vm| vm.has(world, "status", IMAGE_LOCKED));
    if let Some(vm) = locked.next() {
        let name = vm.name(world);
        let why = format!("This VM Pool is currently in use to create VM {name}.");
        return Err(Fault::cannot("edit", TITLE, why));
    }
    let previous = number(&pool, "size");
    pool.merge(changes);
    if number(&pool, "size") < previous {
        // VMs leave a pool by being detached.
        return Err(Fault::validation_failure());
    }
    check_sizes("edit", &pool)?;
    object.change(world, |stored| *stored = pool);
    grow(world, command, object);
    Ok(())
}

/// Removes the VMs of a pool, in any status.
fn remove_vms(world: &mut World, pool: &ObjectRef) {
    for vm in vms_of(world, pool) {
        power::release_host(world, &vm, DOWN);
        vm::remove_disks(world, &vm);
        dependencies::remove(world, &vm);
        world.macs = None;
    }
}

/// Returns a VM that is not allocated, a running one if possible.
fn free_vm<'v>(world: &World, vms: &'v [ObjectRef]) -> Option<&'v ObjectRef> {
    let find_free = |running: bool| {
        vms.iter().find(|vm| {
            let status = vm.text(world, "status").unwrap_or(DOWN);
            let has_status = if running {
                is_running(status)
            } else {
                status == DOWN
            };
            has_status && !is_allocated(world, vm)
        })
    };
    find_free(true).or_else(|| find_free(false))
}

/// Allocates a VM to the user, a running one if possible.
fn allocate(
    world: &mut World,
    command: &Command<'_>,
    pool: &ObjectRef,
    _: &Node,
) -> Result<Vec<Node>, Fault> {
    let user = command.user(world).unwrap_or_default().to_owned();
    let max = pool
        .get(world)
        .map_or(0, |pool| number(pool, "max_user_vms"));
    let all = vms_of(world, pool);
    let is_owned = |vm: &&ObjectRef| {
        let mut permissions = world.store.list(PERMISSIONS).iter();
        permissions.any(|permission| {
            refers_to(permission, "vm", vm.id()) && refers_to(permission, "user", &user)
        })
    };
    if all.iter().filter(is_owned).count() >= max {
        return Err(Fault::conflict(
            "User is already attached to maximum number of VMs from this VM-Pool.",
        ));
    }
    let Some(vm) = free_vm(world, &all) else {
        return Err(Fault::cannot(
            "allocate and run",
            "VM from VM-Pool",
            "There are no available VMs in the VM-Pool.",
        ));
    };
    let role = world
        .find_by_name(ROLES, "UserRole")
        .map(|role| role.id().to_owned());
    let permission = Node::new("permission")
        .with(Node::reference("role", &role.unwrap_or_default()))
        .with(Node::reference("user", &user))
        .with(Node::reference("vm", vm.id()));
    world.store.add(PERMISSIONS, permission);
    if vm.has(world, "status", DOWN) {
        start(world, vm);
    }
    let pool = pool.clone();
    world.after(1, move |world| prestart(world, &pool));
    Ok(vec![Node::reference("vm", vm.id())])
}

/// Detaches a VM from its pool.
pub(super) fn detach(
    world: &mut World,
    _: &Command<'_>,
    vm: &ObjectRef,
    _: &Node,
) -> Result<Vec<Node>, Fault> {
    let pool = ObjectRef::new(VM_POOLS, vm.target(world, "vm_pool"));
    if pool.id().is_empty() {
        return Err(Fault::forbidden());
    }
    if !vm.has(world, "status", DOWN) {
        return Err(Fault::conflict(
            "Cannot detach VM from VM-Pool. VM is running.",
        ));
    }
    vm.change(world, |vm| {
        vm.remove("vm_pool");
        vm.set("stateless", "false");
    });
    let size = vms_of(world, &pool).len();
    pool.change(world, |pool| {
        let prestarted = number(pool, "prestarted_vms").min(size);
        pool.set("size", size.to_string());
        pool.set("prestarted_vms", prestarted.to_string());
    });
    Ok(Vec::new())
}
