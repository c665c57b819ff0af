//! From a successful response to its content; from any other to an error.

use std::any::Any;
use std::fmt;
use std::sync::Arc;
use std::time::{Duration, UNIX_EPOCH};

use bytes::Bytes;
use http::header::{CONTENT_TYPE, LOCATION, RETRY_AFTER};
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode, Uri};
use ovirt_http::{Body, BufferedResponse, Failure};
use ovirt_types::__private::{ItemKind, Items, Object, member_of, object_of, text_of, to_xml};
use ovirt_types::{Action, Document, Fault, FromXml, List, XmlError, root_element};
use tracing::Span;

use crate::clock;
use crate::error::classify::{self, Cause, RequestContext, WebPage};
use crate::error::fault;
use crate::error::{Error, ErrorKind};
use crate::html;
use crate::name_hint;
use crate::span;

/// Header with the id under which the engine's events and jobs refer to a request.
pub(crate) const CORRELATION_ID: HeaderName = HeaderName::from_static("correlation-id");

/// A response with status 2xx whose content has not been checked yet.
pub(crate) struct Response {
    pub(crate) info: ResponseInfo,
    pub(crate) context: RequestContext,
    pub(crate) content: Content,
    /// The span of the request, in which an error of decoding is recorded.
    pub(crate) span: Span,
}

/// How the body of a successful response is received.
#[derive(Clone, Copy)]
pub(crate) enum ReadMode {
    /// Not at all: the caller reads it while it arrives.
    Stream,
    /// As a whole.
    Buffer,
    /// As a whole, decoded while it arrives if it is a list of such items.
    List(ItemKind),
}

/// The body of a successful response.
pub(crate) enum Content {
    /// Still arriving.
    Stream(Body),
    /// Complete.
    Buffer(Bytes),
    /// The items of a list, decoded while it arrived.
    Items(Box<dyn Items>),
}

/// The error for a response with a status other than 2xx.
pub(crate) fn refusal(response: &BufferedResponse, context: &RequestContext) -> Error {
    let mut error = match response.status.as_u16() {
        304 => not_modified(context),
        300..=399 => redirected(response, context),
        status => {
            let fault = fault::find(&response.body);
            let page = page(response, context);
            let mut context = context.clone();
            if let Some(id) = correlation_id(&response.headers) {
                context.correlation_id = Some(id);
            }
            let mut error = classify::status_error(status, fault, page, &context);
            if error.kind() == ErrorKind::NotFound && context.usual_path {
                name_hint::add(&mut error);
            }
            error
        }
    };
    error
        .details_mut()
        .set_retry_after(retry_after(&response.headers));
    error
}

/// What a web page says that the engine or a server in front of it sent in place of a document.
pub(crate) fn page(response: &BufferedResponse, context: &RequestContext) -> Option<WebPage> {
    // Redacted first: shortening could leave a part of a secret.
    let body = context.redactor.text(&html::searched(&response.body));
    let text = if media_type(&response.headers).eq_ignore_ascii_case("text/html") {
        html::text(&body)?
    } else {
        html::summary(&body)?
    };
    // The API of a deployed engine sends plain text for an unknown path.
    let is_undeployed = !text.starts_with("RESTEASY");
    Some(WebPage {
        text,
        is_undeployed,
    })
}

/// Checks that a body, which begins with `start`, is XML and not empty.
pub(crate) fn check_document(
    info: &ResponseInfo,
    start: &[u8],
    context: &RequestContext,
) -> Result<(), Error> {
    if start.trim_ascii().is_empty() {
        let message = match info.status {
            202 => "the engine accepted the request but returned no object",
            _ => "the response is empty, expected an object",
        };
        return Err(classify::error(Cause::EmptyBody, message, context));
    }
    let name = media_type(&info.headers);
    if !is_xml(name) {
        let page = html::summary(&context.redactor.text(&html::searched(start)));
        let message = match page {
            Some(title) => format!("the response is a web page ({title:?}), not XML"),
            None if name.is_empty() => "the response has no content type".to_owned(),
            None => format!("the response is {name:?}, not XML"),
        };
        return Err(classify::error(Cause::NotXml, message, context));
    }
    Ok(())
}

