//! Hosts: installation, maintenance, activation, power management.

use std::time::Duration;

use crate::audit;
use crate::behaviour::{host_network, power};
use crate::command::Command;
use crate::defaults;
use crate::fault::Fault;
use crate::node::{Node, refers_to};
use crate::world::World;

/// Minimum interval between checks whether a host has been evacuated.
const MIN_POLL_INTERVAL: Duration = Duration::from_millis(1);

pub(crate) fn check_add(world: &World, host: &mut Node) -> Result<(), Fault> {
    let address = host.get("address").unwrap_or_default().to_owned();
    let mut others = world.store.list("hosts").iter();
    if others.any(|other| other.get("address") == Some(&address)) {
        return Err(Fault::cannot(
            "add",
            "Host",
            "Host with the same address already exists.",
        ));
    }
    if host.child("cluster").is_none() {
        let cluster = world
            .find_by_name("clusters", "Default")
            .map(|cluster| cluster.id().to_owned());
        host.set_reference("cluster", &cluster.unwrap_or_default());
    }
    // Write-only: never part of a response.
    host.remove("root_password");
    for tag in ["status", "summary", "hosted_engine"] {
        host.remove(tag);
    }
    complete(host);
    Ok(())
}

/// Sets the members that a host reports.
pub(crate) fn complete(host: &mut Node) {
    let address = host.get("address").unwrap_or_default().to_owned();
    host.set_default("certificate.subject", format!("O=example.com,CN={address}"));
    host.set_default(
        "iscsi.initiator",
        format!("iqn.1994-05.com.redhat:{address}"),
    );
    host.set_default("ssh.fingerprint", format!("SHA256:{address}"));
    defaults::complete("host", host);
}

pub(crate) fn added(world: &mut World, command: &Command<'_>, collection: &str, id: &str) -> bool {
    let activate = command.parameters.flag("activate").unwrap_or(true);
    host_network::add_first_nic(world, id);
    install(world, collection, id, activate);
    false
}

/// Installs a host, then activates it if requested.
fn install(world: &mut World, collection: &str, id: &str, activate: bool) {
    let statuses: &[&str] = if activate {
        &["reboot", "initializing", "up"]
    } else {
        &["reboot", "maintenance"]
    };
    world.change(collection, id, |host| host.set("status", "installing"));
    world.plan_statuses(collection, id, "status", statuses);
    let steps = u32::try_from(statuses.len()).unwrap_or(1);
    world.after(steps, elect_spm);
}

/// Elects the storage pool manager (SPM) of each data center among its hosts that are up.
pub(crate) fn elect_spm(world: &mut World) {
    for center in world.ids("datacenters") {
        let is_in_center = |host: &&Node| {
            let cluster = host.child("cluster").map_or("", Node::id);
            world.target("clusters", cluster, "data_center") == center
        };
        let hosts: Vec<(String, bool, bool)> = world
            .store
            .list("hosts")
            .iter()
            .filter(is_in_center)
            .map(|host| {
                let is_up = host.get("status") == Some("up");
                let is_spm = host.get("spm.status") == Some("spm");
                (host.id().to_owned(), is_up, is_spm)
            })
            .collect();
        for (id, ..) in hosts.iter().filter(|(_, is_up, is_spm)| *is_spm && !is_up) {
            world.change("hosts", id, |host| host.set("spm.status", "none"));
        }
        if hosts.iter().any(|(_, is_up, is_spm)| *is_up && *is_spm) {
            continue;
        }
        if let Some((id, ..)) = hosts.iter().find(|(_, is_up, _)| *is_up) {
            world.change("hosts", id, |host| host.set("spm.status", "spm"));
        }
    }
}

pub(crate) fn update(
    world: &mut World,
    collection: &str,
    id: &str,
    changes: &Node,
) -> Result<(), Fault> {
    let status = world.text(collection, id, "status").unwrap_or_default();
    let cluster = changes.child("cluster").map_or("", Node::id);
    let changes_cluster = !cluster.is_empty() && cluster != world.target(collection, id, "cluster");
    let address = changes.get("address");
    let changes_address = address.is_some() && address != world.text(collection, id, "address");
    if (changes_cluster || changes_address) && !REMOVABLE.contains(&status) {
        return Err(Fault::cannot(
            "edit",
            "Host",
            "Host parameters cannot be modified while Host is operational.\nPlease switch Host to Maintenance mode first.",
        ));
    }
    let mut changes = changes.clone();
    for tag in ["status", "root_password", "summary"] {
        changes.remove(tag);
    }
    world.change(collection, id, |host| host.merge(&changes));
    Ok(())
}

