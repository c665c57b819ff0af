//! Audit log: the events and the job, with its steps, that the engine records for each command.

use std::time::{Duration, Instant};

use crate::command::Command;
use crate::node::Node;
use crate::world::{World, now};

/// How long finished jobs stay readable.
const JOB_RETENTION: Duration = Duration::from_secs(600);
/// Maximum number of events and of jobs; the oldest are dropped first.
const MAX_ENTRIES: usize = 10_000;

/// Event codes by type and operation. Operations without an entry have the code 0.
const CODES: &[(&str, &str, u32)] = &[
    ("affinity_group", "add", 10350),
    ("backup", "add", 10790),
    ("backup", "finalize", 10794),
    ("bookmark", "add", 350),
    ("cdrom", "update", 38),
    ("cluster", "add", 809),
    ("cluster", "remove", 813),
    ("cluster", "update", 811),
    ("cpu_profile", "add", 10130),
    ("data_center", "add", 950),
    ("data_center", "remove", 954),
    ("data_center", "update", 952),
    ("disk", "add", 2021),
    ("disk", "copy", 2004),
    ("disk", "move", 2008),
    ("disk", "remove", 2014),
    ("disk", "update", 38),
    ("disk_attachment", "activate", 2000),
    ("disk_attachment", "add", 2016),
    ("disk_attachment", "deactivate", 2002),
    ("disk_attachment", "remove", 2018),
    ("host", "activate", 16),
    ("host", "add", 42),
    ("host", "deactivate", 600),
    ("host", "fence", 121),
    ("host", "force_select_spm", 159),
    ("host", "remove", 44),
    ("host", "update", 43),
    ("image_transfer", "add", 1031),
    ("image_transfer", "cancel", 1033),
    ("image_transfer", "finalize", 1032),
    ("image_transfer", "pause", 1073),
    ("image_transfer", "resume", 1074),
    ("mac_pool", "add", 10700),
    ("network", "add", 942),
    ("network", "remove", 944),
    ("network", "update", 946),
    ("nic", "activate", 1012),
    ("nic", "add", 932),
    ("nic", "deactivate", 1014),
    ("nic", "remove", 930),
    ("nic", "update", 934),
    ("permission", "add", 850),
    ("permission", "remove", 852),
    ("snapshot", "add", 45),
    ("snapshot", "remove", 342),
    ("snapshot", "restore", 100),
    ("storage_domain", "activate", 966),
    ("storage_domain", "add", 956),
    ("storage_domain", "assign", 962),
    ("storage_domain", "deactivate", 968),
    ("storage_domain", "remove", 960),
    ("storage_domain", "unassign", 964),
    ("tag", "add", 432),
    ("tag", "assign", 440),
    ("template", "add", 48),
    ("template", "remove", 251),
    ("template", "update", 49),
    ("user", "add", 149),
    ("user", "remove", 148),
    ("vm", "add", 34),
    ("vm", "clone", 34),
    ("vm", "commit_snapshot", 95),
    ("vm", "export", 1162),
    ("vm", "migrate", 62),
    ("vm", "preview_snapshot", 46),
    ("vm", "reboot", 157),
    ("vm", "remove", 113),
    ("vm", "reset", 221),
    ("vm", "shutdown", 73),
    ("vm", "start", 153),
    ("vm", "stop", 33),
    ("vm", "suspend", 501),
    ("vm", "ticket", 164),
    ("vm", "update", 35),
    ("vm_pool", "add", 302),
    ("vm_pool", "allocate_vm", 316),
    ("vm_pool", "remove", 304),
    ("vnic_profile", "add", 1122),
    ("vnic_profile", "remove", 1126),
    ("vnic_profile", "update", 1124),
];

fn code(kind: &str, operation: &str) -> u32 {
    CODES
        .iter()
        .find(|(own, done, _)| *own == kind && *done == operation)
        .map_or(0, |(.., code)| *code)
}

/// Logs the addition of an object.
pub(crate) fn added(world: &mut World, command: &Command<'_>, collection: &str, id: &str) {
    let text = format!("{} was added.", describe(world, command, collection, id));
    log(world, command, collection, id, "add", &text);
}