/// The error for a document that cannot be decoded as the expected type.
#[cold]
pub(crate) fn undecodable(error: XmlError, context: &RequestContext) -> Error {
    let mut undecodable = if error.is_too_large() {
        let message = format!(
            "the objects of the response take more memory than a limit of {} bytes allows",
            context.memory
        );
        classify::error(Cause::TooLarge, message, context)
    } else {
        let message = "the response cannot be decoded as the expected type";
        classify::error(Cause::InvalidDocument, message, context)
    };
    let debug = format!("{error} {error:?}");
    let source: Arc<dyn std::error::Error + Send + Sync> = if context.redactor.text(&debug) == debug
    {
        Arc::new(error)
    } else {
        // The document repeats a secret where the error quotes it.
        Box::<dyn std::error::Error + Send + Sync>::from(context.redactor.text(&error.to_string()))
            .into()
    };
    undecodable.details_mut().set_source(source);
    undecodable
}

/// The `Retry-After` of a response: a number of seconds or a date.
fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    let text = headers.get(RETRY_AFTER)?.to_str().ok()?.trim();
    if let Ok(seconds) = text.parse() {
        return Some(Duration::from_secs(seconds));
    }
    let date = httpdate::parse_http_date(text).ok()?;
    let since = date.duration_since(UNIX_EPOCH).ok()?;
    Some(since.saturating_sub(Duration::from_millis(clock::unix_milliseconds())))
}

impl Response {
    /// The response to the request of `context`, which was sent `tries` times.
    pub(crate) fn new(
        (status, headers): (StatusCode, HeaderMap),
        content: Content,
        mut context: RequestContext,
        tries: u32,
        span: Span,
    ) -> Self {
        if let Some(id) = correlation_id(&headers) {
            context.correlation_id = Some(id);
        }
        context.status = Some(status.as_u16());
        Self {
            info: ResponseInfo {
                status: status.as_u16(),
                headers,
                correlation_id: context.correlation_id.clone(),
                tries,
            },
            context,
            content,
            span,
        }
    }

    /// Decodes the response; records an error in the span of the request.
    pub(crate) fn decode<T>(self, decode: fn(Self) -> Result<T, Error>) -> Result<T, Error> {
        let span = self.span.clone();
        decode(self).inspect_err(|error| span::record_error(&span, error))
    }

    /// The body, unless it is a stream or was decoded while it arrived.
    pub(crate) fn body(&self) -> &[u8] {
        match &self.content {
            Content::Buffer(body) => body,
            Content::Stream(_) | Content::Items(_) => &[],
        }
    }

    /// The body, as [`body`](Self::body).
    pub(crate) fn into_body(self) -> Bytes {
        match self.content {
            Content::Buffer(body) => body,
            Content::Stream(_) | Content::Items(_) => Bytes::new(),
        }
    }

    /// Whether the engine announces a job: by status 202, a link `creation_status`, or the `<job>`
    /// of an action. Without one, most commands have none.
    pub(crate) fn announces_job(&self) -> bool {
        let body = String::from_utf8_lossy(self.body());
        self.info.status == StatusCode::ACCEPTED.as_u16()
            || body.contains("\"creation_status\"")
            || body.contains("<job ")
    }

    /// Decodes the body as an object.
    pub(crate) fn into_object<T: FromXml>(self) -> Result<T, Error> {
        self.check_document()?;
        let object = T::from_xml_within(self.body(), self.context.memory);
        object.map_err(|error| self.undecodable(error))
    }

    /// Decodes the body as the object that a request added or changed, or that it reads.
    ///
    /// A request that was carried out does not fail because of its response: if that is another
    /// document without a fault, the object has only what is known.
    pub(crate) fn into_result<T: Object>(self) -> Result<T, Error> {
        self.check_document()?;
        let object = T::from_xml_within(self.body(), self.context.memory);
        object.or_else(|error| self.known().ok_or_else(|| self.undecodable(error)))
    }