/// Statuses in which a host can be removed.
const REMOVABLE: &[&str] = &[
    "maintenance",
    "install_failed",
    "down",
    "pending_approval",
    "non_operational",
];

pub(crate) fn check_remove(world: &World, collection: &str, id: &str) -> Result<(), Fault> {
    match world.text(collection, id, "status") {
        Some(status) if !REMOVABLE.contains(&status) => Err(Fault::cannot(
            "remove",
            "Host",
            "Host is operational. Please switch Host to Maintenance mode first.",
        )),
        _ => Ok(()),
    }
}

pub(crate) fn act(
    world: &mut World,
    command: &Command<'_>,
    id: &str,
    action: &str,
    document: &Node,
) -> Result<Vec<Node>, Fault> {
    let status = world
        .text("hosts", id, "status")
        .unwrap_or_default()
        .to_owned();
    let flag = |name: &str| {
        let value = document.get(name).map(|text| text == "true");
        value.or_else(|| command.parameters.flag(name))
    };
    match action {
        "deactivate" => deactivate(world, command, id, &status)?,
        "activate" => {
            if matches!(status.as_str(), "up" | "initializing" | "unassigned") {
                return Err(Fault::cannot("activate", "Host", "Host in Up status."));
            }
            if !matches!(
                status.as_str(),
                "maintenance"
                    | "non_operational"
                    | "non_responsive"
                    | "down"
                    | "install_failed"
                    | "error"
                    | "preparing_for_maintenance"
            ) {
                return Err(illegal_status("activate"));
            }
            transition(world, id, "unassigned", &["initializing", "up"]);
        }
        "approve" => {
            if !matches!(status.as_str(), "pending_approval" | "install_failed") {
                return Err(Fault::conflict(
                    "Cannot approve RHVH Host.\n-Host must be in \"Pending Approval\" or \"Install Failed\" status in order to be approved.",
                ));
            }
            install(world, "hosts", id, flag("activate").unwrap_or(true));
        }
        "install" => {
            if !matches!(status.as_str(), "maintenance" | "install_failed" | "down") {
                return Err(Fault::conflict(
                    "Cannot install Host. Please move Host to Maintenance mode first.",
                ));
            }
            install(world, "hosts", id, flag("activate").unwrap_or(false));
        }
        "upgrade" => upgrade(world, command, id, &status)?,
        "upgrade_check" | "refresh" => {
            if status != "up" && !(action == "upgrade_check" && status == "maintenance") {
                return Err(illegal_status(if action == "refresh" {
                    "refresh"
                } else {
                    "upgrade"
                }));
            }
        }
        "enroll_certificate" => {
            if status != "maintenance" {
                return Err(Fault::cannot(
                    "enroll certificate",
                    "Host",
                    "Please switch Host to Maintenance mode first.",
                ));
            }
            transition(world, id, "installing", &["maintenance"]);
        }
        "fence" => return fence(world, id, &status, document),
        "force_select_spm" => force_select_spm(world, id, &status)?,
        "commit_net_config" | "setup_networks" | "sync_all_networks" | "copy_host_networks" => {
            return host_network::act(world, id, action, document);
        }
        _ => return Err(Fault::unsimulated(format!("The action {action} of hosts"))),
    }
    Ok(Vec::new())
}

/// The fault for an action that the status of a host forbids.
fn illegal_status(verb: &str) -> Fault {
    Fault::cannot(
        verb,
        "Host",
        "Operation can be performed only when Host status is Up, Maintenance or Non operational.",
    )
}

