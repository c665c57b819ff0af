//! Router of the API: resolves a request to an object and a method of the model. The modules below
//! implement the methods for all types; `behaviour` adds what is specific to a type.

use std::sync::Arc;

use ovirt_model::{Method, MethodKind};

use self::call::{Call, Target};
use crate::behaviour::image_transfer;
use crate::fault::Fault;
use crate::message::Response;
use crate::node::Node;
use crate::root;
use crate::world::{API, World};

mod action;
mod call;
mod outcome;
mod read;
mod request;
mod write;

pub(crate) use self::outcome::Outcome;
pub(crate) use self::request::ApiRequest;

/// Handles a request.
pub(crate) fn handle(world: &mut World, request: &ApiRequest<'_>) -> Outcome {
    world.advance();
    image_transfer::update_progress(world);
    world.busy_until = None;
    let schema = Arc::clone(&world.schema);
    let outcome = Call::new(world, request, &schema).and_then(|call| route(world, &call));
    let outcome = outcome.unwrap_or_else(|fault| fault.into_response().into());
    let id = &request.correlation_id;
    match outcome {
        Outcome::Ready(response) => response.with_header("Correlation-Id", id).into(),
        Outcome::Deferred(due, response) => {
            Outcome::Deferred(due, response.with_header("Correlation-Id", id))
        }
    }
}

/// Completes a deferred response: renders the object in its final state.
pub(crate) fn complete(
    world: &mut World,
    request: &ApiRequest<'_>,
    mut response: Response,
) -> Response {
    world.advance();
    let Some(path) = response.location.take() else {
        return response;
    };
    let schema = Arc::clone(&world.schema);
    if let Ok(call) = Call::new(world, request, &schema)
        && let Some(target) = Target::resolve(world, &schema, &path)
        && let Ok(document) = read::render(world, &call, &target)
    {
        response.set_document(document);
    }
    response
}

fn route(world: &mut World, call: &Call<'_>) -> Result<Outcome, Fault> {
    let request = call.request;
    if request.path.is_empty() {
        return match request.method {
            "GET" | "HEAD" => Ok(root::document(world, request.version, &call.caller).into()),
            "OPTIONS" => Ok(options("GET, HEAD, OPTIONS").into()),
            _ => Err(Fault::MethodNotAllowed),
        };
    }
    if let Some((parent, _)) = request.path.rsplit_once("/creation_status/") {
        return Ok(creation_status(request, parent).into());
    }
    if let Some(target) = Target::resolve(world, call.schema, &request.path) {
        return dispatch(world, call, &target);
    }
    let (parent, segment) = request.path.rsplit_once('/').unwrap_or(("", &request.path));
    if let Some((target, action)) = action_at(world, call, parent, segment) {
        return match request.method {
            "POST" => Ok(action::act(world, call, &target, action)),
            "OPTIONS" => Ok(options("POST, OPTIONS").into()),
            _ => Err(Fault::MethodNotAllowed),
        };
    }
    // Finished actions are not stored: redirect to the object.
    let (object, action) = parent.rsplit_once('/').unwrap_or_default();
    if request.method == "GET" && action_at(world, call, object, action).is_some() {
        let href = call.renderer(world).href(object);
        return Ok(Response::empty(301).with_header("Location", href).into());
    }
    Err(Fault::NotFound)
}

/// Returns the action at a path, and the object above it.
fn action_at<'s>(
    world: &World,
    call: &Call<'s>,
    parent: &str,
    segment: &str,
) -> Option<(Target<'s>, &'s Method)> {
    let target = Target::resolve(world, call.schema, parent)?;
    let action = call.schema.model.action(target.resource.service, segment)?;
    Some((target, action))
}

/// Returns the status of an addition. Always complete, as finished tasks are not stored.
fn creation_status(request: &ApiRequest<'_>, parent: &str) -> Response {
    let mut creation = Node::new("creation").with_text("status", "complete");
    creation.set_attribute(
        "href",
        &format!("{API}{}/{}", request.version, request.path),
    );
    let parent = format!("{API}{}/{parent}", request.version);
    creation.children.push(outcome::link(parent, "parent"));
    Response::document(200, creation)
}

fn options(methods: &str) -> Response {
    Response::empty(200).with_header("Allow", methods)
}

/// Dispatches a request for a collection or an object by its HTTP method.
fn dispatch(world: &mut World, call: &Call<'_>, target: &Target<'_>) -> Result<Outcome, Fault> {
    if !world.exists(&target.resource) {
        return Err(Fault::NotFound);
    }
    call.caller.check_path(world, &target.resource)?;
    let method = |kind| call.schema.method(target.resource.service, kind);
    let allowed = |kind| method(kind).ok_or(Fault::MethodNotAllowed);
    match call.request.method {
        "GET" | "HEAD" => match (method(MethodKind::List), method(MethodKind::Get)) {
            (Some(_), _) => read::list(world, call, target).map(Outcome::Ready),
            (None, Some(_)) => read::get(world, call, target).map(Outcome::Ready),
            (None, None) => Err(Fault::MethodNotAllowed),
        },
        "POST" => write::add(world, call, target, allowed(MethodKind::Add)?),
        "PUT" => {
            write::update(world, call, target, allowed(MethodKind::Update)?).map(Outcome::Ready)
        }
        "DELETE" => {
            allowed(MethodKind::Remove)?;
            write::remove(world, call, target).map(Outcome::Ready)
        }
        "OPTIONS" => {
            let methods = [
                ("GET, HEAD", MethodKind::List),
                ("GET, HEAD", MethodKind::Get),
                ("POST", MethodKind::Add),
                ("PUT", MethodKind::Update),
                ("DELETE", MethodKind::Remove),
            ];
            let mut names: Vec<&str> = methods
                .into_iter()
                .filter_map(|(name, kind)| method(kind).map(|_| name))
                .collect();
            names.dedup();
            names.push("OPTIONS");
            Ok(options(&names.join(", ")).into())
        }
        _ => Err(Fault::MethodNotAllowed),
    }
}
