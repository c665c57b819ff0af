//! The state machine of VMs: which action is allowed in which state, and its
//! effects.

use crate::audit;
use crate::behaviour::{Command, device, pool, quota, snapshot, vm};
use crate::fault::Fault;
use crate::node::Node;
use crate::world::{World, now};

/// States in which a VM runs on a host.
const RUNNING: &[&str] = &[
    "up",
    "powering_up",
    "wait_for_launch",
    "powering_down",
    "reboot_in_progress",
    "paused",
    "migrating",
    "not_responding",
    "restoring_state",
    "saving_state",
];

/// Actions, their names in faults, and the states that allow them.
const ALLOWED: &[(&str, &str, &[&str])] = &[
    ("cancel_migration", "cancel migration", &["migrating"]),
    ("export", "export", &["down"]),
    ("freeze_filesystems", "freeze", &["up"]),
    ("logon", "log on", &["up"]),
    (
        "migrate",
        "migrate",
        &["up", "powering_up", "reboot_in_progress", "paused"],
    ),
    ("reboot", "restart", &["up", "powering_up"]),
    (
        "reset",
        "reset",
        &["up", "powering_up", "reboot_in_progress", "paused"],
    ),
    ("shutdown", "shutdown", STOPPABLE),
    ("start", "run", &["down", "suspended", "paused"]),
    ("stop", "stop", STOPPABLE),
    ("suspend", "hibernate", &["up"]),
    ("thaw_filesystems", "thaw", &["up"]),
    (
        "ticket",
        "set",
        &[
            "up",
            "powering_up",
            "wait_for_launch",
            "paused",
            "powering_down",
            "reboot_in_progress",
            "migrating",
        ],
    ),
];

const STOPPABLE: &[&str] = &[
    "down",
    "up",
    "powering_up",
    "wait_for_launch",
    "powering_down",
    "reboot_in_progress",
    "paused",
    "suspended",
    "migrating",
    "not_responding",
];

/// Whether a VM in this state runs on a host.
pub(crate) fn is_running(status: &str) -> bool {
    RUNNING.contains(&status)
}

/// The fault for an action in the wrong state.
pub(crate) fn refusal(verb: &str, what: &str, status: &str) -> Fault {
    if status == "image_locked" {
        return Fault::conflict(format!(
            "Cannot {verb} {what}: VM is locked. Please try again in a few minutes."
        ));
    }
    if verb == "run" && is_running(status) {
        return Fault::cannot(verb, what, "VM is running.");
    }
    let words = status.split('_').map(|word| {
        if matches!(word, "for" | "in") {
            return word.to_owned();
        }
        let (first, rest) = word.split_at_checked(1).unwrap_or((word, ""));
        first.to_uppercase() + rest
    });
    let called = words.collect::<Vec<_>>().join(" ");
    Fault::conflict(format!(
        "Cannot {verb} {what} because the VM is in {called} status."
    ))
}

pub(crate) fn act(
    world: &mut World,
    command: &Command<'_>,
    id: &str,
    action: &str,
    document: &Node,
) -> Result<Vec<Node>, Fault> {
    let status = world.text("vms", id, "status").unwrap_or("down").to_owned();
    let Some((_, verb, states)) = ALLOWED.iter().find(|(own, ..)| *own == action) else {
        return Err(Fault::unsimulated(format!("The action {action} of VMs")));
    };
    let what = if action == "ticket" {
        "Virtual Machine Ticket"
    } else {
        "VM"
    };
    if !states.contains(&status.as_str()) {
        return Err(refusal(verb, what, &status));
    }
    match action {
        "start" => start(world, command, id, &status, document)?,
        "stop" | "shutdown" => stop(world, command, id, action, document),
        "suspend" => suspend(world, command, id)?,
        "reboot" | "reset" => {
            world.change("vms", id, |vm| vm.set("status", "reboot_in_progress"));
            world.plan_statuses("vms", id, "status", &["up"]);
        }
        "migrate" => migrate(world, command, id, document)?,
        "cancel_migration" => {
            world.change("vms", id, |vm| vm.set("status", "up"));
            let host = world.target("vms", id, "host");
            count(world, &host, "migrating", -1);
        }
        "logon" => log_on(world, id),
        "ticket" => return Ok(vec![ticket(world, document)]),
        "export" => return Err(Fault::unsimulated("The export of a VM")),
        _ => {}
    }
    Ok(Vec::new())
}

/// Issues a console ticket.
pub(crate) fn ticket(world: &mut World, document: &Node) -> Node {
    let expiry = document.get("ticket.expiry").unwrap_or("7200").to_owned();
    let value = match document.get("ticket.value") {
        Some(value) if !value.is_empty() => value.to_owned(),
        _ => world
            .store
            .new_id()
            .replace('-', "")
            .chars()
            .take(12)
            .collect(),
    };
    Node::new("ticket")
        .with_text("value", value)
        .with_text("expiry", expiry)
}

