//! What the engine notes down of each command: an event and a job.

use crate::behaviour::Command;
use crate::node::Node;
use crate::world::{World, now};

/// An object was added.
pub(crate) fn added(world: &mut World, command: &Command<'_>, collection: &str, id: &str) {
    let code = match command.kind {
        "vm" => 34,
        "disk" => 2021,
        "host" => 42,
        "nic" => 932,
        "snapshot" => 45,
        "template" => 48,
        "data_center" => 950,
        "cluster" => 809,
        "network" => 942,
        "storage_domain" => 956,
        _ => 0,
    };
    let text = format!("{} was added.", describe(world, command, collection, id));
    record(world, command, code, "normal", &text, id);
}

/// An object was attached to another one.
pub(crate) fn assigned(world: &mut World, command: &Command<'_>, id: &str) {
    let text = format!(
        "{} {id} was attached to {}.",
        command.kind, command.collection
    );
    record(world, command, 0, "normal", &text, id);
}

/// An object was changed.
pub(crate) fn updated(world: &mut World, command: &Command<'_>, collection: &str, id: &str) {
    let code = if command.kind == "vm" { 35 } else { 0 };
    let text = format!("{} was updated.", describe(world, command, collection, id));
    record(world, command, code, "normal", &text, id);
}

/// An object is being removed; the identifier of the job.
pub(crate) fn removed(
    world: &mut World,
    command: &Command<'_>,
    collection: &str,
    id: &str,
) -> String {
    let code = match command.kind {
        "vm" => 113,
        "disk" => 2014,
        "host" => 44,
        _ => 0,
    };
    let text = format!("{} was removed.", describe(world, command, collection, id));
    record(world, command, code, "normal", &text, id)
}

/// An action was begun; the identifier of the job.
pub(crate) fn acted(
    world: &mut World,
    command: &Command<'_>,
    collection: &str,
    id: &str,
    action: &str,
) -> String {
    let code = match (command.kind, action) {
        ("vm", "start") => 153,
        ("vm", "stop") => 33,
        ("vm", "shutdown") => 73,
        ("vm", "suspend") => 501,
        ("vm", "reboot") => 157,
        ("vm", "migrate") => 62,
        ("host", "deactivate") => 600,
        ("host", "activate") => 16,
        _ => 0,
    };
    let text = format!(
        "{action} of {} was begun.",
        describe(world, command, collection, id)
    );
    record(world, command, code, "normal", &text, id)
}

/// How an event calls an object.
fn describe(world: &World, command: &Command<'_>, collection: &str, id: &str) -> String {
    let name = world.text(collection, id, "name").unwrap_or(id);
    format!("{} {name}", command.kind)
}

/// Notes an event and a job down; the identifier of the job.
fn record(
    world: &mut World,
    command: &Command<'_>,
    code: u32,
    severity: &str,
    text: &str,
    id: &str,
) -> String {
    let index = world.store.next_serial().to_string();
    let mut event = Node::reference("event", &index)
        .with_text("description", text)
        .with_text("code", code.to_string())
        .with_text("correlation_id", command.correlation_id)
        .with_text("custom_id", "-1")
        .with_text("flood_rate", "30")
        .with_text("index", index.clone())
        .with_text("origin", "oVirt")
        .with_text("severity", severity)
        .with_text("time", now());
    const REFERENCES: &[&str] = &[
        "vm",
        "host",
        "template",
        "cluster",
        "data_center",
        "storage_domain",
        "user",
    ];
    if REFERENCES.contains(&command.kind) && !id.is_empty() {
        event.set_reference(command.kind, id);
    }
    world.store.add("events", event);
    let time = now();
    let job = Node::new("job")
        .with_text("description", text)
        .with_text("auto_cleared", "true")
        .with_text("external", "false")
        .with_text("correlation_id", command.correlation_id)
        .with_text("end_time", time.clone())
        .with_text("last_updated", time.clone())
        .with_text("start_time", time)
        .with_text("status", "finished");
    world.store.add("jobs", job)
}
