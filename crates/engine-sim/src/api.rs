//! Router of the API: resolves a request to an object and a method of the model. The modules below
//! implement the methods for all types; `behaviour` adds what is specific to a type.

use std::time::Instant;

use ovirt_model::{Method, MethodKind, Struct};

use crate::access::Caller;
use crate::fault::Fault;
use crate::message::{Parameters, Request, Response};
use crate::negotiate::{Details, Format};
use crate::node::Node;
use crate::render::Renderer;
use crate::root;
use crate::world::{API, World};

mod action;
mod read;
mod write;

/// An authenticated request to the API.
pub(crate) struct ApiRequest<'a> {
    method: &'a str,
    /// Path below the API root, without version, parameters, and leading or trailing slashes.
    path: String,
    version: &'static str,
    parameters: Parameters,
    details: Details,
    /// Representation of the response.
    format: Format,
    /// Representation of the body; `None` if it is unknown.
    body_format: Option<Format>,
    body: &'a [u8],
    /// The `X-Ovirt-Expect` header: `201-created` (wait) or `202-accepted` (do not wait).
    expected: Option<&'a str>,
    correlation_id: String,
    /// Login name of the user.
    login: String,
}

impl<'a> ApiRequest<'a> {
    /// Parses a request to the API.
    ///
    /// # Errors
    ///
    /// Fails if the request names an unknown version or accepts only unknown representations.
    pub(crate) fn new(
        request: &'a Request,
        login: &str,
        new_id: impl FnOnce() -> String,
    ) -> Result<Self, Fault> {
        let below = request.path.strip_prefix(API).unwrap_or_default();
        let (below, version) = match version_of(below) {
            Some("4") => (below.get("/v4".len()..).unwrap_or_default(), "/v4"),
            Some(other) => return Err(unknown_version(other)),
            None => match request.header("Version").map(str::trim) {
                None | Some("4" | "") => (below, ""),
                Some(other) => return Err(unknown_version(other)),
            },
        };
        let below = below.trim_matches('/');
        // The last segment can have matrix parameters.
        let last = below.rfind('/').map_or(0, |slash| slash + 1);
        let (before, segment) = below.split_at_checked(last).unwrap_or((below, ""));
        let (segment, matrix) = segment.split_once(';').unwrap_or((segment, ""));
        let mut parameters = Parameters::parse(&request.query, '&');
        parameters.extend(Parameters::parse(matrix, ';'));
        parameters.extend(Parameters::from_headers(request));
        let format = Format::accepted(request).ok_or(Fault::NotAcceptable)?;
        let correlation_id = parameters.get("correlation_id").and_then(sanitize);
        Ok(Self {
            method: &request.method,
            path: format!("{before}{segment}"),
            version,
            details: Details::requested(request, &parameters),
            parameters,
            format,
            body_format: Format::of_body(request),
            body: &request.body,
            expected: request.header("X-Ovirt-Expect"),
            correlation_id: correlation_id.unwrap_or_else(new_id),
            login: login.to_owned(),
        })
    }

    /// Returns a boolean parameter, false if unset.
    fn flag(&self, name: &str) -> bool {
        self.parameters.flag(name) == Some(true)
    }

    /// Whether the client wants a response before the operation has finished.
    fn is_asynchronous(&self) -> bool {
        self.flag("async") || self.expected == Some("202-accepted")
    }

    /// Parses and validates the document in the body.
    fn document(
        &self,
        world: &World,
        root: &Struct,
        service: &str,
        method: &Method,
    ) -> Result<Node, Fault> {
        let format = self.body_format.ok_or(Fault::UnsupportedMediaType)?;
        world.parse_document((format, self.body), root, service, method)
    }

    /// Returns the renderer of response documents.
    fn renderer<'w>(&self, world: &'w World) -> Renderer<'w> {
        Renderer {
            world,
            version: self.version,
        }
    }
}

/// Returns the version number at the start of a path.
fn version_of(path: &str) -> Option<&str> {
    let segment = path.strip_prefix("/v")?;
    let segment = segment.split(['/', ';']).next().unwrap_or_default();
    let is_number = !segment.is_empty() && segment.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then_some(segment)
}

/// Engines know version 3 but no longer serve it.
fn unknown_version(version: &str) -> Fault {
    match version {
        "3" => Fault::MethodNotAllowed,
        _ => Fault::BadRequest,
    }
}

/// Sanitizes a correlation id: drops invalid characters and truncates it to 36 characters.
fn sanitize(text: &str) -> Option<String> {
    let allowed = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
    let id: String = text.chars().filter(allowed).take(36).collect();
    (!id.is_empty()).then_some(id)
}

