//! Life cycle of VMs: the actions allowed in each status, and the transitions they start.

use crate::audit;
use crate::behaviour::{boot, device, pool, quota, snapshot, vm};
use crate::command::Command;
use crate::fault::Fault;
use crate::node::Node;
use crate::status::is_running;
use crate::world::{World, now};

/// Actions: name, verb in faults, allowed statuses.
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

/// Returns the fault for an action that the status of the VM forbids.
pub(crate) fn refusal(verb: &str, title: &str, status: &str) -> Fault {
    if status == "image_locked" {
        return Fault::conflict(format!(
            "Cannot {verb} {title}: VM is locked. Please try again in a few minutes."
        ));
    }
    if verb == "run" && is_running(status) {
        return Fault::cannot(verb, title, "VM is running.");
    }
    let words = status.split('_').map(|word| {
        if matches!(word, "for" | "in") {
            return word.to_owned();
        }
        let (first, rest) = word.split_at_checked(1).unwrap_or((word, ""));
        first.to_uppercase() + rest
    });
    let display_name = words.collect::<Vec<_>>().join(" ");
    Fault::conflict(format!(
        "Cannot {verb} {title} because the VM is in {display_name} status."
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
    let Some((_, verb, states)) = ALLOWED.iter().find(|(name, ..)| *name == action) else {
        return Err(Fault::unsimulated(format!("The action {action} of VMs")));
    };
    let title = if action == "ticket" {
        "Virtual Machine Ticket"
    } else {
        "VM"
    };
    if !states.contains(&status.as_str()) {
        return Err(refusal(verb, title, &status));
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
            adjust_summary(world, &host, "migrating", -1);
        }
        "logon" => log_on(world, id),
        "ticket" => return Ok(vec![ticket(world, document)]),
        "export" => return Err(Fault::unsimulated("Exporting a VM")),
        _ => {}
    }
    Ok(Vec::new())
}

/// Returns a one-time password for the consoles.
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

/// Opens a guest session of the user.
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

/// Chooses the host with the fewest VMs, among `candidates` unless empty, except `excluded`.
fn choose_host(world: &World, id: &str, candidates: &[String], excluded: &str) -> Option<String> {
    let cluster = world.target("vms", id, "cluster");
    let is_suitable = |host: &&Node| {
        host.get("status") == Some("up")
            && host.child("cluster").is_some_and(|own| own.id() == cluster)
            && (candidates.is_empty() || candidates.iter().any(|candidate| candidate == host.id()))
            && host.id() != excluded
    };
    let load = |host: &&Node| {
        let total = host
            .get("summary.total")
            .and_then(|total| total.parse().ok());
        total.unwrap_or(0_u64)
    };
    let hosts = world.store.list("hosts").iter().filter(is_suitable);
    hosts.min_by_key(load).map(|host| host.id().to_owned())
}

/// Returns the hosts in a placement policy.
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
    let run_once = document.child("vm").cloned();
    if status == "paused" && !pause {
        world.change("vms", id, |vm| {
            vm.set("status", "up");
            vm.remove("status_detail");
        });
        return Ok(());
    }
    if status != "down" && (pause || run_once.is_some()) {
        return Err(refusal("run", "VM", status));
    }
    check_start(world, id, run_once.as_ref())?;
    let mut candidates = run_once.as_ref().map_or_else(Vec::new, hosts_of);
    if let Some(vm) = world
        .store
        .get("vms", id)
        .filter(|vm| candidates.is_empty() && is_pinned(vm))
    {
        candidates = hosts_of(vm);
    }
    let host = choose_host(world, id, &candidates, "").ok_or_else(|| {
        Fault::cannot(
            "run",
            "VM",
            "There is no host that satisfies current scheduling constraints. \
             No suitable host of the cluster is up.",
        )
    })?;
    let stateless = run_once
        .as_ref()
        .and_then(|run_once| run_once.get("stateless"))
        .or_else(|| world.text("vms", id, "stateless"));
    if stateless == Some("true") && status == "down" {
        snapshot::begin_stateless(world, id);
    }
    let (first, next): (&str, &[&str]) = match status {
        "suspended" => ("restoring_state", &["up"]),
        _ if pause => ("wait_for_launch", &["paused"]),
        _ => ("wait_for_launch", &["powering_up", "up"]),
    };
    world.change("vms", id, |vm| {
        vm.set("status", first);
        vm.set("run_once", run_once.is_some().to_string());
        vm.set("start_time", now());
        vm.remove("stop_time");
        vm.remove("stop_reason");
        vm.set("display.address", "127.0.0.1");
        vm.set("display.port", "5900");
        vm.set_reference("host", &host);
    });
    set_console_address(world, id, true);
    adjust_summary(world, &host, "active", 1);
    adjust_summary(world, &host, "total", 1);
    world.plan_statuses("vms", id, "status", next);
    if !pause {
        let steps = u32::try_from(next.len()).unwrap_or(1);
        report_start_after(world, command, id, steps, &host);
    }
    Ok(())
}

