//! Life cycle of VMs: the actions allowed in each status, and the transitions they start.

use super::affinity::{self, Fit};
use super::{boot, device, pool, quota, snapshot, vm_update};
use crate::audit;
use crate::fault::Fault;
use crate::kind::{Command, display_name};
use crate::node::{Node, refers_to};
use crate::object::{HOSTS, NICS, ObjectRef, REPORTED_DEVICES, SESSIONS};
use crate::status::{
    DOWN, IMAGE_LOCKED, MIGRATING, PAUSED, POWERING_DOWN, POWERING_UP, RESTORING_STATE,
    SAVING_STATE, SPM, SUSPENDED, UP, WAIT_FOR_LAUNCH,
};
use crate::world::{World, now};

/// The verb of the action `logon`.
pub(super) const LOG_ON: &str = "log on";

/// Returns the fault for an action that the status of the VM forbids.
pub(crate) fn refusal(verb: &str, title: &str, status: &str) -> Fault {
    if verb == LOG_ON {
        // The engine gives no reason.
        return Fault::invalid("");
    }
    if status == IMAGE_LOCKED {
        return Fault::conflict(format!(
            "Cannot {verb} {title}: VM is locked. Please try again in a few minutes."
        ));
    }
    if status == SAVING_STATE {
        return Fault::cannot(verb, title, "VM is hibernating.");
    }
    let status = display_name(status);
    Fault::conflict(format!(
        "Cannot {verb} {title} because the VM is in {status} status."
    ))
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

/// Returns a one-time password for the consoles of a VM.
pub(super) fn issue_ticket(
    world: &mut World,
    _: &Command<'_>,
    _: &ObjectRef,
    document: &Node,
) -> Result<Vec<Node>, Fault> {
    Ok(vec![ticket(world, document)])
}

/// Opens a guest session of the user.
pub(super) fn log_on(
    world: &mut World,
    command: &Command<'_>,
    vm: &ObjectRef,
    _: &Node,
) -> Result<Vec<Node>, Fault> {
    let session = Node::new("session")
        .with_text("console_user", "true")
        .with(Node::reference(
            "user",
            command.user(world).unwrap_or_default(),
        ))
        .with(Node::reference("vm", vm.id()));
    world.store.add(&vm.below(SESSIONS), session);
    Ok(Vec::new())
}

/// Chooses the host with the fewest VMs that fits the VM's affinity groups best, among `candidates`
/// unless empty, except `excluded`.
fn choose_host(
    world: &World,
    vm: &ObjectRef,
    candidates: &[String],
    excluded: &str,
) -> Option<ObjectRef> {
    let cluster = vm.target(world, "cluster");
    let is_suitable = |host: &&Node| {
        host.get("status") == Some(UP)
            && host.child("cluster").is_some_and(|own| own.id() == cluster)
            && (candidates.is_empty() || candidates.iter().any(|candidate| candidate == host.id()))
            && host.id() != excluded
    };
    let load = |host: &Node| {
        let total = host.number("summary.total");
        // The storage pool manager has its own work.
        (total.unwrap_or(0_u64), host.get("spm.status") == Some(SPM))
    };
    let hosts = world.store.list(HOSTS).iter().filter(is_suitable);
    let fits = hosts.map(|host| (affinity::fit(world, vm, host.id()), host));
    let allowed = fits.filter(|(fit, _)| !matches!(fit, Fit::Forbidden { .. }));
    let (_, host) = allowed.min_by_key(|(fit, host)| (*fit, load(host)))?;
    Some(ObjectRef::host(host.id()))
}

/// Returns the fault if no host is suitable, with the reason for each host that is up.
fn no_host(world: &World, vm: &ObjectRef, verb: &str) -> Fault {
    let (cluster, current) = (vm.target(world, "cluster"), vm.target(world, "host"));
    let is_up =
        |host: &&Node| host.get("status") == Some(UP) && refers_to(host, "cluster", &cluster);
    let hosts = world.store.list(HOSTS).iter().filter(is_up);
    let reasons: Vec<String> = hosts
        .map(|host| {
            let name = host.get("name").unwrap_or_default();
            let (filter, why) = match affinity::fit(world, vm, host.id()) {
                _ if host.id() == current => ("Migration", "it currently hosts the VM."),
                Fit::Forbidden { filter, why } => (filter, why),
                _ => ("PinToHost", "the host is not present in the pinning list."),
            };
            format!("The host {name} did not satisfy internal filter {filter} because {why}.")
        })
        .collect();
    if reasons.is_empty() {
        let why = "There are no hosts to use. Check that the cluster contains at least one host in Up state.";
        return Fault::invalid(why);
    }
    let why =
        "There is no host that satisfies current scheduling constraints. See below for details:";
    Fault::cannot(verb, "VM", format!("{why}, {}", reasons.join(", ")))
}

/// Returns the hosts in a placement policy.
fn hosts_of(vm: &Node) -> Vec<String> {
    let policy = vm.child("placement_policy");
    let hosts = policy.and_then(|policy| policy.child(HOSTS));
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

pub(super) fn start(
    world: &mut World,
    command: &Command<'_>,
    vm: &ObjectRef,
    document: &Node,
) -> Result<Vec<Node>, Fault> {
    let status = vm.text(world, "status").unwrap_or(DOWN).to_owned();
    let status = status.as_str();
    let pause = document.get("pause") == Some("true");
    let run_once = document.child("vm").cloned();
    if status == PAUSED && !pause {
        vm.change(world, |vm| {
            vm.set("status", UP);
            vm.remove("status_detail");
        });
        return Ok(Vec::new());
    }
    if status != DOWN && (pause || run_once.is_some()) {
        return Err(refusal("run", "VM", status));
    }
    check_start(world, vm, run_once.as_ref())?;
    let candidates = candidates(world, vm, run_once.as_ref());
    let host = choose_host(world, vm, &candidates, "");
    let host = host.ok_or_else(|| no_host(world, vm, "run"))?;
    let stateless = run_once
        .as_ref()
        .and_then(|run_once| run_once.get("stateless"))
        .or_else(|| vm.text(world, "stateless"));
    if stateless == Some("true") && status == DOWN {
        snapshot::begin_stateless(world, vm);
    }
    let (first, next): (&str, &[&str]) = match status {
        SUSPENDED => (RESTORING_STATE, &[UP]),
        _ if pause => (WAIT_FOR_LAUNCH, &[PAUSED]),
        _ => (WAIT_FOR_LAUNCH, &[POWERING_UP, UP]),
    };
    begin_run(world, vm, first, run_once.is_some());
    run_on(world, vm, &host);
    vm.plan_statuses(world, "status", next);
    if !pause {
        let steps = u32::try_from(next.len()).unwrap_or(1);
        report_start_after(world, command, vm, steps, &host);
    }
    Ok(Vec::new())
}

/// Returns the hosts that a VM may start on: those for this run, else those it is pinned to. All
/// if there are none.
fn candidates(world: &World, vm: &ObjectRef, run_once: Option<&Node>) -> Vec<String> {
    let once = run_once.map_or_else(Vec::new, hosts_of);
    match vm.get(world) {
        Some(vm) if once.is_empty() && is_pinned(vm) => hosts_of(vm),
        _ => once,
    }
}

/// Records that a VM starts.
fn begin_run(world: &mut World, vm: &ObjectRef, status: &str, is_run_once: bool) {
    vm.change(world, |vm| {
        vm.set("status", status);
        vm.set("run_once", is_run_once.to_string());
        vm.set("start_time", now());
        vm.remove("stop_time");
        vm.remove("stop_reason");
    });
}

fn check_start(world: &World, vm: &ObjectRef, run_once: Option<&Node>) -> Result<(), Fault> {
    boot::check(world, vm, run_once)?;
    snapshot::check_unlocked(world, vm, "run", "VM")?;
    device::check_unlocked(world, vm, "run", "VM")?;
    quota::check_start(world, vm)
}

/// After some steps, if the VM is up, reports its guest and logs the start.
fn report_start_after(
    world: &mut World,
    command: &Command<'_>,
    vm: &ObjectRef,
    steps: u32,
    host: &ObjectRef,
) {
    let correlation_id = command.correlation_id.to_owned();
    let (vm, host) = (vm.clone(), host.clone());
    world.after(steps, move |world| {
        if !vm.has(world, "status", UP) {
            return;
        }
        report_guest(world, &vm);
        let text = format!("VM {} started on Host {}", vm.name(world), host.name(world));
        audit::event(world, 32, &text, &vm, &correlation_id);
    });
}

/// Sets what the guest agent of a running VM reports: host name, devices, IP addresses.
pub(crate) fn report_guest(world: &mut World, vm: &ObjectRef) {
    let name = vm.text(world, "initialization.host_name");
    let name = name.filter(|name| !name.is_empty());
    let name = name.map_or_else(|| vm.name(world), str::to_owned);
    let fqdn = if name.contains('.') {
        name
    } else {
        format!("{name}.example.com")
    };
    vm.change(world, |vm| vm.set("fqdn", fqdn));
    let nics = world.store.list(&vm.below(NICS)).to_vec();
    let path = vm.below(REPORTED_DEVICES);
    world.clear(&path);
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
            .with(Node::reference("vm", vm.id()));
        device.set("mac.address", mac);
        world.store.add(&path, device);
    }
}

/// Derives the IP address of a NIC from its MAC address. The last part is neither 0 nor 255, which
/// are the addresses of networks and of broadcasts.
fn ip_address(mac: &str) -> String {
    let byte = |part: &str| u32::from_str_radix(part, 16).unwrap_or_default();
    let last = mac.split(':').skip(3).map(byte);
    let number = last.fold(0_u32, |number, byte| (number << 8 | byte) & 0xff_ffff);
    let [_, _, high, low] = (number / 254).to_be_bytes();
    format!("10.{high}.{low}.{}", number % 254 + 1)
}

/// Consoles are not encrypted, so nobody needs the certificate of a host.
const CERTIFICATE: &str = "-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n";

/// Lets a VM run on a host, with its consoles there.
pub(crate) fn run_on(world: &mut World, vm: &ObjectRef, host: &ObjectRef) {
    let address = host.text(world, "address").unwrap_or_default();
    let certificate = Node::new("certificate")
        .with_text("content", CERTIFICATE)
        .with_text("organization", "oVirt")
        .with_text("subject", format!("O=oVirt,CN={address}"));
    vm.change(world, |vm| {
        vm.set("display.address", "127.0.0.1");
        vm.set("display.port", "5900");
        *vm.child_mut("display").child_mut("certificate") = certificate;
        vm.set_reference("host", host.id());
    });
    adjust_summary(world, host, "active", 1);
    adjust_summary(world, host, "total", 1);
}

/// Adjusts a number in the summary of a host.
fn adjust_summary(world: &mut World, host: &ObjectRef, member: &str, change: i64) {
    let path = format!("summary.{member}");
    host.change(world, |host| {
        let current: i64 = host.number(&path).unwrap_or(0);
        let new = (current + change).max(0);
        host.set(&path, new.to_string());
    });
}

/// Stops a VM at once.
pub(super) fn stop(
    world: &mut World,
    command: &Command<'_>,
    vm: &ObjectRef,
    document: &Node,
) -> Result<Vec<Node>, Fault> {
    if begin_stop(world, command, vm, document) {
        release_host(world, vm, DOWN);
        pool::release_vm(world, vm);
    }
    Ok(Vec::new())
}

/// Shuts a VM down over one step; stops it at once unless it is up.
pub(super) fn shut_down(
    world: &mut World,
    command: &Command<'_>,
    vm: &ObjectRef,
    document: &Node,
) -> Result<Vec<Node>, Fault> {
    if !vm.has(world, "status", UP) {
        return stop(world, command, vm, document);
    }
    begin_stop(world, command, vm, document);
    let text = format!("VM {} is down.", vm.name(world));
    vm.change(world, |vm| vm.set("status", POWERING_DOWN));
    release_host_after(world, command, vm, DOWN, 61, text);
    Ok(Vec::new())
}

/// Stores the reason of a stop. Returns whether there is something to stop.
fn begin_stop(world: &mut World, command: &Command<'_>, vm: &ObjectRef, document: &Node) -> bool {
    if vm.text(world, "status").unwrap_or(DOWN) == DOWN {
        let text = format!("VM {} is already down.", vm.name(world));
        audit::event(world, 254, &text, vm, command.correlation_id);
        return false;
    }
    let reason = document.get("reason").unwrap_or_default().to_owned();
    vm.change(world, |vm| vm.set("stop_reason", reason));
    true
}

pub(super) fn suspend(
    world: &mut World,
    command: &Command<'_>,
    vm: &ObjectRef,
    _: &Node,
) -> Result<Vec<Node>, Fault> {
    if vm.has(world, "stateless", "true") {
        return Err(Fault::conflict("Cannot suspend VM, VM is stateless."));
    }
    if !vm.target(world, "vm_pool").is_empty() {
        return Err(Fault::conflict(
            "Cannot suspend VM that belongs to a  VM-Pool.",
        ));
    }
    snapshot::check_unlocked(world, vm, "hibernate", "VM")?;
    device::check_unlocked(world, vm, "hibernate", "VM")?;
    let text = format!("VM {} was suspended.", vm.name(world));
    vm.change(world, |vm| vm.set("status", SAVING_STATE));
    release_host_after(world, command, vm, SUSPENDED, 503, text);
    Ok(Vec::new())
}

/// Releases the host after one step, unless a command has changed the status meanwhile.
fn release_host_after(
    world: &mut World,
    command: &Command<'_>,
    vm: &ObjectRef,
    status: &'static str,
    code: u32,
    text: String,
) {
    let expected = vm.text(world, "status").map(str::to_owned);
    let (vm, correlation_id) = (vm.clone(), command.correlation_id.to_owned());
    world.after(1, move |world| {
        if vm.text(world, "status") == expected.as_deref() {
            release_host(world, &vm, status);
            audit::event(world, code, &text, &vm, &correlation_id);
            if status == DOWN {
                pool::release_vm(world, &vm);
            }
        }
    });
}

/// Ends the run of a VM on its host, and sets the status afterwards.
pub(crate) fn release_host(world: &mut World, vm: &ObjectRef, status: &str) {
    let host = ObjectRef::host(vm.target(world, "host"));
    let was_migrating = vm.has(world, "status", MIGRATING);
    if !host.id().is_empty() {
        adjust_summary(world, &host, "active", -1);
        adjust_summary(world, &host, "total", -1);
        if was_migrating {
            adjust_summary(world, &host, "migrating", -1);
        }
    }
    vm.change(world, |vm| {
        remove_run_members(vm);
        vm.set("status", status);
        vm.set("stop_time", now());
    });
    for devices in [REPORTED_DEVICES, SESSIONS] {
        world.clear(&vm.below(devices));
    }
    if status == DOWN {
        vm.change(world, |vm| vm.set("run_once", "false"));
        vm_update::apply_next_run(world, vm);
        snapshot::end_stateless(world, vm);
    }
}

/// Removes the members that only running VMs have.
pub(crate) fn remove_run_members(vm: &mut Node) {
    for tag in ["host", "start_time", "stop_time", "status_detail", "fqdn"] {
        vm.remove(tag);
    }
    if vm.child("display").is_some() {
        let display = vm.child_mut("display");
        for tag in ["address", "port", "certificate"] {
            display.remove(tag);
        }
    }
    if vm
        .child("display")
        .is_some_and(|display| display.children.is_empty())
    {
        vm.remove("display");
    }
}

pub(super) fn migrate(
    world: &mut World,
    command: &Command<'_>,
    vm: &ObjectRef,
    document: &Node,
) -> Result<Vec<Node>, Fault> {
    match vm.text(world, "placement_policy.affinity") {
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
    if candidates
        .iter()
        .any(|host| !ObjectRef::host(host).exists(world))
    {
        return Err(Fault::invalid("Cannot migrate VM. Invalid Host Id."));
    }
    if candidates.contains(&vm.target(world, "host")) {
        return Err(Fault::cannot(
            "migrate",
            "VM",
            "source and destination is the same.",
        ));
    }
    start_migration(world, vm, &candidates, command.correlation_id)?;
    Ok(Vec::new())
}

/// Leaves a migrating VM on its host.
pub(super) fn cancel_migration(
    world: &mut World,
    _: &Command<'_>,
    vm: &ObjectRef,
    _: &Node,
) -> Result<Vec<Node>, Fault> {
    vm.change(world, |vm| vm.set("status", UP));
    let host = ObjectRef::host(vm.target(world, "host"));
    adjust_summary(world, &host, "migrating", -1);
    Ok(Vec::new())
}

pub(crate) fn start_migration(
    world: &mut World,
    vm: &ObjectRef,
    candidates: &[String],
    correlation_id: &str,
) -> Result<(), Fault> {
    let from = ObjectRef::host(vm.target(world, "host"));
    let to = choose_host(world, vm, candidates, from.id());
    let to = to.ok_or_else(|| no_host(world, vm, "migrate"))?;
    let final_status = match vm.text(world, "status") {
        Some(PAUSED) => PAUSED,
        _ => UP,
    };
    vm.change(world, |vm| vm.set("status", MIGRATING));
    adjust_summary(world, &from, "migrating", 1);
    let (vm, correlation_id) = (vm.clone(), correlation_id.to_owned());
    world.after(1, move |world| {
        // A cancelled migration leaves the VM on its host.
        let is_migrating =
            vm.has(world, "status", MIGRATING) && vm.target(world, "host") == from.id();
        if is_migrating {
            finish_migration(world, &vm, &from, &to, final_status, &correlation_id);
        }
    });
    Ok(())
}

/// Moves a VM to the target host; if that is no longer up, the migration fails.
fn finish_migration(
    world: &mut World,
    vm: &ObjectRef,
    from: &ObjectRef,
    to: &ObjectRef,
    status: &str,
    correlation_id: &str,
) {
    adjust_summary(world, from, "migrating", -1);
    let name = vm.name(world);
    if !to.has(world, "status", UP) {
        vm.change(world, |vm| vm.set("status", status));
        let text = format!("The migration of VM {name} failed.");
        audit::event(world, 65, &text, vm, correlation_id);
        return;
    }
    adjust_summary(world, from, "active", -1);
    adjust_summary(world, from, "total", -1);
    vm.change(world, |vm| vm.set("status", status));
    run_on(world, vm, to);
    let text = format!(
        "The migration of VM {name} to Host {} is done.",
        to.name(world)
    );
    audit::event(world, 63, &text, vm, correlation_id);
}
