//! Audit log: the events and the job, with its steps, that the engine records for each command.

use std::borrow::Cow;
use std::time::{Duration, Instant};

use crate::audit_messages;
use crate::kind::{Action, Command, display_name};
use crate::node::Node;
use crate::object::{HOSTS, ObjectRef, USERS, VMS};
use crate::world::{World, now};

/// How long finished jobs stay readable.
const JOB_RETENTION: Duration = Duration::from_secs(600);
/// Maximum number of events and of jobs; the oldest are dropped first.
const MAX_ENTRIES: usize = 10_000;

/// Logs the addition of an object.
pub(crate) fn added(world: &mut World, command: &Command<'_>, object: &ObjectRef) {
    let text = format!("{} was added.", describe(world, command, object));
    log(world, command, object, command.kind.add.event, &text);
}

/// Logs the assignment of an object to another one.
pub(crate) fn assigned(world: &mut World, command: &Command<'_>, id: &str) {
    let object = at_home(world, command, id);
    let to = command.owner().name(world);
    let text = format!(
        "{} was attached to {to}.",
        describe(world, command, &object)
    );
    log(world, command, &object, command.kind.assign.event, &text);
}

/// Logs the reversal of an assignment; returns the identifier of the job.
pub(crate) fn unassigned(
    world: &mut World,
    command: &Command<'_>,
    assigned: &ObjectRef,
) -> Option<String> {
    let object = at_home(world, command, assigned.id());
    let from = command.owner().name(world);
    let text = format!(
        "{} was detached from {from}.",
        describe(world, command, &object)
    );
    log(
        world,
        command,
        &object,
        command.kind.assign.undo_event,
        &text,
    )
}

/// Returns the object in the collection at the top level.
fn at_home(world: &World, command: &Command<'_>, id: &str) -> ObjectRef {
    let home = world.schema.home(command.type_name);
    ObjectRef::new(home.unwrap_or_default(), id)
}

/// Logs the update of an object.
pub(crate) fn updated(world: &mut World, command: &Command<'_>, object: &ObjectRef) {
    let text = format!("{} was updated.", describe(world, command, object));
    log(world, command, object, command.kind.update.event, &text);
}

/// Logs the removal of an object; returns the identifier of the job.
pub(crate) fn removed(
    world: &mut World,
    command: &Command<'_>,
    object: &ObjectRef,
) -> Option<String> {
    let text = format!("{} was removed.", describe(world, command, object));
    log(world, command, object, command.kind.remove.event, &text)
}

/// Logs the start of an action; returns the identifier of the job.
pub(crate) fn acted(
    world: &mut World,
    command: &Command<'_>,
    action: &Action,
    object: &ObjectRef,
) -> Option<String> {
    let name = action.name.replace('_', " ");
    let text = format!("{name} of {} was begun.", describe(world, command, object));
    let command = Command {
        job: command.job && action.job,
        ..*command
    };
    log(world, &command, object, action.event, &text)
}

/// Returns the name of an object in events, such as `VM web1`.
fn describe(world: &World, command: &Command<'_>, object: &ObjectRef) -> String {
    let title = match command.kind.event_title {
        "" => Cow::Owned(display_name(command.type_name)),
        title => Cow::Borrowed(title),
    };
    format!("{title} {}", object.name(world))
}

/// Logs an event, and a job if the command has one; returns the identifier of the job.
fn log(
    world: &mut World,
    command: &Command<'_>,
    object: &ObjectRef,
    code: u32,
    text: &str,
) -> Option<String> {
    let value = |placeholder: &str| placeholder_value(world, command, object, placeholder);
    let message = audit_messages::text(code, value);
    let message = message.as_deref().unwrap_or(text);
    let vm = object.owner(VMS);
    let about = match &vm {
        Some(vm) => ("vm", vm.id()),
        None => (command.type_name, object.id()),
    };
    event(world, code, message, about, command.correlation_id);
    world.busy_until = world.take_last_due();
    let job = command.job.then(|| job(world, command, text));
    world.take_last_due();
    job
}

/// Returns what a placeholder in the text of an event stands for.
fn placeholder_value(
    world: &World,
    command: &Command<'_>,
    object: &ObjectRef,
    placeholder: &str,
) -> String {
    match placeholder {
        "name" => object.name(world),
        "owner" => command.owner().name(world),
        "user" => {
            let user = command.user(world).unwrap_or_default();
            let name = world.text(USERS, user, "user_name");
            name.unwrap_or(user).to_owned()
        }
        "host" => {
            let host = object.target(world, "host");
            let host = world.text(HOSTS, &host, "name");
            host.unwrap_or("<UNKNOWN>").to_owned()
        }
        member => object.text(world, member).unwrap_or_default().to_owned(),
    }
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
        .with_text("flood_rate", "0")
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
    match world.busy_until {
        Some(due) => {
            let left = due.saturating_duration_since(Instant::now());
            let id = id.clone();
            world.plan(left, move |world| end_job(world, &id, "finished"));
        }
        None => end_job(world, &id, "finished"),
    }
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