/// Takes a host through statuses, then elects the SPM.
fn transition(world: &mut World, id: &str, first: &str, statuses: &'static [&'static str]) {
    world.change("hosts", id, |host| host.set("status", first));
    world.plan_statuses("hosts", id, "status", statuses);
    let steps = u32::try_from(statuses.len()).unwrap_or(1);
    world.after(steps, elect_spm);
}

/// Returns the ids of the VMs on a host.
fn vm_ids(world: &World, id: &str) -> Vec<String> {
    let all = world.store.list("vms").iter();
    all.filter(|vm| refers_to(vm, "host", id))
        .map(|vm| vm.id().to_owned())
        .collect()
}

/// Moves a host to maintenance, after migrating its VMs away.
fn deactivate(
    world: &mut World,
    command: &Command<'_>,
    id: &str,
    status: &str,
) -> Result<(), Fault> {
    match status {
        "maintenance" | "preparing_for_maintenance" => {
            return Err(Fault::conflict(
                "Cannot switch Host to Maintenance mode. Host is already in Maintenance mode.",
            ));
        }
        "up" | "non_operational" | "non_responsive" | "down" | "install_failed" | "error" => {}
        _ => {
            return Err(Fault::conflict(
                "Cannot switch Host to Maintenance mode, Host is not operational.",
            ));
        }
    }
    let running = vm_ids(world, id);
    let name = world.name("hosts", id);
    if !running.is_empty() {
        check_can_evacuate(world, id, &name, &running)?;
    }
    world.change("hosts", id, |host| {
        host.set("status", "preparing_for_maintenance")
    });
    evacuate(world, id, command.correlation_id);
    let id = id.to_owned();
    let correlation_id = command.correlation_id.to_owned();
    world.after(1, move |world| {
        finish_maintenance(world, &id, &correlation_id)
    });
    Ok(())
}

/// Fails if the VMs of a host cannot be migrated.
fn check_can_evacuate(
    world: &World,
    id: &str,
    name: &str,
    running: &[String],
) -> Result<(), Fault> {
    let pinned: Vec<String> = running
        .iter()
        .filter(|vm| world.text("vms", vm, "placement_policy.affinity") == Some("pinned"))
        .map(|vm| world.name("vms", vm))
        .collect();
    if !pinned.is_empty() {
        return Err(Fault::conflict(format!(
            "Cannot switch the following Hosts to Maintenance mode: {name}.\n\
             One or more running VMs are indicated as non-migratable. The non-migratable VMs are: {}.",
            pinned.join(", ")
        )));
    }
    let cluster = world.target("hosts", id, "cluster");
    let has_target = world.store.list("hosts").iter().any(|host| {
        host.id() != id && host.get("status") == Some("up") && refers_to(host, "cluster", &cluster)
    });
    if !has_target {
        return Err(Fault::conflict(format!(
            "The following Hosts have running VMs and cannot be switched to maintenance mode: {name}.\
             Please ensure that the following Clusters have at least one Host in UP state: {}.",
            world.name("clusters", &cluster)
        )));
    }
    Ok(())
}

/// Starts migrating the VMs of a host whose status allows it.
fn evacuate(world: &mut World, id: &str, correlation_id: &str) {
    for vm in vm_ids(world, id) {
        let status = world.text("vms", &vm, "status").unwrap_or_default();
        if matches!(
            status,
            "up" | "powering_up" | "paused" | "reboot_in_progress"
        ) {
            // Retried later if no host is available.
            let _ = power::start_migration(world, &vm, &[], correlation_id);
        }
    }
}

/// Completes maintenance once a host has no VMs; until then, polls.
fn finish_maintenance(world: &mut World, id: &str, correlation_id: &str) {
    if world.text("hosts", id, "status") != Some("preparing_for_maintenance") {
        return;
    }
    if vm_ids(world, id).is_empty() {
        world.change("hosts", id, |host| host.set("status", "maintenance"));
        let text = format!(
            "Host {} was switched to Maintenance Mode.",
            world.name("hosts", id)
        );
        audit::event(world, 15, &text, ("host", id), correlation_id);
        elect_spm(world);
        return;
    }
    evacuate(world, id, correlation_id);
    let (id, correlation_id) = (id.to_owned(), correlation_id.to_owned());
    let interval = world.step.max(MIN_POLL_INTERVAL);
    world.plan(interval, move |world| {
        finish_maintenance(world, &id, &correlation_id)
    });
}

