//! Maintenance of hosts: the evacuation of their VMs, and upgrades.

use std::time::Duration;

use super::host::{elect_spm, transition};
use super::power;
use crate::audit;
use crate::fault::Fault;
use crate::kind::{Command, Statuses};
use crate::node::{Node, refers_to};
use crate::object::{HOSTS, ObjectRef, VMS};
use crate::status::{
    DOWN, ERROR, INITIALIZING, INSTALL_FAILED, INSTALLING, MAINTENANCE, NON_OPERATIONAL,
    NON_RESPONSIVE, PAUSED, POWERING_UP, PREPARING_FOR_MAINTENANCE, REBOOT, REBOOT_IN_PROGRESS, UP,
};
use crate::world::World;

/// Minimum interval between checks whether a host has been evacuated.
const MIN_POLL_INTERVAL: Duration = Duration::from_millis(1);

/// Returns the VMs on a host.
pub(super) fn vms_on(world: &World, host: &ObjectRef) -> Vec<ObjectRef> {
    world.handles_with(VMS, |vm| refers_to(vm, "host", host.id()))
}

/// Moves a host to maintenance, after migrating its VMs away.
pub(super) fn deactivate(
    world: &mut World,
    command: &Command<'_>,
    host: &ObjectRef,
    _: &Node,
) -> Result<Vec<Node>, Fault> {
    match host.text(world, "status").unwrap_or_default() {
        MAINTENANCE | PREPARING_FOR_MAINTENANCE => {
            return Err(Fault::conflict(
                "Cannot switch Host to Maintenance mode. Host is already in Maintenance mode.",
            ));
        }
        UP | NON_OPERATIONAL | NON_RESPONSIVE | DOWN | INSTALL_FAILED | ERROR => {}
        _ => {
            return Err(Fault::conflict(
                "Cannot switch Host to Maintenance mode, Host is not operational.",
            ));
        }
    }
    let running = vms_on(world, host);
    if !running.is_empty() {
        check_can_evacuate(world, host, &running)?;
    }
    host.change(world, |host| host.set("status", PREPARING_FOR_MAINTENANCE));
    evacuate(world, host, command.correlation_id);
    let host = host.clone();
    let correlation_id = command.correlation_id.to_owned();
    world.after(1, move |world| {
        finish_maintenance(world, &host, &correlation_id)
    });
    Ok(Vec::new())
}

/// Fails if the VMs of a host cannot be migrated.
fn check_can_evacuate(world: &World, host: &ObjectRef, running: &[ObjectRef]) -> Result<(), Fault> {
    let name = host.name(world);
    let pinned: Vec<String> = running
        .iter()
        .filter(|vm| vm.has(world, "placement_policy.affinity", "pinned"))
        .map(|vm| vm.name(world))
        .collect();
    if !pinned.is_empty() {
        return Err(Fault::conflict(format!(
            "Cannot switch the following Hosts to Maintenance mode: {name}.\n\
             One or more running VMs are indicated as non-migratable. The non-migratable VMs are: {}.",
            pinned.join(", ")
        )));
    }
    let cluster = host.target(world, "cluster");
    let has_target = world.store.list(HOSTS).iter().any(|other| {
        other.id() != host.id()
            && other.get("status") == Some(UP)
            && refers_to(other, "cluster", &cluster)
    });
    if !has_target {
        return Err(Fault::conflict(format!(
            "The following Hosts have running VMs and cannot be switched to maintenance mode: {name}.\
             Please ensure that the following Clusters have at least one Host in UP state: {}.",
            ObjectRef::cluster(&cluster).name(world)
        )));
    }
    Ok(())
}

/// Starts migrating the VMs of a host whose status allows it.
fn evacuate(world: &mut World, host: &ObjectRef, correlation_id: &str) {
    for vm in vms_on(world, host) {
        let status = vm.text(world, "status").unwrap_or_default();
        if matches!(status, UP | POWERING_UP | PAUSED | REBOOT_IN_PROGRESS) {
            // Retried later if no host is available.
            let _ = power::start_migration(world, &vm, &[], correlation_id);
        }
    }
}

/// Completes maintenance once a host has no VMs; until then, polls.
fn finish_maintenance(world: &mut World, host: &ObjectRef, correlation_id: &str) {
    if !host.has(world, "status", PREPARING_FOR_MAINTENANCE) {
        return;
    }
    if vms_on(world, host).is_empty() {
        host.change(world, |host| host.set("status", MAINTENANCE));
        let text = format!(
            "Host {} was switched to Maintenance Mode.",
            host.name(world)
        );
        audit::event(world, 15, &text, host, correlation_id);
        elect_spm(world);
        return;
    }
    evacuate(world, host, correlation_id);
    let (host, correlation_id) = (host.clone(), correlation_id.to_owned());
    let interval = world.step.max(MIN_POLL_INTERVAL);
    world.plan(interval, move |world| {
        finish_maintenance(world, &host, &correlation_id)
    });
}

/// Looks for updates of a host. The events tell clients when it has ended.
pub(super) fn check_for_updates(
    world: &mut World,
    command: &Command<'_>,
    host: &ObjectRef,
    _: &Node,
) -> Result<Vec<Node>, Fault> {
    let name = host.name(world);
    let text = format!("Started to check for available updates on host {name}.",);
    audit::event(world, 884, &text, host, command.correlation_id);
    let (host, correlation_id) = (host.clone(), command.correlation_id.to_owned());
    world.after(1, move |world| {
        let found = match host.has(world, "update_available", "true") {
            true => "found updates for packages vdsm",
            false => "no updates available.",
        };
        let text = format!(
            "Check for available updates on host {name} was completed successfully with message '{found}'."
        );
        audit::event(world, 885, &text, &host, &correlation_id);
    });
    Ok(Vec::new())
}

/// Upgrades a host that is in maintenance, or moves it there before and activates it afterwards.
pub(super) fn upgrade(
    world: &mut World,
    command: &Command<'_>,
    host: &ObjectRef,
    document: &Node,
) -> Result<Vec<Node>, Fault> {
    if !host.has(world, "update_available", "true") {
        let why = "There are no available updates for the host.";
        return Err(Fault::cannot("upgrade", "Host", why));
    }
    if host.has(world, "status", MAINTENANCE) {
        install_updates(world, host, &[REBOOT, MAINTENANCE]);
        return Ok(Vec::new());
    }
    deactivate(world, command, host, document)?;
    let host = host.clone();
    world.after(2, move |world| upgrade_in_maintenance(world, &host));
    Ok(Vec::new())
}

/// Installs the updates of a host, and takes it through the statuses that follow.
fn install_updates(world: &mut World, host: &ObjectRef, then: Statuses) {
    transition(world, host, INSTALLING, then);
    host.change(world, |host| host.set("update_available", "false"));
}

/// Starts the upgrade once a host is in maintenance; until then, polls.
fn upgrade_in_maintenance(world: &mut World, host: &ObjectRef) {
    match host.text(world, "status") {
        Some(MAINTENANCE) => install_updates(world, host, &[REBOOT, INITIALIZING, UP]),
        Some(PREPARING_FOR_MAINTENANCE) => {
            let host = host.clone();
            let interval = world.step.max(MIN_POLL_INTERVAL);
            world.plan(interval, move |world| upgrade_in_maintenance(world, &host));
        }
        _ => {}
    }
}
