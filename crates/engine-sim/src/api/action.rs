//! Actions.

use ovirt_model::{Method, MethodKind};

use super::{Call, Outcome, link};
use crate::audit;
use crate::behaviour::{self, Command};
use crate::fault::Fault;
use crate::message::Response;
use crate::node::Node;
use crate::world::World;

/// Does an action; the answer has what the request had, and what came of it.
pub(super) fn act(world: &mut World, call: &Call<'_>, path: &str, method: &Method) -> Outcome {
    let mut document = match read(world, call, path, method) {
        Ok(document) => document,
        Err(fault) => return fault.into_response().into(),
    };
    let done = match perform(world, call, path, method, &document) {
        Ok(done) => done,
        Err(fault) => return fault.into_action(document).into(),
    };
    let waits = document.get("async") == Some("false");
    for result in done.results {
        document.remove(&result.tag);
        document.children.push(result);
    }
    document.children.push(call.renderer(world).job(&done.job));
    let due = world.busy_until.filter(|_| done.has_tasks);
    match due {
        None => {
            document.set("status", "complete");
            Response::document(200, document).into()
        }
        Some(due) if waits => {
            document.set("status", "complete");
            Outcome::Later(due, Response::document(200, document))
        }
        Some(_) => {
            under_way(world, call, path, &mut document);
            Response::document(202, document).into()
        }
    }
}

/// Says of an action that its tasks go on.
fn under_way(world: &mut World, call: &Call<'_>, path: &str, document: &mut Node) {
    let task = world.store.new_id();
    let renderer = call.renderer(world);
    let action = renderer.href(&call.path);
    document.set("async", "true");
    document.set("status", "pending");
    document.set_attribute("href", &format!("{action}/{task}"));
    document.set_attribute("id", &task);
    document.children.push(link(renderer.href(path), "parent"));
    document.children.push(link(action, "replay"));
}

fn read(world: &World, call: &Call<'_>, path: &str, method: &Method) -> Result<Node, Fault> {
    let kind = world
        .schema
        .model
        .structure("action")
        .ok_or(Fault::Internal)?;
    let place = world.schema.locate(path);
    let service = place.as_ref().map_or("", |place| &place.service.name);
    let mut document = call.document(world, kind, service, method)?;
    world.check_needs(&document, method, "")?;
    world.resolve(&mut document, kind)?;
    Ok(document)
}

/// What an action has done.
struct Done {
    results: Vec<Node>,
    job: String,
    /// Whether it began tasks that a client can wait for.
    has_tasks: bool,
}

fn perform(
    world: &mut World,
    call: &Call<'_>,
    path: &str,
    method: &Method,
    document: &Node,
) -> Result<Done, Fault> {
    let place = world.schema.locate(path).ok_or(Fault::NotFound)?;
    world.check_sight(&place)?;
    let kind = world
        .schema
        .got(place.service)
        .map_or_else(String::new, |kind| kind.name.clone());
    let item = place
        .item()
        .map(|(collection, id)| (collection.to_owned(), id.to_owned()));
    let (collection, keeper, id) = match item {
        Some((collection, id)) => {
            let view = world
                .schema
                .locate(&collection)
                .map(|place| world.view(&place))
                .ok_or(Fault::NotFound)?;
            if world.object(&view, &id).is_none() {
                return Err(Fault::entity(id));
            }
            let keeper = world.keeper(&view).to_owned();
            (collection, keeper, id)
        }
        None => (path.to_owned(), path.to_owned(), String::new()),
    };
    world.check_right(path, MethodKind::Action, &method.name, None)?;
    let command = Command {
        kind: &kind,
        collection: &collection,
        parameters: &call.parameters,
        correlation_id: &call.correlation_id,
    };
    let results = behaviour::act(world, &command, &keeper, &id, &method.name, document)?;
    let job = audit::acted(world, &command, &keeper, &id, &method.name);
    Ok(Done {
        results,
        job,
        has_tasks: behaviour::has_tasks(&kind, &method.name),
    })
}
