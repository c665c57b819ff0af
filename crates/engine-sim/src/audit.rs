//! Audit log: the events and the job, with its steps, that the engine records for each command.
//! Facts about a single type are in its table; the names of types here are tags of events and
//! placeholders of their texts, which all types share.

use std::borrow::Cow;
use std::time::{Duration, Instant};

use crate::audit_messages;
use crate::directory;
use crate::kind::{Action, Command, Kind, display_name};
use crate::node::Node;
use crate::object::{
    CLUSTERS, DATA_CENTERS, DISKS, EVENTS, HOSTS, JOBS, NETWORKS, ObjectRef, STEPS,
    STORAGE_DOMAINS, TEMPLATES, USERS, VM_POOLS, VMS,
};
use crate::status::{FINISHED, STARTED};
use crate::world::{World, now};

/// How long finished jobs stay readable.
const JOB_RETENTION: Duration = Duration::from_secs(600);
/// Maximum number of events and of jobs; the oldest are dropped first.
const MAX_ENTRIES: usize = 10_000;

/// Logs the addition of an object, which may be made from a VM.
pub(crate) fn added(world: &mut World, command: &Command<'_>, object: &ObjectRef, vm: &str) {
    let add = &command.kind.add;
    // An event is not an event itself.
    if !add.logged {
        return;
    }
    let text = format!("{} was added.", describe(world, command, object));
    let code = (add.variant)(world, object).unwrap_or(add.event);
    let mut about = about(world, command, object);
    about.extend((add.about)(world, code, vm));
    log_about(world, command, object, about, code, &text);
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

/// Logs that a command begins to add another object, which the command does not address.
pub(crate) fn begun(
    world: &mut World,
    command: &Command<'_>,
    kind: &'static Kind,
    object: &ObjectRef,
    code: u32,
) {
    let command = Command {
        kind,
        type_name: kind.name,
        job: false,
        ..*command
    };
    log(world, &command, object, code, "");
    world.keep_last_due(world.busy_until);
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

/// Logs the event of a command, the one of its completion, and a job if the command has one;
/// returns the identifier of the job.
fn log(
    world: &mut World,
    command: &Command<'_>,
    object: &ObjectRef,
    code: u32,
    text: &str,
) -> Option<String> {
    let about = about(world, command, object);
    log_about(world, command, object, about, code, text)
}

fn log_about(
    world: &mut World,
    command: &Command<'_>,
    object: &ObjectRef,
    about: Vec<ObjectRef>,
    code: u32,
    text: &str,
) -> Option<String> {
    let cause = Cause {
        user: command.user(world).unwrap_or_default().to_owned(),
        correlation_id: command.correlation_id.to_owned(),
    };
    let message = |world: &World, code| {
        let vm = about.iter().find(|object| object.collection() == VMS);
        let value = |placeholder: &str| match vm {
            Some(vm) if placeholder == "vm" => vm.name(world),
            _ => placeholder_value(world, command, object, placeholder),
        };
        audit_messages::text(code, value)
    };
    let begun = message(world, code).unwrap_or_else(|| text.to_owned());
    let completed = audit_messages::completion(code);
    let completed = completed.and_then(|code| Some((code, message(world, code)?)));
    add_event(world, code, &begun, &about, &cause);
    world.busy_until = world.take_last_due();
    if let Some((code, text)) = completed {
        let left = world.busy_until.map_or(Duration::ZERO, |due| {
            due.saturating_duration_since(Instant::now())
        });
        world.plan(left, move |world| {
            add_event(world, code, &text, &about, &cause);
        });
    }
    let job = command.job.then(|| job(world, command, text));
    world.take_last_due();
    job
}

/// Who caused an event, and by which request.
#[derive(Default)]
struct Cause {
    /// Identifier of the user; empty if the engine itself caused it.
    user: String,
    correlation_id: String,
}

/// Returns the objects that the event of a command is about.
fn about(world: &World, command: &Command<'_>, object: &ObjectRef) -> Vec<ObjectRef> {
    let owner = object.owner(VMS);
    let mut about = vec![owner.unwrap_or_else(|| at_home(world, command, object.id()))];
    if !command.kind.twin.is_empty() {
        about.push(ObjectRef::new(command.kind.twin, object.id()));
    }
    about
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
        "center" => {
            let center = object.target(world, "data_center");
            ObjectRef::data_center(&center).name(world)
        }
        "domain" => {
            let domain = target_of(world, object, "storage_domain");
            ObjectRef::storage_domain(&domain).name(world)
        }
        "disk" => {
            let disk = ObjectRef::disk(object.id());
            disk.text(world, "alias").unwrap_or_default().to_owned()
        }
        "user" => {
            let user = command.user(world).unwrap_or_default();
            let name = ObjectRef::new(USERS, user).text(world, "user_name");
            name.unwrap_or(user).to_owned()
        }
        "host" => {
            let host = object.target(world, "host");
            let host = ObjectRef::host(&host).text(world, "name");
            host.unwrap_or("<UNKNOWN>").to_owned()
        }
        member => object.text(world, member).unwrap_or_default().to_owned(),
    }
}

/// Adds an event that refers to a top-level object, the objects above it and the user who sent the
/// request.
pub(crate) fn event(
    world: &mut World,
    code: u32,
    text: &str,
    about: &ObjectRef,
    correlation_id: &str,
) {
    let cause = Cause {
        user: user_of(world, correlation_id),
        correlation_id: correlation_id.to_owned(),
    };
    add_event(world, code, text, std::slice::from_ref(about), &cause);
}

/// How many of the latest events are searched for the user of a request.
const RECENT: usize = 200;

/// Returns the user of a request, from its earlier events; empty if there is none.
fn user_of(world: &World, correlation_id: &str) -> String {
    let recent = world.store.list(EVENTS).iter().rev().take(RECENT);
    let mut same = recent.filter(|event| {
        !correlation_id.is_empty() && event.get("correlation_id") == Some(correlation_id)
    });
    let user = same.find_map(|event| event.child("user"));
    user.map_or("", Node::id).to_owned()
}

/// Logs that the engine has started.
pub(crate) fn started(world: &mut World) {
    let text = "Affinity Rules Enforcement Manager started.";
    add_event(world, 10780, text, &[], &Cause::default());
}

/// Logs that a user has logged in or out. The session is redacted.
pub(crate) fn session(world: &mut World, login: &str, begins: bool) {
    let (code, verb, change) = match begins {
        true => (30, "connecting", "in"),
        false => (31, "connected", "out"),
    };
    let text = format!(
        "User {login}-authz {verb} from '127.0.0.1' using session 'SESSION' logged {change}."
    );
    let cause = Cause {
        user: directory::user_of(world, login),
        correlation_id: world.store.new_id(),
    };
    add_event(world, code, &text, &[], &cause);
}

/// Logs the use of a version of the API that engines have given up.
pub(crate) fn obsolete_version(world: &mut World) {
    let text = "Client from address \"127.0.0.1\" is using version 3 of the API, which has been \
                deprecated since version 4.0 of the engine, and will no longer be supported \
                starting with version 4.3. It is highly recommended to update the client to use a \
                supported version of the API and the SDKs, before upgrading to version 4.3 of the \
                engine.";
    let cause = Cause {
        correlation_id: world.store.new_id(),
        ..Cause::default()
    };
    add_event(world, 13000, text, &[], &cause);
}

fn add_event(world: &mut World, code: u32, text: &str, about: &[ObjectRef], cause: &Cause) {
    let index = world.store.next_serial().to_string();
    let mut event = Node::reference("event", &index)
        .with_text("description", text)
        .with_text("code", code.to_string())
        .with_text("custom_id", "-1")
        .with_text("flood_rate", "0")
        .with_text("index", index.clone())
        .with_text("origin", "oVirt")
        .with_text("severity", audit_messages::severity(code))
        .with_text("time", now());
    if !cause.correlation_id.is_empty() {
        event.set("correlation_id", cause.correlation_id.as_str());
    }
    for (tag, object) in related_objects(world, about) {
        let reference = Node::reference(tag, object.id()).with_text("name", object.name(world));
        event.children.push(reference);
    }
    if let Some(user) = ObjectRef::new(USERS, &cause.user).get(world) {
        let name = user.get("user_name").unwrap_or_default();
        let user = Node::reference("user", user.id()).with_text("name", name);
        event.children.push(user);
    } else if !cause.correlation_id.is_empty() {
        event
            .children
            .push(Node::new("user").with_text("name", "SYSTEM"));
    }
    world.store.add(EVENTS, event);
    limit(world, EVENTS);
}

/// Returns the objects that an event refers to, with the tags of the references.
fn related_objects(world: &World, about: &[ObjectRef]) -> Vec<(&'static str, ObjectRef)> {
    // Each is a member of an earlier one: tag, collection and collections of the earlier ones.
    const CHAIN: &[(&str, &str, &[&str])] = &[
        ("vm", VMS, &[]),
        ("host", HOSTS, &[VMS]),
        ("template", TEMPLATES, &[VMS, VM_POOLS]),
        ("cluster", CLUSTERS, &[VMS, HOSTS, TEMPLATES, VM_POOLS]),
        ("storage_domain", STORAGE_DOMAINS, &[DISKS]),
        (
            "data_center",
            DATA_CENTERS,
            &[CLUSTERS, NETWORKS, STORAGE_DOMAINS],
        ),
    ];
    let mut found = Vec::new();
    let mut known = about.to_vec();
    for (tag, home, sources) in CHAIN {
        let own = about.iter().find(|object| object.collection() == *home);
        let target = own.cloned().or_else(|| {
            let mut sources = known
                .iter()
                .filter(|object| sources.contains(&object.collection()));
            sources.find_map(|source| {
                let id = target_of(world, source, tag);
                (!id.is_empty()).then(|| ObjectRef::new(*home, id))
            })
        });
        if let Some(target) = target.filter(|target| target.exists(world)) {
            found.push((*tag, target.clone()));
            known.push(target);
        }
    }
    found
}

/// Returns the identifier that a member refers to, or the first one of a list.
fn target_of(world: &World, object: &ObjectRef, tag: &str) -> String {
    let target = object.target(world, tag);
    if !target.is_empty() {
        return target;
    }
    let object = object.get(world);
    let list = object.and_then(|object| object.child(&format!("{tag}s")));
    let first = list.and_then(|list| list.children.first());
    first.map_or("", Node::id).to_owned()
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
        .with_text("status", STARTED);
    if let Some(user) = command.user(world) {
        job.set_reference("owner", user);
    }
    let job = world.store.add(JOBS, job);
    for (number, kind) in ["validating", "executing"].iter().enumerate() {
        let step = Node::new("step")
            .with_text("description", *kind)
            .with_text("external", "false")
            .with_text("number", number.to_string())
            .with_text("start_time", time.clone())
            .with_text("status", STARTED)
            .with_text("type", *kind)
            .with(Node::reference("job", job.id()));
        world.store.add(&job.below(STEPS), step);
    }
    match world.busy_until {
        Some(due) => {
            let left = due.saturating_duration_since(Instant::now());
            let job = job.clone();
            world.plan(left, move |world| end_job(world, &job, FINISHED));
        }
        None => end_job(world, &job, FINISHED),
    }
    limit(world, JOBS);
    job.id().to_owned()
}

/// Ends a running job and its steps.
pub(crate) fn end_job(world: &mut World, job: &ObjectRef, status: &str) {
    if !job.has(world, "status", STARTED) {
        return;
    }
    for step in world.handles(&job.below(STEPS)) {
        step.change(world, |step| end(step, status));
    }
    job.change(world, |job| end(job, status));
    let job = job.clone();
    world.plan(JOB_RETENTION, move |world| {
        job.remove(world);
    });
}

/// Ends a job or step if it is running.
pub(crate) fn end(object: &mut Node, status: &str) {
    if object.get("status") == Some(STARTED) {
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
        ObjectRef::new(collection, &id).remove(world);
    }
}