/// Logs the user in to the guest.
fn log_on(world: &mut World, id: &str) {
    let user = world
        .store
        .list("users")
        .first()
        .cloned()
        .unwrap_or_default();
    let session = Node::new("session")
        .with_text("console_user", "true")
        .with(Node::reference("user", user.id()))
        .with(Node::reference("vm", id));
    world.store.add(&format!("vms/{id}/sessions"), session);
}

/// Chooses a host for a VM, the preferred one if given.
fn choose_host(world: &World, id: &str, wanted: &[String], not: &str) -> Option<String> {
    let cluster = world.target("vms", id, "cluster");
    let fits = |host: &&Node| {
        host.get("status") == Some("up")
            && host.child("cluster").is_some_and(|own| own.id() == cluster)
            && (wanted.is_empty() || wanted.iter().any(|wanted| wanted == host.id()))
            && host.id() != not
    };
    let load = |host: &&Node| {
        let total = host
            .get("summary.total")
            .and_then(|total| total.parse().ok());
        total.unwrap_or(0_u64)
    };
    let hosts = world.store.list("hosts").iter().filter(fits);
    hosts.min_by_key(load).map(|host| host.id().to_owned())
}

/// The hosts in a placement policy.
fn hosts_of(vm: &Node) -> Vec<String> {
    let policy = vm.child("placement_policy");
    let hosts = policy.and_then(|policy| policy.child("hosts"));
    hosts.map_or_else(Vec::new, |hosts| {
        hosts
            .children
            .iter()
            .map(|host| host.id().to_owned())
            .collect()
    })
}

fn is_pinned(vm: &Node) -> bool {
    vm.get("placement_policy.affinity") == Some("pinned")
}

fn start(
    world: &mut World,
    command: &Command<'_>,
    id: &str,
    status: &str,
    document: &Node,
) -> Result<(), Fault> {
    let pause = document.get("pause") == Some("true");
    let once = document.child("vm").cloned();
    if status == "paused" && !pause {
        world.change("vms", id, |vm| {
            vm.set("status", "up");
            vm.remove("status_detail");
        });
        return Ok(());
    }
    if status != "down" && (pause || once.is_some()) {
        return Err(refusal("run", "VM", status));
    }
    check_start(world, id)?;
    let mut wanted = once.as_ref().map_or_else(Vec::new, hosts_of);
    if let Some(vm) = world
        .store
        .get("vms", id)
        .filter(|vm| wanted.is_empty() && is_pinned(vm))
    {
        wanted = hosts_of(vm);
    }
    let host = choose_host(world, id, &wanted, "").ok_or_else(|| {
        Fault::cannot(
            "run",
            "VM",
            "There is no host that satisfies current scheduling constraints. \
             No host of the cluster that it may run on is up.",
        )
    })?;
    let stateless = once
        .as_ref()
        .and_then(|once| once.get("stateless"))
        .or_else(|| world.text("vms", id, "stateless"));
    if stateless == Some("true") && status == "down" {
        snapshot::begin_stateless(world, id);
    }
    let (first, then): (&str, &[&str]) = match status {
        "suspended" => ("restoring_state", &["up"]),
        _ if pause => ("wait_for_launch", &["paused"]),
        _ => ("wait_for_launch", &["powering_up", "up"]),
    };
    world.change("vms", id, |vm| {
        vm.set("status", first);
        vm.set("run_once", once.is_some().to_string());
        vm.set("start_time", now());
        vm.remove("stop_time");
        vm.remove("stop_reason");
        vm.set("display.address", "127.0.0.1");
        vm.set("display.port", "5900");
        vm.set_reference("host", &host);
    });
    set_console(world, id, true);
    count(world, &host, "active", 1);
    count(world, &host, "total", 1);
    world.plan_statuses("vms", id, "status", then);
    if !pause {
        let steps = u32::try_from(then.len()).unwrap_or(1);
        came_up_after(world, command, id, steps, &host);
    }
    Ok(())
}

fn check_start(world: &World, id: &str) -> Result<(), Fault> {
    device::check_unlocked(world, &format!("vms/{id}/diskattachments"), "run", "VM")?;
    snapshot::check_unlocked(world, id, "run", "VM")?;
    quota::check_start(world, id)
}

/// After some steps, the guest agent of a running VM reports.
fn came_up_after(world: &mut World, command: &Command<'_>, id: &str, steps: u32, host: &str) {
    let correlation_id = command.correlation_id.to_owned();
    let (id, host) = (id.to_owned(), host.to_owned());
    world.after(steps, move |world| {
        if world.text("vms", &id, "status") != Some("up") {
            return;
        }
        add_guest(world, &id);
        let text = format!(
            "VM {} started on Host {}.",
            world.name("vms", &id),
            world.name("hosts", &host)
        );
        audit::event(world, 32, &text, ("vm", &id), &correlation_id);
    });
}

