//! External jobs, steps and events, which clients add and end.

use crate::audit;
use crate::fault::Fault;
use crate::node::Node;
use crate::world::{World, now};

/// Collection of removed events, which can be restored.
const REMOVED: &str = "removed_events";

pub(crate) fn check_add(object: &mut Node) {
    object.set("external", "true");
    object.set("status", "started");
    object.set("start_time", now());
    object.remove("end_time");
    if object.tag == "job" {
        object.set_default("auto_cleared", "true");
        object.set("last_updated", now());
    }
}

/// Appends a step to its job.
pub(crate) fn check_add_step(world: &World, collection: &str, step: &mut Node) {
    check_add(step);
    let job = collection.split('/').nth(1).unwrap_or_default();
    step.set("number", world.store.list(collection).len().to_string());
    step.set_reference("job", job);
}

pub(crate) fn act(
    world: &mut World,
    collection: &str,
    id: &str,
    action: &str,
    document: &Node,
) -> Result<Vec<Node>, Fault> {
    if world.text(collection, id, "external") != Some("true") {
        return Err(Fault::conflict(
            "The job or step is not an external one, and can't be ended by a user.",
        ));
    }
    let status = if document.get("succeeded") == Some("false") {
        "failed"
    } else {
        "finished"
    };
    match (action, collection) {
        ("clear", _) => world.change(collection, id, |job| job.set("auto_cleared", "true")),
        (_, "jobs") => audit::end_job(world, id, status),
        _ => world.change(collection, id, |step| audit::end(step, status)),
    }
    Ok(Vec::new())
}

pub(crate) fn check_add_event(world: &mut World, event: &mut Node) {
    let severity = event.get("severity").unwrap_or("normal");
    let code = match severity {
        "warning" => "9802",
        "error" => "9803",
        "alert" => "9804",
        _ => "9801",
    };
    let index = world.store.next_serial().to_string();
    event.set("code", code);
    event.set_default("flood_rate", "0");
    event.set("time", now());
    event.set("index", index.clone());
    event.attributes.clear();
    event.set_attribute("id", &index);
}

/// Keeps a removed event, so that it can be restored.
pub(crate) fn event_removed(world: &mut World, id: &str) {
    if let Some(event) = world.store.get("events", id).cloned() {
        world.store.add(REMOVED, event);
    }
}

/// Restores the removed events in their original order.
pub(crate) fn undelete(world: &mut World) -> Vec<Node> {
    if world.store.list(REMOVED).is_empty() {
        return Vec::new();
    }
    let mut events: Vec<Node> = world.store.list("events").to_vec();
    events.extend_from_slice(world.store.list(REMOVED));
    events.sort_by_key(|event| event.id().parse::<u64>().unwrap_or_default());
    for path in ["events", REMOVED] {
        for id in world.ids(path) {
            world.store.remove(path, &id);
        }
    }
    for event in events {
        world.store.add("events", event);
    }
    Vec::new()
}