fn upgrade(world: &mut World, command: &Command<'_>, id: &str, status: &str) -> Result<(), Fault> {
    match status {
        "maintenance" => transition(world, id, "installing", &["reboot", "maintenance"]),
        "up" | "non_operational" => {
            // Maintenance, then the upgrade, then up again.
            deactivate(world, command, id, status)?;
            let id = id.to_owned();
            world.after(2, move |world| upgrade_in_maintenance(world, &id));
        }
        _ => {
            return Err(Fault::cannot(
                "upgrade",
                "Host",
                "Valid Host statuses for upgrade are Up, Maintenance or Non-Operational.",
            ));
        }
    }
    Ok(())
}

/// Starts the upgrade once a host is in maintenance; until then, polls.
fn upgrade_in_maintenance(world: &mut World, id: &str) {
    match world.text("hosts", id, "status") {
        Some("maintenance") => {
            transition(world, id, "installing", &["reboot", "initializing", "up"])
        }
        Some("preparing_for_maintenance") => {
            let id = id.to_owned();
            let interval = world.step.max(MIN_POLL_INTERVAL);
            world.plan(interval, move |world| upgrade_in_maintenance(world, &id));
        }
        _ => {}
    }
}

/// Power management: switches the host, and stops its VMs.
fn fence(world: &mut World, id: &str, status: &str, document: &Node) -> Result<Vec<Node>, Fault> {
    let kind = document
        .get("fence_type")
        .unwrap_or_default()
        .to_ascii_lowercase();
    let is_manual = kind == "manual";
    let is_enabled = world.text("hosts", id, "power_management.enabled") == Some("true");
    if !is_manual && !is_enabled {
        return Err(Fault::conflict(
            "Cannot fence Host, Host fence is disabled.",
        ));
    }
    match kind.as_str() {
        "status" => {
            let on = if status == "down" { "off" } else { "on" };
            return Ok(vec![Node::new("power_management").with_text("status", on)]);
        }
        "start" if !matches!(status, "down" | "non_responsive" | "maintenance") => {
            return Err(Fault::conflict(
                "Cannot perform Start operation, Host has to be in one of the following statuses: Down ,Non Responsive or Maintenance.",
            ));
        }
        "stop" if status != "maintenance" => {
            return Err(Fault::conflict(
                "Cannot perform Stop operation, Host has to be in Maintenance mode in order to be stopped.",
            ));
        }
        "restart" | "start" | "stop" | "manual" => {}
        _ => {
            return Err(Fault::value(format!(
                "{kind} is not a member of FenceType. Possible values for FenceType are: manual, restart, start, status, stop"
            )));
        }
    }
    for vm in vm_ids(world, id) {
        power::release_host(world, &vm, "down");
    }
    match kind.as_str() {
        "stop" => transition(world, id, "down", &[]),
        "manual" => {}
        _ if document.get("maintenance_after_restart") == Some("true") => {
            transition(world, id, "reboot", &["maintenance"]);
        }
        _ => transition(world, id, "reboot", &["initializing", "up"]),
    }
    Ok(Vec::new())
}

fn force_select_spm(world: &mut World, id: &str, status: &str) -> Result<(), Fault> {
    let name = world.name("hosts", id);
    if status != "up" {
        let reason = format!("The Host {name} is not active.");
        return Err(Fault::cannot("force select", "SPM", reason));
    }
    if world.text("hosts", id, "spm.status") == Some("spm") {
        let reason = format!("The Host {name} is already SPM or contending.");
        return Err(Fault::cannot("force select", "SPM", reason));
    }
    let cluster = world.target("hosts", id, "cluster");
    let center = world.target("clusters", &cluster, "data_center");
    for other in world.ids("hosts") {
        let cluster = world.target("hosts", &other, "cluster");
        if world.target("clusters", &cluster, "data_center") == center {
            world.change("hosts", &other, |host| host.set("spm.status", "none"));
        }
    }
    world.change("hosts", id, |host| host.set("spm.status", "spm"));
    Ok(())
}
