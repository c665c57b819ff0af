//! Router of the API: resolves a request to an object and a method of the model. The modules below
//! implement the methods for all types; the tables in `kinds` say what is specific to one.

use std::sync::Arc;

use ovirt_model::{Method, MethodKind};

use self::call::{Call, Target};
use crate::fault::Fault;
use crate::kinds::image_transfer;
use crate::message::Response;
use crate::node::Node;
use crate::object::{AFFINITY_LABELS, DISK_ATTACHMENTS, EVENTS, NETWORKS, NICS, ROLES, SNAPSHOTS};
use crate::root;
use crate::schema::Resource;
use crate::status::COMPLETE;
use crate::world::{API, World};

mod action;
mod call;
mod outcome;
mod read;
mod request;
mod unavailable;
mod write;

pub(crate) use self::outcome::Outcome;
pub(crate) use self::request::ApiRequest;

/// Brings the world up to the current time.
pub(crate) fn advance(world: &mut World) {
    world.advance();
    image_transfer::update_progress(world);
}

/// Handles a request.
pub(crate) fn handle(world: &mut World, request: &ApiRequest<'_>) -> Outcome {
    world.busy_until = None;
    let schema = Arc::clone(&world.schema);
    let outcome = Call::new(world, request, &schema).and_then(|call| route(world, &call));
    let outcome = outcome.unwrap_or_else(|fault| fault.into_response().into());
    let complete = |response| add_headers(world, request, response);
    match outcome {
        Outcome::Ready(response) => complete(response).into(),
        Outcome::Deferred(due, response) => Outcome::Deferred(due, complete(response)),
    }
}

/// Adds the headers that all responses of a kind have.
fn add_headers(world: &World, request: &ApiRequest<'_>, mut response: Response) -> Response {
    if response.status == 405 && response.content_type.is_empty() {
        response = response.with_header("Allow", allowed_methods(world, &request.path));
    }
    for (name, value) in &mut response.headers {
        if *name == "Location" && response.status == 201 {
            // Engines put the address of the API in front of the path, which has it already.
            *value = format!("https://{}{API}/v4{value}", world.server);
        }
    }
    response.with_header("Correlation-Id", &request.correlation_id)
}

/// Returns the HTTP methods that a resource supports.
fn allowed_methods(world: &World, path: &str) -> String {
    let (parent, segment) = path.rsplit_once('/').unwrap_or(("", path));
    let parent = world.schema.locate(parent);
    let action = parent.and_then(|parent| world.schema.model.action(parent.service, segment));
    if action.is_some() {
        return "POST, OPTIONS".to_owned();
    }
    // In the order of engines, which is that of a hash table.
    let methods = [
        ("HEAD", &[MethodKind::List, MethodKind::Get][..]),
        ("DELETE", &[MethodKind::Remove]),
        ("POST", &[MethodKind::Add]),
        ("GET", &[MethodKind::List, MethodKind::Get]),
        ("OPTIONS", &[]),
        ("PUT", &[MethodKind::Update]),
    ];
    let resource = world.schema.locate(path);
    let supports = |kind: &MethodKind| {
        resource
            .as_ref()
            .is_some_and(|resource| world.schema.method(resource.service, *kind).is_some())
    };
    let is_root = path.is_empty();
    let names = methods.iter().filter(|(name, kinds)| match is_root {
        true => matches!(*name, "HEAD" | "GET" | "OPTIONS"),
        false => *name == "OPTIONS" || kinds.iter().any(supports),
    });
    let names = names.map(|(name, _)| *name);
    names.collect::<Vec<_>>().join(", ")
}

