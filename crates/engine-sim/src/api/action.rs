//! Executes actions.

use ovirt_model::Method;

use super::call::{Call, Target};
use super::outcome::{Outcome, link};
use crate::dispatch::{self, ActionEffect};
use crate::fault::Fault;
use crate::kind::{Action, Command, Missing};
use crate::message::Response;
use crate::node::Node;
use crate::status::{COMPLETE, PENDING};
use crate::world::World;

/// Executes an action. The response repeats the request's document and adds the results.
pub(super) fn act(
    world: &mut World,
    call: &Call<'_>,
    target: &Target<'_>,
    method: &Method,
) -> Outcome {
    let type_name = target.object_type(call.schema);
    let type_name = type_name.map_or("", |kind| kind.name.as_str());
    let command = call.command(world, type_name, target);
    let action = command.kind.action(&method.name);
    let unresolved = action.map_or("", |action| action.unresolved);
    let mut document = match parse(world, call, target, method, unresolved) {
        Ok(document) => document,
        Err(fault) => return fault.into_response().into(),
    };
    let effect = match perform(world, call, target, &command, action, method, &document) {
        Ok(effect) => effect,
        Err(fault) if action.is_some_and(|action| action.bare_fault) => {
            return fault.into_response().into();
        }
        Err(fault) => return fault.into_action(document).into(),
    };
    if action.is_some_and(|action| action.no_content) && effect.results.is_empty() {
        return Response::empty(204).into();
    }
    let waits = document.get("async") == Some("false");
    document.remove("status");
    let inlined = action.filter(|action| action.inlines);
    let inlined = inlined.and_then(|_| inline(world, call, target));
    for element in effect.results.into_iter().chain(inlined) {
        document.remove(&element.tag);
        document.children.push(element);
    }
    if let Some(job) = effect.job {
        document.children.push(call.renderer(world).job(&job));
    }
    document.set_default("status", COMPLETE);
    let has_tasks = action.is_some_and(|action| action.tasks);
    match world.busy_until.filter(|_| has_tasks) {
        None => Response::document(200, document).into(),
        Some(due) if waits => Outcome::Deferred(due, Response::document(200, document)),
        Some(_) => {
            mark_pending(world, call, target, &mut document);
            Response::document(202, document).into()
        }
    }
}

/// Returns the object with its links and actions, but without other members.
fn inline(world: &World, call: &Call<'_>, target: &Target<'_>) -> Option<Node> {
    let (kind, resource) = (target.object_type(call.schema)?, &target.resource);
    let mut object = Node::reference(kind.tag(), &target.id);
    if let Some(owner) = resource.above().and_then(|collection| collection.above()) {
        let id = owner.item().map_or("", |(_, id)| id);
        let stored = target.find(world)?;
        let reference = stored.children.iter().find(|child| child.id() == id);
        let reference = reference.filter(|_| !id.is_empty());
        let reference = reference.map(|owner| Node::reference(owner.tag.clone(), id));
        object.children.extend(reference);
    }
    let renderer = call.renderer(world);
    let mut node = renderer.object(&object, kind, Some(resource.service), &resource.path);
    node.children
        .retain(|child| matches!(child.tag.as_str(), "actions" | "link") || !child.id().is_empty());
    Some(node)
}

/// Marks an action as pending, with a link to its status.
fn mark_pending(world: &mut World, call: &Call<'_>, target: &Target<'_>, document: &mut Node) {
    let task = world.store.new_id();
    let renderer = call.renderer(world);
    let action = renderer.href(&call.request.path);
    document.set("async", "true");
    document.set("status", PENDING);
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
    unresolved: &str,
) -> Result<Node, Fault> {
    let kind = call.schema.model.structure("action");
    let kind = kind.ok_or(Fault::Internal)?;
    let service = &target.resource.service.name;
    let mut document = call.request.document(world, kind, service, method)?;
    world.check_required(&document, method, "", Missing::All)?;
    let is_left = |child: &Node| child.tag == unresolved && !child.id().is_empty();
    let left: Vec<Node> = document
        .children
        .iter()
        .filter(|child| is_left(child))
        .cloned()
        .collect();
    document.children.retain(|child| !is_left(child));
    world.resolve_references(&mut document, kind)?;
    document.children.extend(left);
    Ok(document)
}

fn perform(
    world: &mut World,
    call: &Call<'_>,
    target: &Target<'_>,
    command: &Command<'_>,
    action: Option<&Action>,
    method: &Method,
    document: &Node,
) -> Result<ActionEffect, Fault> {
    call.check_path(world, &target.resource)?;
    if !target.id.is_empty() && target.find(world).is_none() {
        return match action {
            Some(action) if action.completes_unknown => Ok(ActionEffect {
                results: Vec::new(),
                job: None,
            }),
            Some(action) if !action.fails_unknown.is_empty() => {
                Err(Fault::server_error(action.fails_unknown))
            }
            _ => Err(Fault::entity(&target.id)),
        };
    }
    let Some(action) = action else {
        let kind = command.type_name.replace('_', " ");
        let action = method.name.replace('_', " ");
        return Err(Fault::unsimulated(format!(
            "The action {action} of a {kind}"
        )));
    };
    call.check_permission(world, target, action.row(), None)?;
    dispatch::act(world, command, action, &target.object(world), document)
}
