//! Executes actions.

use ovirt_model::{Method, MethodKind};

use super::{ApiRequest, Outcome, link};
use crate::audit;
use crate::behaviour::{self, Command};
use crate::fault::Fault;
use crate::message::Response;
use crate::node::Node;
use crate::world::World;

/// Executes an action. The response repeats the request's document and adds the results.
pub(super) fn act(
    world: &mut World,
    request: &ApiRequest<'_>,
    path: &str,
    method: &Method,
) -> Outcome {
    let mut document = match parse(world, request, path, method) {
        Ok(document) => document,
        Err(fault) => return fault.into_response().into(),
    };
    let result = match perform(world, request, path, method, &document) {
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
        .push(request.renderer(world).job(&result.job));
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
            mark_pending(world, request, path, &mut document);
            Response::document(202, document).into()
        }
    }
}

/// Marks an action as pending, with a link to its status.
fn mark_pending(world: &mut World, request: &ApiRequest<'_>, path: &str, document: &mut Node) {
    let task = world.store.new_id();
    let renderer = request.renderer(world);
    let action = renderer.href(&request.path);
    document.set("async", "true");
    document.set("status", "pending");
    document.set_attribute("href", &format!("{action}/{task}"));
    document.set_attribute("id", &task);
    document.children.push(link(renderer.href(path), "parent"));
    document.children.push(link(action, "replay"));
}

fn parse(
    world: &World,
    request: &ApiRequest<'_>,
    path: &str,
    method: &Method,
) -> Result<Node, Fault> {
    let kind = world
        .schema
        .model
        .structure("action")
        .ok_or(Fault::Internal)?;
    let resource = world.schema.locate(path);
    let service = resource
        .as_ref()
        .map_or("", |resource| &resource.service.name);
    let mut document = request.document(world, kind, service, method)?;
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
    request: &ApiRequest<'_>,
    path: &str,
    method: &Method,
    document: &Node,
) -> Result<ActionResult, Fault> {
    let resource = world.schema.locate(path).ok_or(Fault::NotFound)?;
    world.check_visible(&resource)?;
    let kind = world
        .schema
        .object_type(resource.service)
        .map_or_else(String::new, |kind| kind.name.clone());
    let item = resource
        .item()
        .map(|(collection, id)| (collection.to_owned(), id.to_owned()));
    let (collection, stored_in, id) = match item {
        Some((collection, id)) => {
            let source = world
                .schema
                .locate(&collection)
                .map(|resource| world.source(&resource))
                .ok_or(Fault::NotFound)?;
            if world.object(&source, &id).is_none() {
                return Err(Fault::entity(id));
            }
            let stored_in = world.stored_in(&source).to_owned();
            (collection, stored_in, id)
        }
        None => (path.to_owned(), path.to_owned(), String::new()),
    };
    world.check_permission(path, MethodKind::Action, &method.name, None)?;
    let command = Command {
        kind: &kind,
        collection: &collection,
        parameters: &request.parameters,
        correlation_id: &request.correlation_id,
    };
    let results = behaviour::act(world, &command, &stored_in, &id, &method.name, document)?;
    let job = audit::acted(world, &command, &stored_in, &id, &method.name);
    Ok(ActionResult {
        results,
        job,
        has_tasks: behaviour::has_tasks(&kind, &method.name),
    })
}
