//! The router: which object and which method of the model a request means. What methods do is in
//! the modules below, as far as all types have it in common, and in `behaviour`.

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

/// A request of the API that has been let in.
pub(crate) struct ApiRequest<'a> {
    method: &'a str,
    /// Below the API's root, without version, slashes at its ends and parameters.
    path: String,
    version: &'static str,
    parameters: Parameters,
    details: Details,
    /// What the response is to be in.
    format: Format,
    /// What the body is in; none where it isn't anything that can be read.
    body_format: Option<Format>,
    body: &'a [u8],
    /// What the client expects of something that takes its time: `201-created`, `202-accepted`.
    expected: Option<&'a str>,
    correlation_id: String,
    /// Whom the request is from, as a login names the user.
    login: String,
}

impl<'a> ApiRequest<'a> {
    /// What a request means.
    ///
    /// # Errors
    ///
    /// When it is of a version, or wants a representation, that the engine doesn't have.
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
        // Parameters can also stand in the last segment.
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

    /// A switch that is off unless it is set.
    fn flag(&self, name: &str) -> bool {
        self.parameters.flag(name) == Some(true)
    }

    /// Whether the client expects that an response doesn't wait.
    fn is_asynchronous(&self) -> bool {
        self.flag("async") || self.expected == Some("202-accepted")
    }

    /// The document in the body.
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

    /// What makes the documents of the response.
    fn renderer<'w>(&self, world: &'w World) -> Renderer<'w> {
        Renderer {
            world,
            version: self.version,
        }
    }
}

/// The version that a path begins with.
fn version_of(below: &str) -> Option<&str> {
    let segment = below.strip_prefix("/v")?;
    let segment = segment.split(['/', ';']).next().unwrap_or_default();
    let is_number = !segment.is_empty() && segment.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then_some(segment)
}

/// Version 3 was removed from engines, but not from the list of versions that they know.
fn unknown_version(version: &str) -> Fault {
    match version {
        "3" => Fault::MethodNotAllowed,
        _ => Fault::BadRequest,
    }
}

/// A correlation id as far as engines keep it.
fn sanitize(given: &str) -> Option<String> {
    let allowed = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
    let id: String = given.chars().filter(allowed).take(36).collect();
    (!id.is_empty()).then_some(id)
}

/// What comes of a request: the response, or when the response is to be asked for as the client wants
/// to wait until all is done.
pub(crate) enum Outcome {
    Ready(Response),
    Deferred(Instant, Response),
}

impl From<Response> for Outcome {
    fn from(response: Response) -> Self {
        Self::Ready(response)
    }
}

/// Answers a request.
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

/// The response to a request that was to wait, now that what it began is done.
pub(crate) fn complete(
    world: &mut World,
    request: &ApiRequest<'_>,
    mut response: Response,
) -> Response {
    world.advance();
    if let Some(path) = response.location.take()
        && let Ok(document) = read::rendered(world, request, &path)
    {
        response.set_document(document);
    }
    response
}

/// Finds out who is calling, and what there is for that user.
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
    // What is known of an action that was begun is that it has been done: the object tells more.
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

/// Tasks of an addition: all that anybody can still ask for are over.
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

/// A collection or an object, by the HTTP method.
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

/// The type of the document that a method takes.
fn document_type<'a>(world: &'a World, method: &Method) -> Option<&'a Struct> {
    world
        .schema
        .model
        .structure(method.document()?.kind.named()?)
}

/// A link to an address.
fn link(href: String, rel: &str) -> Node {
    let mut link = Node::new("link");
    link.set_attribute("href", &href);
    link.set_attribute("rel", rel);
    link
}
