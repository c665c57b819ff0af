//! A request to the API: its path, version, parameters and body.

use ovirt_model::{Method, Struct};

use crate::fault::Fault;
use crate::message::{Parameters, Request};
use crate::negotiate::{Details, Format};
use crate::node::Node;
use crate::schema::Schema;
use crate::world::{API, World};

/// An authenticated request to the API.
pub(crate) struct ApiRequest<'a> {
    pub(super) method: &'a str,
    /// Path below the API root, without version, parameters, and leading or trailing slashes.
    pub(super) path: String,
    pub(super) version: &'static str,
    pub(super) parameters: Parameters,
    pub(super) details: Details,
    /// Representation of the response.
    pub(super) format: Format,
    /// Representation of the body; `None` if it is unknown.
    pub(super) body_format: Option<Format>,
    pub(super) body: &'a [u8],
    /// The `X-Ovirt-Expect` header: `201-created` (wait) or `202-accepted` (do not wait).
    pub(super) expected: Option<&'a str>,
    pub(super) correlation_id: String,
    /// Login name of the user.
    pub(super) login: String,
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
            Some(other) => return Err(unknown_version(request, other)),
            None => match request.header("Version").map(str::trim) {
                None | Some("4" | "") => (below, ""),
                Some(other) => return Err(unknown_version(request, other)),
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
        let format = Format::accepted(request)?;
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

    /// Removes the query parameters that the version of the engine does not know.
    pub(crate) fn ignore_newer(&mut self, schema: &Schema) {
        let newer = schema
            .newer
            .parameters(&schema.model, self.method, &self.path);
        self.parameters.remove(&newer);
    }

    /// Returns a boolean parameter, false if unset.
    pub(super) fn flag(&self, name: &str) -> bool {
        self.parameters.flag(name) == Some(true)
    }

    /// Whether the client wants a response before the operation has finished.
    pub(super) fn is_asynchronous(&self) -> bool {
        self.flag("async") || self.expected == Some("202-accepted")
    }

    /// Parses and validates the document in the body.
    pub(super) fn document(
        &self,
        world: &World,
        root: &Struct,
        service: &str,
        method: &Method,
    ) -> Result<Node, Fault> {
        let format = self.body_format.ok_or(Fault::UnsupportedMediaType)?;
        world.parse_document((format, self.body), root, service, method)
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
fn unknown_version(request: &Request, version: &str) -> Fault {
    match version {
        "3" => Fault::UnsupportedMethod(request.method.clone()),
        _ => Fault::BadRequest,
    }
}

/// Sanitizes a correlation id: drops invalid characters and truncates it to 36 characters.
fn sanitize(text: &str) -> Option<String> {
    let allowed = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
    let id: String = text.chars().filter(allowed).take(36).collect();
    (!id.is_empty()).then_some(id)
}