    /// What another document than expected says about the result of a `POST` or `PUT`.
    #[cold]
    fn known<T: Object>(&self) -> Option<T> {
        if !matches!(self.context.request.method(), "POST" | "PUT") {
            return None;
        }
        let document = Document::from_xml_within(self.body(), self.context.memory).ok()?;
        let found = object_of(&document)?;
        if found.struct_info().tag == T::type_info().tag || fault::find(self.body()).is_some() {
            return None;
        }
        if let Some(object) = member_of::<T>(found) {
            return Some(object.clone());
        }
        let location = text(&self.info.headers, &LOCATION);
        let added = location.as_deref().and_then(|it| it.rsplit('/').next());
        let id = text_of(found, "id").or(added).unwrap_or_default();
        // A member of the same tag, such as the disk of an attachment, holds the document.
        let (tag, inner) = (T::type_info().tag, to_xml(found));
        let id = id
            .replace('&', "&amp;")
            .replace('<', "&lt;")
            .replace('"', "&quot;");
        let attribute = (!id.is_empty()).then(|| format!(" id=\"{id}\""));
        let xml = format!("<{tag}{}>{inner}</{tag}>", attribute.unwrap_or_default());
        T::from_xml(xml).ok()
    }

    /// The list that the body was, or decodes the body as a list.
    pub(crate) fn into_list<T: Object>(mut self) -> Result<List<T>, Error> {
        self.content = match self.content {
            Content::Items(items) => match (items as Box<dyn Any>).downcast::<Vec<T>>() {
                Ok(items) => return Ok(List::from(*items)),
                Err(_) => Content::Buffer(Bytes::new()),
            },
            other => other,
        };
        self.into_object()
    }

    /// Decodes the body as an action. One that failed is an error, whatever the status.
    pub(crate) fn into_action(self) -> Result<Action, Error> {
        self.check_document()?;
        let action = Action::from_xml_within(self.body(), self.context.memory);
        let action = action.map_err(|error| self.undecodable(error))?;
        match action.fault {
            Some(fault) => Err(self.failed(fault.into_inner())),
            None => Ok(action),
        }
    }

    /// Checks that the body is an action or another document of the API, and not a fault: the work
    /// is done, whatever the engine returns.
    pub(crate) fn into_done(self) -> Result<(), Error> {
        let body = self.body();
        let is_other = fault::find(body).is_none()
            && root_element(body).is_some_and(|tag| tag != "action")
            && Document::from_xml_within(body, self.context.memory).is_ok();
        if is_other {
            Ok(())
        } else {
            self.into_action().map(drop)
        }
    }

    /// The error for an action whose response lacks its result.
    pub(crate) fn missing(&self, result: &'static str) -> impl FnOnce() -> Error + use<> {
        let context = self.context.clone();
        move || {
            let message = format!("the response to the action has no `{result}`");
            classify::error(Cause::InvalidDocument, message, &context)
        }
    }

    /// Ignores the body, unless it is a fault.
    pub(crate) fn into_nothing(self) -> Result<(), Error> {
        match fault::find(self.body()) {
            Some(fault) => Err(self.failed(fault)),
            None => Ok(()),
        }
    }

    /// Decodes the body as a document of any type; `None` if it is empty.
    pub(crate) fn into_document(self) -> Result<Option<Document>, Error> {
        if self.body().trim_ascii().is_empty() {
            return Ok(None);
        }
        self.check_document()?;
        if let Some(fault) = fault::find(self.body()) {
            return Err(self.failed(fault));
        }
        let document = Document::from_xml_within(self.body(), self.context.memory);
        document.map(Some).map_err(|error| self.undecodable(error))
    }

    /// Checks that the body is a document with this root element.
    pub(crate) fn into_root(self, root: &str) -> Result<(), Error> {
        self.check_document()?;
        if let Some(fault) = fault::find(self.body()) {
            return Err(self.failed(fault));
        }
        let message = match root_element(self.body()) {
            Some(found) if found == root => return Ok(()),
            Some(found) => format!("the response is <{found}>, expected <{root}>"),
            None => format!("the response is not well-formed XML, expected <{root}>"),
        };
        Err(classify::error(Cause::NotXml, message, &self.context))
    }

    fn check_document(&self) -> Result<(), Error> {
        check_document(&self.info, self.body(), &self.context)
    }