/// Logs the assignment of an object to another one.
pub(crate) fn assigned(world: &mut World, command: &Command<'_>, id: &str) {
    let home = world.schema.home(command.kind).unwrap_or_default();
    let object = describe(world, command, home, id);
    let (home, to) = (home.to_owned(), parent(world, command.collection));
    let text = format!("{object} was attached to {to}.");
    log(world, command, &home, id, "assign", &text);
}

/// Logs the update of an object.
pub(crate) fn updated(world: &mut World, command: &Command<'_>, collection: &str, id: &str) {
    let text = format!("{} was updated.", describe(world, command, collection, id));
    log(world, command, collection, id, "update", &text);
}

/// Logs the removal of an object; returns the identifier of the job.
pub(crate) fn removed(
    world: &mut World,
    command: &Command<'_>,
    collection: &str,
    id: &str,
) -> String {
    let home = world.schema.home(command.kind).unwrap_or(collection);
    if home != collection && world.store.get(home, id).is_some() && command.kind != "permission" {
        let home = home.to_owned();
        let object = describe(world, command, &home, id);
        let from = parent(world, command.collection);
        let text = format!("{object} was detached from {from}.");
        return log(world, command, &home, id, "unassign", &text);
    }
    let text = format!("{} was removed.", describe(world, command, collection, id));
    log(world, command, collection, id, "remove", &text)
}

/// Logs the start of an action; returns the identifier of the job.
pub(crate) fn acted(
    world: &mut World,
    command: &Command<'_>,
    collection: &str,
    id: &str,
    action: &str,
) -> String {
    let object = describe(world, command, collection, id);
    let text = format!("{} of {object} was begun.", action.replace('_', " "));
    log(world, command, collection, id, action, &text)
}

/// Returns the name of an object in events, such as `VM web1`.
fn describe(world: &World, command: &Command<'_>, collection: &str, id: &str) -> String {
    format!(
        "{} {}",
        display_name(command.kind),
        world.name(collection, id)
    )
}

/// Returns the name of the object that a collection belongs to.
fn parent(world: &World, collection: &str) -> String {
    let (above, _) = collection.rsplit_once('/').unwrap_or_default();
    let (home, id) = above.rsplit_once('/').unwrap_or_default();
    world.name(home, id)
}

/// Returns the name of a type in events.
fn display_name(kind: &str) -> String {
    match kind {
        "vm" | "nic" => kind.to_uppercase(),
        "vm_pool" => "VM Pool".to_owned(),
        "mac_pool" => "MAC Pool".to_owned(),
        "vnic_profile" => "vNIC Profile".to_owned(),
        "cdrom" => "CD".to_owned(),
        _ => {
            let words = kind.split('_').map(|word| {
                let (first, rest) = word.split_at_checked(1).unwrap_or((word, ""));
                first.to_uppercase() + rest
            });
            words.collect::<Vec<_>>().join(" ")
        }
    }
}

/// Logs an event and a job; returns the identifier of the job.
fn log(
    world: &mut World,
    command: &Command<'_>,
    collection: &str,
    id: &str,
    operation: &str,
    text: &str,
) -> String {
    let about = match ("vm", collection.split('/').nth(1)) {
        (home, Some(vm)) if collection.starts_with("vms/") => (home, vm),
        _ => (command.kind, id),
    };
    let code = code(command.kind, operation);
    event(world, code, text, about, command.correlation_id);
    job(world, command, text)
}

/// Adds an event with references to an object and its ancestors.
pub(crate) fn event(
    world: &mut World,
    code: u32,
    text: &str,
    (kind, id): (&str, &str),
    correlation_id: &str,
) {
    let index = world.store.next_serial().to_string();
    let mut event = Node::reference("event", &index)
        .with_text("description", text)
        .with_text("code", code.to_string())
        .with_text("correlation_id", correlation_id)
        .with_text("custom_id", "-1")
        .with_text("flood_rate", "30")
        .with_text("index", index.clone())
        .with_text("origin", "oVirt")
        .with_text("severity", severity(code))
        .with_text("time", now());
    for (tag, id, name) in related_objects(world, kind, id) {
        event
            .children
            .push(Node::reference(tag, &id).with_text("name", name));
    }
    world.store.add("events", event);
    limit(world, "events");
}