fn check_start(world: &World, id: &str, run_once: Option<&Node>) -> Result<(), Fault> {
    boot::check(world, id, run_once)?;
    device::check_unlocked(world, &format!("vms/{id}/diskattachments"), "run", "VM")?;
    snapshot::check_unlocked(world, id, "run", "VM")?;
    quota::check_start(world, id)
}

/// After some steps, if the VM is up, reports its guest and logs the start.
fn report_start_after(world: &mut World, command: &Command<'_>, id: &str, steps: u32, host: &str) {
    let correlation_id = command.correlation_id.to_owned();
    let (id, host) = (id.to_owned(), host.to_owned());
    world.after(steps, move |world| {
        if world.text("vms", &id, "status") != Some("up") {
            return;
        }
        report_guest(world, &id);
        let text = format!(
            "VM {} started on Host {}.",
            world.name("vms", &id),
            world.name("hosts", &host)
        );
        audit::event(world, 32, &text, ("vm", &id), &correlation_id);
    });
}

/// Sets what the guest agent of a running VM reports: host name, devices, IP addresses.
pub(crate) fn report_guest(world: &mut World, id: &str) {
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
                        .with_text("address", ip_address(mac))
                        .with_text("version", "v4"),
                ),
            )
            .with(Node::reference("vm", id));
        device.set("mac.address", mac);
        world.store.add(&path, device);
    }
}

/// Derives the IP address of a NIC from its MAC address.
fn ip_address(mac: &str) -> String {
    let byte = |part: &str| u8::from_str_radix(part, 16).unwrap_or_default();
    let last: Vec<String> = mac
        .split(':')
        .skip(3)
        .map(|part| byte(part).to_string())
        .collect();
    format!("10.{}", last.join("."))
}

/// Sets or removes the address of the consoles, which only running VMs have.
fn set_console_address(world: &mut World, id: &str, is_running: bool) {
    let path = format!("vms/{id}/graphicsconsoles");
    for console in world.ids(&path) {
        world.change(&path, &console, |console| {
            if is_running {
                console.set("address", "127.0.0.1");
                console.set("port", "5900");
            } else {
                console.remove("address");
                console.remove("port");
            }
        });
    }
}

/// Adjusts a number in the summary of a host.
pub(crate) fn adjust_summary(world: &mut World, host: &str, member: &str, change: i64) {
    let path = format!("summary.{member}");
    world.change("hosts", host, |host| {
        let current = host.get(&path).and_then(|text| text.parse::<i64>().ok());
        let new = (current.unwrap_or(0) + change).max(0);
        host.set(&path, new.to_string());
    });
}

/// Stops a VM at once, or shuts it down over one step.
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
        release_host_after(
            world,
            command,
            id,
            "down",
            61,
            format!("VM {name} is down."),
        );
    } else {
        release_host(world, id, "down");
        pool::release_vm(world, id);
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
    let attachments = format!("vms/{id}/diskattachments");
    device::check_unlocked(world, &attachments, "hibernate", "VM")?;
    let text = format!("VM {} was suspended.", world.name("vms", id));
    world.change("vms", id, |vm| vm.set("status", "saving_state"));
    release_host_after(world, command, id, "suspended", 503, text);
    Ok(())
}