/// Completes a deferred response: renders the object in its final state.
pub(crate) fn complete(
    world: &mut World,
    request: &ApiRequest<'_>,
    mut response: Response,
) -> Response {
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
            "GET" | "HEAD" if request.parameters.get("schema").is_some() => {
                Ok(root::schema(world).into())
            }
            "GET" | "HEAD" if request.parameters.get("rsdl").is_some() => {
                Ok(root::rsdl(world, request.version).into())
            }
            "GET" | "HEAD" => Ok(root::document(world, request.version, &call.caller).into()),
            "OPTIONS" => Ok(options(&allowed_methods(world, "")).into()),
            _ => Err(Fault::MethodNotAllowed),
        };
    }
    if let Some((parent, _)) = request.path.rsplit_once("/creation_status/") {
        return Ok(creation_status(request, parent).into());
    }
    let (parent, segment) = request.path.rsplit_once('/').unwrap_or(("", &request.path));
    let action = action_at(world, call, parent, segment);
    // The names of a collection's actions could also be identifiers.
    let is_action = request.method == "POST" && action.is_some();
    if let (false, Some(target)) = (
        is_action,
        Target::resolve(world, call.schema, &request.path),
    ) {
        return dispatch(world, call, &target);
    }
    if let Some((target, action)) = action {
        return match request.method {
            "POST" => Ok(action::act(world, call, &target, action)),
            "OPTIONS" => Ok(options(&allowed_methods(world, &request.path)).into()),
            _ => Err(Fault::MethodNotAllowed),
        };
    }
    // Finished actions are not stored: redirect to the object.
    let (object, action) = parent.rsplit_once('/').unwrap_or_default();
    if request.method == "GET" && action_at(world, call, object, action).is_some() {
        let href = call.renderer(world).href(object);
        return Ok(Response::empty(301).with_header("Location", href).into());
    }
    Err(no_such_path(world, request))
}

fn no_such_path(world: &World, request: &ApiRequest<'_>) -> Fault {
    let server = &world.server;
    Fault::NoSuchPath(format!("https://{server}{API}/v4/{}", request.path))
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
    let mut creation = Node::new("creation").with_text("status", COMPLETE);
    creation.set_attribute(
        "href",
        &format!("{API}{}/{}", request.version, request.path),
    );
    let parent = format!("{API}{}/{parent}", request.version);
    creation.children.push(outcome::link(parent, "parent"));
    Response::document(200, creation)
}

fn options(methods: &str) -> Response {
    Response::text(200, methods).with_header("Allow", methods)
}

/// Collections that can be read, and are empty, below objects that do not exist.
const WITHOUT_PARENT: &[&str] = &[DISK_ATTACHMENTS, NETWORKS, NICS, ROLES, SNAPSHOTS];

/// Whether a request reads a collection whose parent need not exist.
fn needs_no_parent(request: &ApiRequest<'_>, resource: &Resource<'_>) -> bool {
    let segment = resource.path.split('/').nth(2).unwrap_or_default();
    let is_collection = resource.path.matches('/').count() == 2;
    request.method == "GET"
        && WITHOUT_PARENT.contains(&segment)
        && (is_collection || segment == ROLES)
}

/// Checks the identifiers of events and affinity labels, which engines treat in their own way.
fn check_id(request: &ApiRequest<'_>, target: &Target<'_>) -> Result<(), Fault> {
    match target.collection.as_str() {
        EVENTS if target.id.parse::<i64>().is_err() => {
            let detail = format!("For input string: \"{}\"", target.id);
            Err(Fault::failed(detail))
        }
        AFFINITY_LABELS if request.method == "DELETE" => {
            Err(Fault::invalid("Affinity label does not exist."))
        }
        _ => Ok(()),
    }
}

/// Dispatches a request for a collection or an object by its HTTP method.
fn dispatch(world: &mut World, call: &Call<'_>, target: &Target<'_>) -> Result<Outcome, Fault> {
    let request = call.request;
    let method = |kind| call.schema.method(target.resource.service, kind);
    let allowed = |kind| method(kind).ok_or(Fault::MethodNotAllowed);
    match request.method {
        "POST" => allowed(MethodKind::Add).map(drop)?,
        "PUT" => allowed(MethodKind::Update).map(drop)?,
        "DELETE" => allowed(MethodKind::Remove).map(drop)?,
        _ => {}
    }
    if !world.exists(&target.resource) && !needs_no_parent(request, &target.resource) {
        check_id(request, target)?;
        return Err(Fault::NotFound);
    }
    call.check_path(world, &target.resource)?;
    if matches!(request.method, "GET" | "HEAD")
        && let Some(refusal) = unavailable::refusal(world, &request.path)
    {
        return Err(refusal);
    }
    match call.request.method {
        "GET" | "HEAD" => match (method(MethodKind::List), method(MethodKind::Get)) {
            (Some(_), _) => read::list(world, call, target).map(Outcome::Ready),
            (None, Some(_)) => read::get(world, call, target).map(Outcome::Ready),
            (None, None)
                if call
                    .schema
                    .model
                    .methods(target.resource.service)
                    .is_empty() =>
            {
                Err(no_such_path(world, request))
            }
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
        "OPTIONS" => Ok(options(&allowed_methods(world, &call.request.path)).into()),
        _ => Err(Fault::MethodNotAllowed),
    }
}