fn severity(code: u32) -> &'static str {
    match code {
        60 | 54 | 65 | 69 | 119 | 1034 | 10792 => "error",
        126 | 145 | 1025 | 121 => "warning",
        _ => "normal",
    }
}

/// Returns the objects that an event refers to: tag, identifier and name.
fn related_objects(world: &World, kind: &str, id: &str) -> Vec<(&'static str, String, String)> {
    // Each is a member of an earlier one: tag, collection and tags of the sources.
    const CHAIN: &[(&str, &str, &str)] = &[
        ("vm", "vms", ""),
        ("host", "hosts", "vm"),
        ("template", "templates", "vm"),
        ("cluster", "clusters", "vm host template vm_pool"),
        ("storage_domain", "storagedomains", "disk"),
        ("data_center", "datacenters", "cluster network"),
        ("user", "users", ""),
    ];
    let mut found: Vec<(&'static str, String, String)> = Vec::new();
    let mut known: Vec<(&str, String, String)> = Vec::new();
    if let Some(home) = world.schema.home(kind) {
        known.push((kind, home.to_owned(), id.to_owned()));
    }
    for (tag, home, sources) in CHAIN {
        let target = if kind == *tag {
            Some(id.to_owned())
        } else {
            known
                .iter()
                .filter(|(kind, ..)| sources.split(' ').any(|source| source == *kind))
                .map(|(_, home, id)| world.target(home, id, tag))
                .find(|id| !id.is_empty())
        };
        if let Some(target) = target.filter(|target| world.store.get(home, target).is_some()) {
            found.push((*tag, target.clone(), world.name(home, &target)));
            known.push((tag, (*home).to_owned(), target));
        }
    }
    found
}

/// Adds a job. It ends with the last change that the command has scheduled.
fn job(world: &mut World, command: &Command<'_>, text: &str) -> String {
    let time = now();
    let mut job = Node::new("job")
        .with_text("description", text)
        .with_text("auto_cleared", "true")
        .with_text("external", "false")
        .with_text("correlation_id", command.correlation_id)
        .with_text("last_updated", time.clone())
        .with_text("start_time", time.clone())
        .with_text("status", "started");
    if let Some(user) = command.user(world) {
        job.set_reference("owner", user);
    }
    let id = world.store.add("jobs", job);
    for (number, kind) in ["validating", "executing"].iter().enumerate() {
        let step = Node::new("step")
            .with_text("description", *kind)
            .with_text("external", "false")
            .with_text("number", number.to_string())
            .with_text("start_time", time.clone())
            .with_text("status", "started")
            .with_text("type", *kind)
            .with(Node::reference("job", &id));
        world.store.add(&format!("jobs/{id}/steps"), step);
    }
    match world.take_last_due() {
        Some(due) => {
            world.busy_until = Some(due);
            let left = due.saturating_duration_since(Instant::now());
            let id = id.clone();
            world.plan(left, move |world| end_job(world, &id, "finished"));
        }
        None => end_job(world, &id, "finished"),
    }
    world.take_last_due();
    limit(world, "jobs");
    id
}

/// Ends a running job and its steps.
pub(crate) fn end_job(world: &mut World, id: &str, status: &str) {
    if world.text("jobs", id, "status") != Some("started") {
        return;
    }
    let steps = format!("jobs/{id}/steps");
    for step in world.ids(&steps) {
        world.change(&steps, &step, |step| end(step, status));
    }
    world.change("jobs", id, |job| end(job, status));
    let id = id.to_owned();
    world.plan(JOB_RETENTION, move |world| {
        world.store.remove("jobs", &id);
    });
}

/// Ends a job or step if it is running.
pub(crate) fn end(object: &mut Node, status: &str) {
    if object.get("status") == Some("started") {
        object.set("status", status);
        object.set("end_time", now());
        if object.child("last_updated").is_some() {
            object.set("last_updated", now());
        }
    }
}

/// Drops the oldest object of a collection that exceeds the maximum.
fn limit(world: &mut World, collection: &str) {
    let objects = world.store.list(collection);
    if let (true, Some(first)) = (objects.len() > MAX_ENTRIES, objects.first()) {
        let id = first.id().to_owned();
        world.store.remove(collection, &id);
    }
}