/// Releases the host after one step, unless a command has changed the status meanwhile.
fn release_host_after(
    world: &mut World,
    command: &Command<'_>,
    id: &str,
    status: &'static str,
    code: u32,
    text: String,
) {
    let expected = world.text("vms", id, "status").map(str::to_owned);
    let (id, correlation_id) = (id.to_owned(), command.correlation_id.to_owned());
    world.after(1, move |world| {
        if world.text("vms", &id, "status") == expected.as_deref() {
            release_host(world, &id, status);
            audit::event(world, code, &text, ("vm", &id), &correlation_id);
            if status == "down" {
                pool::release_vm(world, &id);
            }
        }
    });
}

/// Ends the run of a VM on its host, and sets the status afterwards.
pub(crate) fn release_host(world: &mut World, id: &str, status: &str) {
    let host = world.target("vms", id, "host");
    let was_migrating = world.text("vms", id, "status") == Some("migrating");
    if !host.is_empty() {
        adjust_summary(world, &host, "active", -1);
        adjust_summary(world, &host, "total", -1);
        if was_migrating {
            adjust_summary(world, &host, "migrating", -1);
        }
    }
    world.change("vms", id, |vm| {
        remove_run_members(vm);
        vm.set("status", status);
        vm.set("stop_time", now());
    });
    set_console_address(world, id, false);
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

/// Removes the members that only running VMs have.
pub(crate) fn remove_run_members(vm: &mut Node) {
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
    let candidates: Vec<String> = document
        .child("host")
        .map(|host| host.id().to_owned())
        .filter(|host| !host.is_empty())
        .into_iter()
        .collect();
    if candidates.contains(&world.target("vms", id, "host")) {
        return Err(Fault::cannot(
            "migrate",
            "VM",
            "source and destination is the same.",
        ));
    }
    start_migration(world, id, &candidates, command.correlation_id)
}

pub(crate) fn start_migration(
    world: &mut World,
    id: &str,
    candidates: &[String],
    correlation_id: &str,
) -> Result<(), Fault> {
    let from = world.target("vms", id, "host");
    let to = choose_host(world, id, candidates, &from).ok_or_else(|| {
        Fault::cannot(
            "migrate",
            "VM",
            "There is no host that satisfies current scheduling constraints.",
        )
    })?;
    let final_status = match world.text("vms", id, "status") {
        Some("paused") => "paused",
        _ => "up",
    };
    world.change("vms", id, |vm| vm.set("status", "migrating"));
    adjust_summary(world, &from, "migrating", 1);
    let (id, correlation_id) = (id.to_owned(), correlation_id.to_owned());
    world.after(1, move |world| {
        // A cancelled migration leaves the VM on its host.
        let is_migrating = world.text("vms", &id, "status") == Some("migrating")
            && world.target("vms", &id, "host") == from;
        if is_migrating {
            finish_migration(world, &id, &from, &to, final_status, &correlation_id);
        }
    });
    Ok(())
}

/// Moves a VM to the target host; if that is no longer up, the migration fails.
fn finish_migration(
    world: &mut World,
    id: &str,
    from: &str,
    to: &str,
    status: &str,
    correlation_id: &str,
) {
    adjust_summary(world, from, "migrating", -1);
    let name = world.name("vms", id);
    if world.text("hosts", to, "status") != Some("up") {
        world.change("vms", id, |vm| vm.set("status", status));
        let text = format!("The migration of VM {name} failed.");
        audit::event(world, 65, &text, ("vm", id), correlation_id);
        return;
    }
    for (host, change) in [(from, -1), (to, 1)] {
        adjust_summary(world, host, "active", change);
        adjust_summary(world, host, "total", change);
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