/// The report of the guest agent: FQDN and addresses.
pub(crate) fn add_guest(world: &mut World, id: &str) {
    let name = world.text("vms", id, "initialization.host_name");
    let name = name.filter(|name| !name.is_empty());
    let name = name.map_or_else(|| world.name("vms", id), str::to_owned);
    let fqdn = if name.contains('.') {
        name
    } else {
        format!("{name}.example.com")
    };
    world.change("vms", id, |vm| vm.set("fqdn", fqdn));
    let nics = world.store.list(&format!("vms/{id}/nics")).to_vec();
    let path = format!("vms/{id}/reporteddevices");
    for device in world.ids(&path) {
        world.store.remove(&path, &device);
    }
    for (number, nic) in nics.iter().enumerate() {
        let Some(mac) = nic
            .get("mac.address")
            .filter(|_| nic.get("plugged") == Some("true"))
        else {
            continue;
        };
        let mut device = Node::new("reported_device")
            .with_text("name", format!("eth{number}"))
            .with_text("description", "guest reported data")
            .with_text("type", "network")
            .with(
                Node::new("ips").with(
                    Node::new("ip")
                        .with_text("address", address(mac))
                        .with_text("version", "v4"),
                ),
            )
            .with(Node::reference("vm", id));
        device.set("mac.address", mac);
        world.store.add(&path, device);
    }
}

/// The IP address of a NIC, derived from its MAC address.
fn address(mac: &str) -> String {
    let byte = |part: &str| u8::from_str_radix(part, 16).unwrap_or_default();
    let last: Vec<String> = mac
        .split(':')
        .skip(3)
        .map(|part| byte(part).to_string())
        .collect();
    format!("10.{}", last.join("."))
}

/// Sets the console address of a running VM.
fn set_console(world: &mut World, id: &str, on: bool) {
    let path = format!("vms/{id}/graphicsconsoles");
    for console in world.ids(&path) {
        world.change(&path, &console, |console| {
            if on {
                console.set("address", "127.0.0.1");
                console.set("port", "5900");
            } else {
                console.remove("address");
                console.remove("port");
            }
        });
    }
}

/// Adds to a counter in the summary of a host.
pub(crate) fn count(world: &mut World, host: &str, what: &str, change: i64) {
    let path = format!("summary.{what}");
    world.change("hosts", host, |host| {
        let now = host.get(&path).and_then(|text| text.parse::<i64>().ok());
        let new = (now.unwrap_or(0) + change).max(0);
        host.set(&path, new.to_string());
    });
}

fn stop(world: &mut World, command: &Command<'_>, id: &str, action: &str, document: &Node) {
    let status = world.text("vms", id, "status").unwrap_or("down").to_owned();
    let name = world.name("vms", id);
    if status == "down" {
        let text = format!("VM {name} is already down.");
        audit::event(world, 254, &text, ("vm", id), command.correlation_id);
        return;
    }
    if let Some(reason) = document.get("reason") {
        let reason = reason.to_owned();
        world.change("vms", id, |vm| vm.set("stop_reason", reason));
    }
    if action == "shutdown" && status == "up" {
        world.change("vms", id, |vm| vm.set("status", "powering_down"));
        leave_after(
            world,
            command,
            id,
            "down",
            61,
            format!("VM {name} is down."),
        );
    } else {
        leave(world, id, "down");
        pool::machine_down(world, id);
    }
}

fn suspend(world: &mut World, command: &Command<'_>, id: &str) -> Result<(), Fault> {
    if world.text("vms", id, "stateless") == Some("true") {
        return Err(Fault::conflict("Cannot suspend VM, VM is stateless."));
    }
    if !world.target("vms", id, "vm_pool").is_empty() {
        return Err(Fault::conflict(
            "Cannot suspend VM that belongs to a  VM-Pool.",
        ));
    }
    snapshot::check_unlocked(world, id, "hibernate", "VM")?;
    device::check_unlocked(
        world,
        &format!("vms/{id}/diskattachments"),
        "hibernate",
        "VM",
    )?;
    let text = format!("VM {} was suspended.", world.name("vms", id));
    world.change("vms", id, |vm| vm.set("status", "saving_state"));
    leave_after(world, command, id, "suspended", 503, text);
    Ok(())
}

