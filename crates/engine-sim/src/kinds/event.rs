//! Events that clients add, remove and restore. Those of the engine come from `audit`.

use crate::fault::Fault;
use crate::kind::{Add, Command, KEPT, Kind, Remove, act};
use crate::node::Node;
use crate::object::{EVENTS, ObjectRef, REMOVED_EVENTS};
use crate::world::{World, now};

pub(super) static EVENT: Kind = Kind {
    name: "event",
    is_paged: true,
    absent: |_, id| match id.parse::<i64>() {
        Ok(_) => Fault::NotFound,
        Err(_) => Fault::failed(format!("For input string: \"{id}\"")),
    },
    unlisted: |world, id| ObjectRef::new(REMOVED_EVENTS, id).get(world).cloned(),
    keeps_id: true,
    add: Add {
        logged: false,
        check: check_add,
        permit: "inject_external_events",
        ..KEPT.add
    },
    remove: Remove {
        check: keep,
        permit: "audit_log_management",
        ..KEPT.remove
    },
    actions: &[act("undelete", "undelete", &[], undelete)
        .permit("audit_log_management")
        .without_job()],
    ..KEPT
};

fn check_add(world: &mut World, _: &Command<'_>, event: &mut Node) -> Result<(), Fault> {
    check_origin(world, event)?;
    let severity = event.get("severity").unwrap_or("normal");
    let code = match severity {
        "warning" => "9802",
        "error" => "9803",
        "alert" => "9804",
        _ => "9801",
    };
    let index = world.store.next_serial().to_string();
    event.set("code", code);
    event.set_default("flood_rate", "30");
    event.set("time", now());
    event.set("index", index.clone());
    event.attributes.clear();
    event.set_attribute("id", &index);
    Ok(())
}

/// Fails if an event has the origin of the engine's own, or the number of another one.
fn check_origin(world: &World, event: &Node) -> Result<(), Fault> {
    let origin = event.get("origin").unwrap_or_default();
    if origin.eq_ignore_ascii_case("oVirt") {
        return Err(Fault::invalid(
            "Cannot add External Event. Illegal Origin for External Event : oVirt",
        ));
    }
    let is_same = |other: &Node| {
        other.get("custom_id") == event.get("custom_id") && other.get("origin") == Some(origin)
    };
    match world.store.list(EVENTS).iter().any(is_same) {
        true => Err(Fault::invalid(
            // So it is in the engine.
            "=Cannot add External Event. External Event with this custom id already exists.",
        )),
        false => Ok(()),
    }
}

/// Keeps an event that is about to be removed, so that it can be restored.
fn keep(world: &mut World, _: &Command<'_>, event: &ObjectRef) -> Result<(), Fault> {
    if let Some(event) = event.get(world).cloned() {
        world.store.add(REMOVED_EVENTS, event);
    }
    Ok(())
}

/// Restores the removed events in their original order.
fn undelete(
    world: &mut World,
    _: &Command<'_>,
    _: &ObjectRef,
    _: &Node,
) -> Result<Vec<Node>, Fault> {
    if world.store.list(REMOVED_EVENTS).is_empty() {
        return Ok(Vec::new());
    }
    let mut events: Vec<Node> = world.store.list(EVENTS).to_vec();
    events.extend_from_slice(world.store.list(REMOVED_EVENTS));
    events.sort_by_key(|event| event.id().parse::<u64>().unwrap_or_default());
    for path in [EVENTS, REMOVED_EVENTS] {
        world.clear(path);
    }
    for event in events {
        world.store.add(EVENTS, event);
    }
    Ok(Vec::new())
}
