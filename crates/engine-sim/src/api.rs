//! Router of the API: resolves a request to an object and a method of the model. The modules below
//! implement the methods for all types; the tables in `kinds` say what is specific to one.

use std::sync::Arc;

use ovirt_model::{Method, MethodKind, Struct};

use self::call::{Call, Target};
use crate::fault::Fault;
use crate::kind::Unchecked;
use crate::kinds::{self, image_transfer};
use crate::message::Response;
use crate::node::Node;
use crate::root;
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

/// Fails if an object on the path of a request does not exist.
fn check_exists(world: &World, call: &Call<'_>, target: &Target<'_>) -> Result<(), Fault> {
    let kind_of = |item: Option<&Struct>| kinds::of(item.map_or("", |item| &item.name));
    let method = call.request.method;
    let below_top = target.resource.below_top();
    let below_top = below_top.and_then(|service| call.schema.item_type(service));
    let is_unchecked = match kind_of(below_top).unchecked {
        Unchecked::Nothing => false,
        Unchecked::List => target.resource.path.matches('/').count() == 2,
        Unchecked::Everything => true,
    };
    if (method == "GET" && is_unchecked) || world.exists(&target.resource) {
        return Ok(());
    }
    let kind = kind_of(target.item_type(call.schema));
    let is_home = call.schema.home(kind.name) == Some(&target.collection);
    Err(match is_home {
        true => (kind.absent)(method, &target.id),
        false => Fault::NotFound,
    })
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
    check_exists(world, call, target)?;
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