/// Stops the VM after a step, unless another command intervened.
fn leave_after(
    world: &mut World,
    command: &Command<'_>,
    id: &str,
    status: &'static str,
    code: u32,
    text: String,
) {
    let before = world.text("vms", id, "status").map(str::to_owned);
    let (id, correlation_id) = (id.to_owned(), command.correlation_id.to_owned());
    world.after(1, move |world| {
        if world.text("vms", &id, "status") == before.as_deref() {
            leave(world, &id, status);
            audit::event(world, code, &text, ("vm", &id), &correlation_id);
            if status == "down" {
                pool::machine_down(world, &id);
            }
        }
    });
}

/// Stops the VM.
pub(crate) fn leave(world: &mut World, id: &str, status: &str) {
    let host = world.target("vms", id, "host");
    let was_migrating = world.text("vms", id, "status") == Some("migrating");
    if !host.is_empty() {
        count(world, &host, "active", -1);
        count(world, &host, "total", -1);
        if was_migrating {
            count(world, &host, "migrating", -1);
        }
    }
    world.change("vms", id, |vm| {
        strip_run(vm);
        vm.set("status", status);
        vm.set("stop_time", now());
    });
    set_console(world, id, false);
    for devices in ["reporteddevices", "sessions"] {
        let path = format!("vms/{id}/{devices}");
        for device in world.ids(&path) {
            world.store.remove(&path, &device);
        }
    }
    if status == "down" {
        world.change("vms", id, |vm| vm.set("run_once", "false"));
        vm::apply_next_run(world, id);
        snapshot::end_stateless(world, id);
    }
}

/// Removes the members that only a running VM has.
pub(crate) fn strip_run(vm: &mut Node) {
    for tag in ["host", "start_time", "stop_time", "status_detail", "fqdn"] {
        vm.remove(tag);
    }
    if vm.child("display").is_some() {
        vm.child_mut("display").remove("address");
        vm.child_mut("display").remove("port");
    }
    if vm
        .child("display")
        .is_some_and(|display| display.children.is_empty())
    {
        vm.remove("display");
    }
}

fn migrate(
    world: &mut World,
    command: &Command<'_>,
    id: &str,
    document: &Node,
) -> Result<(), Fault> {
    let vm = world.store.get("vms", id);
    let affinity = vm.and_then(|vm| vm.get("placement_policy.affinity"));
    match affinity {
        Some("pinned") => {
            return Err(Fault::cannot("migrate", "VM", "VM is pinned to Host."));
        }
        Some("user_migratable") if document.get("force") != Some("true") => {
            return Err(Fault::cannot(
                "migrate",
                "VM",
                "VM is non migratable and user did not specify the force-migration flag",
            ));
        }
        _ => {}
    }
    let wanted: Vec<String> = document
        .child("host")
        .map(|host| host.id().to_owned())
        .filter(|host| !host.is_empty())
        .into_iter()
        .collect();
    if wanted.contains(&world.target("vms", id, "host")) {
        return Err(Fault::cannot(
            "migrate",
            "VM",
            "source and destination is the same.",
        ));
    }
    move_away(world, id, &wanted, command.correlation_id)
}

/// Starts a migration to another host.
pub(crate) fn move_away(
    world: &mut World,
    id: &str,
    wanted: &[String],
    correlation_id: &str,
) -> Result<(), Fault> {
    let from = world.target("vms", id, "host");
    let to = choose_host(world, id, wanted, &from).ok_or_else(|| {
        Fault::cannot(
            "migrate",
            "VM",
            "There is no host that satisfies current scheduling constraints.",
        )
    })?;
    let back = match world.text("vms", id, "status") {
        Some("paused") => "paused",
        _ => "up",
    };
    world.change("vms", id, |vm| vm.set("status", "migrating"));
    count(world, &from, "migrating", 1);
    let (id, correlation_id) = (id.to_owned(), correlation_id.to_owned());
    world.after(1, move |world| {
        // A cancelled migration leaves the VM on its host.
        let goes_on = world.text("vms", &id, "status") == Some("migrating")
            && world.target("vms", &id, "host") == from;
        if goes_on {
            arrive(world, &id, &from, &to, back, &correlation_id);
        }
    });
    Ok(())
}

fn arrive(world: &mut World, id: &str, from: &str, to: &str, status: &str, correlation_id: &str) {
    count(world, from, "migrating", -1);
    let name = world.name("vms", id);
    if world.text("hosts", to, "status") != Some("up") {
        world.change("vms", id, |vm| vm.set("status", status));
        let text = format!("The migration of VM {name} failed.");
        audit::event(world, 65, &text, ("vm", id), correlation_id);
        return;
    }
    for (host, change) in [(from, -1), (to, 1)] {
        count(world, host, "active", change);
        count(world, host, "total", change);
    }
    world.change("vms", id, |vm| {
        vm.set("status", status);
        vm.set_reference("host", to);
    });
    let text = format!(
        "The migration of VM {name} to Host {} is done.",
        world.name("hosts", to)
    );
    audit::event(world, 63, &text, ("vm", id), correlation_id);
}
