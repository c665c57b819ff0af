//! Executes actions.

use ovirt_model::{Method, MethodKind};

use super::call::{Call, Target};
use super::outcome::{Outcome, link};
use crate::audit;
use crate::behaviour;
use crate::fault::Fault;
use crate::message::Response;
use crate::node::Node;
use crate::world::World;

/// Executes an action. The response repeats the request's document and adds the results.
pub(super) fn act(
    world: &mut World,
    call: &Call<'_>,
    target: &Target<'_>,
    method: &Method,
) -> Outcome {
    let mut document = match parse(world, call, target, method) {
        Ok(document) => document,
        Err(fault) => return fault.into_response().into(),
    };
    let result = match perform(world, call, target, method, &document) {
        Ok(result) => result,
        Err(fault) => return fault.into_action(document).into(),
    };
    let waits = document.get("async") == Some("false");
    for element in result.results {
        document.remove(&element.tag);
        document.children.push(element);
    }
    document
        .children
        .push(call.renderer(world).job(&result.job));
    let due = world.busy_until.filter(|_| result.has_tasks);
    match due {
        None => {
            document.set("status", "complete");
            Response::document(200, document).into()
        }
        Some(due) if waits => {
            document.set("status", "complete");
            Outcome::Deferred(due, Response::document(200, document))
        }
        Some(_) => {
            mark_pending(world, call, target, &mut document);
            Response::document(202, document).into()
        }
    }
}

/// Marks an action as pending, with a link to its status.
fn mark_pending(world: &mut World, call: &Call<'_>, target: &Target<'_>, document: &mut Node) {
    let task = world.store.new_id();
    let renderer = call.renderer(world);
    let action = renderer.href(&call.request.path);
    document.set("async", "true");
    document.set("status", "pending");
    document.set_attribute("href", &format!("{action}/{task}"));
    document.set_attribute("id", &task);
    document
        .children
        .push(link(renderer.href(&target.resource.path), "parent"));
    document.children.push(link(action, "replay"));
}

fn parse(
    world: &World,
    call: &Call<'_>,
    target: &Target<'_>,
    method: &Method,
) -> Result<Node, Fault> {
    let kind = call.schema.model.structure("action");
    let kind = kind.ok_or(Fault::Internal)?;
    let service = &target.resource.service.name;
    let mut document = call.request.document(world, kind, service, method)?;
    world.check_required(&document, method, "")?;
    world.resolve_references(&mut document, kind)?;
    Ok(document)
}

/// The outcome of an action.
struct ActionResult {
    results: Vec<Node>,
    job: String,
    /// Whether the action started tasks that a client can wait for.
    has_tasks: bool,
}

fn perform(
    world: &mut World,
    call: &Call<'_>,
    target: &Target<'_>,
    method: &Method,
    document: &Node,
) -> Result<ActionResult, Fault> {
    call.caller.check_path(world, &target.resource)?;
    let kind = target.object_type(call.schema);
    let kind = kind.map_or("", |kind| kind.name.as_str());
    if !target.id.is_empty() && target.find(world).is_none() {
        return Err(Fault::entity(&target.id));
    }
    call.check_permission(world, target, MethodKind::Action, &method.name, None)?;
    let command = call.command(kind, target);
    let (stored_in, id) = (target.stored_in(world), target.id.as_str());
    let results = behaviour::act(world, &command, stored_in, id, &method.name, document)?;
    let job = audit::acted(world, &command, stored_in, id, &method.name);
    Ok(ActionResult {
        results,
        job,
        has_tasks: behaviour::has_tasks(kind, &method.name),
    })
}