    /// The error for a body that cannot be decoded: a fault, if it is one.
    #[cold]
    fn undecodable(&self, error: XmlError) -> Error {
        match fault::find(self.body()) {
            Some(fault) => self.failed(fault),
            None => undecodable(error, &self.context),
        }
    }

    #[cold]
    fn failed(&self, fault: Fault) -> Error {
        classify::status_error(self.info.status, Some(fault), None, &self.context)
    }
}

/// Status, headers and correlation id of a response, and how often the request was sent.
#[derive(Clone)]
pub struct ResponseInfo {
    status: u16,
    headers: HeaderMap,
    correlation_id: Option<String>,
    tries: u32,
}

impl ResponseInfo {
    /// The HTTP status code, 200 to 299; 202 if the engine continues to work on the request.
    pub fn status(&self) -> u16 {
        self.status
    }

    /// The value of a header; its name is case-insensitive. `None` if it is absent or not text.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// The correlation id of the request, by which the engine's events and jobs can be found.
    pub fn correlation_id(&self) -> Option<&str> {
        self.correlation_id.as_deref()
    }

    /// How often the request was sent; more than once only with [`Retries`](crate::Retries) or
    /// while waiting for a lock.
    pub fn tries(&self) -> u32 {
        self.tries
    }
}

impl fmt::Debug for ResponseInfo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Headers may contain cookies.
        let Self {
            status,
            headers: _,
            correlation_id,
            tries,
        } = self;
        f.debug_struct("ResponseInfo")
            .field("status", status)
            .field("correlation_id", correlation_id)
            .field("tries", tries)
            .finish_non_exhaustive()
    }
}

/// The correlation id that the engine reports.
fn correlation_id(headers: &HeaderMap) -> Option<String> {
    text(headers, &CORRELATION_ID)
}

/// The media type of a body, without parameters; empty if absent.
pub(crate) fn media_type(headers: &HeaderMap) -> &str {
    let kind = headers.get(CONTENT_TYPE).map(HeaderValue::to_str);
    let kind = kind.and_then(Result::ok).unwrap_or_default();
    let end = kind.bytes().position(|byte| byte == b';');
    kind[..end.unwrap_or(kind.len())].trim()
}

pub(crate) fn is_xml(media_type: &str) -> bool {
    ["application/xml", "text/xml"]
        .iter()
        .any(|xml| media_type.eq_ignore_ascii_case(xml))
}

/// The error for a request without a complete response.
#[cold]
pub(crate) fn transport_error(failure: Failure, context: &RequestContext) -> Error {
    let mut error = classify::error(
        Cause::Http(failure.kind),
        failure.message.replace("{server}", &context.server),
        context,
    );
    if let Some(source) = failure.source {
        error.details_mut().set_source(source);
    }
    if let Some(status) = failure.status {
        error.details_mut().set_status(status);
    }
    error.details_mut().set_unsent(failure.unsent);
    error
}

/// The error for status 304, which answers a conditional request only.
#[cold]
fn not_modified(context: &RequestContext) -> Error {
    let message = "the server sent no content, as nothing has changed";
    let mut error = classify::error(Cause::NotModified, message, context);
    error.details_mut().set_status(304);
    error
}

/// The error for a redirect.
#[cold]
pub(crate) fn redirected(response: &BufferedResponse, context: &RequestContext) -> Error {
    // Without user and query, which may contain secrets.
    let location = text(&response.headers, &LOCATION)
        .and_then(|location| location.parse::<Uri>().ok())
        .map(|uri| match (uri.scheme_str(), uri.authority()) {
            (Some(scheme), Some(server)) => {
                let server = server.as_str().rsplit('@').next().unwrap_or_default();
                format!(" to {scheme}://{server}{}", uri.path())
            }
            _ => format!(" to {}", uri.path()),
        });
    let message = format!("the server redirects{}", location.unwrap_or_default());
    let mut error = classify::error(Cause::Redirect, message, context);
    error.details_mut().set_status(response.status.as_u16());
    error
}

fn text(headers: &HeaderMap, name: &HeaderName) -> Option<String> {
    headers.get(name)?.to_str().ok().map(str::to_owned)
}