/// The response to a request, or the time to send it if the client waits for completion.
pub(crate) enum Outcome {
    Ready(Response),
    Deferred(Instant, Response),
}

impl From<Response> for Outcome {
    fn from(response: Response) -> Self {
        Self::Ready(response)
    }
}

/// Handles a request.
pub(crate) fn handle(world: &mut World, request: &ApiRequest<'_>) -> Outcome {
    world.advance();
    world.busy_until = None;
    let outcome = authorize(world, request).and_then(|()| route(world, request));
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
    if let Some(path) = response.location.take()
        && let Ok(document) = read::render(world, request, &path)
    {
        response.set_document(document);
    }
    response
}

/// Determines the caller and applies the request's filter.
fn authorize(world: &mut World, request: &ApiRequest<'_>) -> Result<(), Fault> {
    let mut caller = Caller::new(world, &request.login);
    caller.apply_filter(&request.parameters)?;
    world.caller = Some(caller);
    Ok(())
}

fn route(world: &mut World, request: &ApiRequest<'_>) -> Result<Outcome, Fault> {
    if request.path.is_empty() {
        return match request.method {
            "GET" | "HEAD" => Ok(root::document(world, request.version).into()),
            "OPTIONS" => Ok(options("GET, HEAD, OPTIONS").into()),
            _ => Err(Fault::MethodNotAllowed),
        };
    }
    if let Some((parent, _)) = request.path.rsplit_once("/creation_status/") {
        return Ok(creation_status(request, parent).into());
    }
    if world.schema.locate(&request.path).is_some() {
        return dispatch(world, request);
    }
    let (parent, segment) = request.path.rsplit_once('/').unwrap_or(("", &request.path));
    if let Some(action) = action_at(world, parent, segment) {
        return match request.method {
            "POST" => Ok(action::act(world, request, parent, &action)),
            "OPTIONS" => Ok(options("POST, OPTIONS").into()),
            _ => Err(Fault::MethodNotAllowed),
        };
    }
    // Finished actions are not stored: redirect to the object.
    let (object, action) = parent.rsplit_once('/').unwrap_or_default();
    if request.method == "GET" && action_at(world, object, action).is_some() {
        let href = request.renderer(world).href(object);
        return Ok(Response::empty(301).with_header("Location", href).into());
    }
    Err(Fault::NotFound)
}

fn action_at(world: &World, parent: &str, segment: &str) -> Option<Method> {
    let resource = world.schema.locate(parent)?;
    world
        .schema
        .model
        .action(resource.service, segment)
        .cloned()
}

/// Returns the status of an addition. Always complete, as finished tasks are not stored.
fn creation_status(request: &ApiRequest<'_>, parent: &str) -> Response {
    let mut creation = Node::new("creation").with_text("status", "complete");
    creation.set_attribute(
        "href",
        &format!("{API}{}/{}", request.version, request.path),
    );
    let parent = format!("{API}{}/{parent}", request.version);
    creation.children.push(link(parent, "parent"));
    Response::document(200, creation)
}

fn options(methods: &str) -> Response {
    Response::empty(200).with_header("Allow", methods)
}

/// Dispatches a request for a collection or an object by its HTTP method.
fn dispatch(world: &mut World, request: &ApiRequest<'_>) -> Result<Outcome, Fault> {
    let resource = world.schema.locate(&request.path).ok_or(Fault::NotFound)?;
    if !world.exists(&resource) {
        return Err(Fault::NotFound);
    }
    world.check_visible(&resource)?;
    let method = |kind| world.schema.method(resource.service, kind).cloned();
    let allowed = |kind| method(kind).ok_or(Fault::MethodNotAllowed);
    match request.method {
        "GET" | "HEAD" => match (method(MethodKind::List), method(MethodKind::Get)) {
            (Some(_), _) => read::list(world, request, &resource).map(Outcome::Ready),
            (None, Some(_)) => read::get(world, request, &resource).map(Outcome::Ready),
            (None, None) => Err(Fault::MethodNotAllowed),
        },
        "POST" => write::add(world, request, &allowed(MethodKind::Add)?),
        "PUT" => write::update(world, request, &allowed(MethodKind::Update)?).map(Outcome::Ready),
        "DELETE" => {
            allowed(MethodKind::Remove)?;
            write::remove(world, request).map(Outcome::Ready)
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

/// Returns the type of the document that a method takes.
fn document_type<'a>(world: &'a World, method: &Method) -> Option<&'a Struct> {
    world
        .schema
        .model
        .structure(method.document()?.kind.named()?)
}

/// Returns a link element.
fn link(href: String, rel: &str) -> Node {
    let mut link = Node::new("link");
    link.set_attribute("href", &href);
    link.set_attribute("rel", rel);
    link
}
