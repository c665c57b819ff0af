//! The way back of a request: from an answer to the object in it or to an error.

use std::any::Any;
use std::fmt;
use std::sync::Arc;
use std::time::{Duration, UNIX_EPOCH};

use bytes::Bytes;
use http::header::{CONTENT_TYPE, LOCATION, RETRY_AFTER};
use http::{HeaderMap, HeaderName, HeaderValue, Uri};
use ovirt_http::{BufferedResponse, Failure};
use ovirt_types::__private::{Items, Object};
use ovirt_types::{Action, Fault, FromXml, List, XmlError, root_element};

use crate::clock;
use crate::error::Error;
use crate::error::classify::{self, Cause, RequestContext};
use crate::error::fault;
use crate::name_hint;

/// A successful answer (status 2xx), its content not looked at yet.
pub(crate) struct Reply {
    status: u16,
    headers: HeaderMap,
    body: Bytes,
    context: RequestContext,
    /// How many times the request was sent for it.
    tries: u32,
    /// The items of the list that the body was; they have been read while it arrived.
    items: Option<Box<dyn Items>>,
}

/// That an answer says that the request was carried out, or at least accepted: any other status
/// than 2xx is an error.
pub(crate) fn check(incoming: &BufferedResponse, context: &RequestContext) -> Result<(), Error> {
    let mut error = match incoming.status.as_u16() {
        200..=299 => return Ok(()),
        300..=399 => redirected(incoming, context),
        status => {
            let fault = fault::find(&incoming.body);
            let title = html_title(&incoming.body);
            let mut context = context.clone();
            identify(&incoming.headers, &mut context);
            let mut error = classify::status_error(status, fault, title, &context);
            if status == 404 && error.fault().is_none() && context.usual_path {
                name_hint::add(&mut error);
            }
            error
        }
    };
    error
        .details_mut()
        .set_retry_after(retry_after(&incoming.headers));
    Err(error)
}

/// Takes the correlation id of an answer for that of the request.
pub(crate) fn identify(headers: &HeaderMap, context: &mut RequestContext) {
    if let Some(id) = text(headers, &CORRELATION_ID) {
        context.correlation_id = Some(id);
    }
}

/// That a successful answer is XML and not empty, which its beginning tells.
pub(crate) fn check_document(
    status: u16,
    headers: &HeaderMap,
    start: &[u8],
    context: &RequestContext,
) -> Result<(), Error> {
    if start.trim_ascii().is_empty() {
        let what = match status {
            202 => "the engine accepted the request, but sent no object",
            _ => "the answer is empty where an object was expected",
        };
        return Err(classify::error(Cause::EmptyBody, what, context));
    }
    let name = media_type(headers);
    if !is_xml(name) {
        let what = match html_title(start) {
            Some(title) => format!("the answer is a web page ({title:?}), not XML"),
            None if name.is_empty() => "the answer has no content type".to_owned(),
            None => format!("the answer is {name:?}, not XML"),
        };
        return Err(classify::error(Cause::NotXml, what, context));
    }
    Ok(())
}

/// The error for a document that can't be read as what was expected.
#[cold]
pub(crate) fn unreadable(error: XmlError, context: &RequestContext) -> Error {
    let what = "the answer can't be read as what was expected";
    let mut unreadable = classify::error(Cause::InvalidDocument, what, context);
    unreadable.details_mut().set_source(Arc::new(error));
    unreadable
}

/// How long the server asks to wait: in seconds, or until a date.
fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    let text = headers.get(RETRY_AFTER)?.to_str().ok()?.trim();
    if let Ok(seconds) = text.parse() {
        return Some(Duration::from_secs(seconds));
    }
    let date = httpdate::parse_http_date(text).ok()?;
    let since = date.duration_since(UNIX_EPOCH).ok()?;
    Some(since.saturating_sub(Duration::from_millis(clock::unix_milliseconds())))
}

impl Reply {
    /// Takes a successful answer of the engine.
    pub(crate) fn new(
        incoming: BufferedResponse,
        mut context: RequestContext,
        tries: u32,
        items: Option<Box<dyn Items>>,
    ) -> Self {
        identify(&incoming.headers, &mut context);
        Self {
            status: incoming.status.as_u16(),
            headers: incoming.headers,
            body: incoming.body,
            context,
            tries,
            items,
        }
    }

    /// What there is to know of the answer beside its content.
    pub(crate) fn info(&self) -> ResponseInfo {
        ResponseInfo {
            status: self.status,
            headers: self.headers.clone(),
            correlation_id: self.context.correlation_id.clone(),
            tries: self.tries,
        }
    }

    pub(crate) fn status(&self) -> u16 {
        self.status
    }

    pub(crate) fn into_body(self) -> Bytes {
        self.body
    }

    /// The object in the answer.
    pub(crate) fn into_object<T: FromXml>(self) -> Result<T, Error> {
        self.check_document()?;
        T::from_xml(&self.body).map_err(|error| self.unreadable(error))
    }

    /// The list in the answer.
    pub(crate) fn into_list<T: Object>(mut self) -> Result<List<T>, Error> {
        let items = self.items.take().map(|items| items as Box<dyn Any>);
        match items.map(Box::<dyn Any>::downcast::<Vec<T>>) {
            Some(Ok(items)) => Ok(List::from(*items)),
            _ => self.into_object(),
        }
    }

    /// The action in the answer, unless it failed: it can say so with any status.
    pub(crate) fn into_action(self) -> Result<Action, Error> {
        self.check_document()?;
        let action = Action::from_xml(&self.body).map_err(|error| self.unreadable(error))?;
        match action.fault {
            Some(fault) => Err(self.failed(fault.into_inner())),
            None => Ok(action),
        }
    }

    /// Makes the error for an action whose answer lacks its result.
    pub(crate) fn missing(&self, result: &'static str) -> impl FnOnce() -> Error + use<> {
        let context = self.context.clone();
        move || {
            let what = format!("the answer of the action has no `{result}`");
            classify::error(Cause::InvalidDocument, what, &context)
        }
    }

    /// That there was an answer is all there is to know. It is an error only if it says so.
    pub(crate) fn into_nothing(self) -> Result<(), Error> {
        match fault::find(&self.body) {
            Some(fault) => Err(self.failed(fault)),
            None => Ok(()),
        }
    }

    /// That the answer is a document with this root element is all there is to know.
    pub(crate) fn into_root(self, root: &str) -> Result<(), Error> {
        self.check_document()?;
        let what = match root_element(&self.body) {
            Some(found) if found == root => return Ok(()),
            Some(found) => format!("the answer is <{found}> where <{root}> was expected"),
            None => format!("the answer is not well-formed where <{root}> was expected"),
        };
        Err(classify::error(Cause::NotXml, what, &self.context))
    }

    /// That the answer is XML and not empty.
    fn check_document(&self) -> Result<(), Error> {
        check_document(self.status, &self.headers, &self.body, &self.context)
    }

    /// The error for a document that can't be read as what was expected.
    #[cold]
    fn unreadable(&self, error: XmlError) -> Error {
        match fault::find(&self.body) {
            Some(fault) => self.failed(fault),
            None => unreadable(error, &self.context),
        }
    }

    #[cold]
    fn failed(&self, fault: Fault) -> Error {
        classify::status_error(self.status, Some(fault), None, &self.context)
    }
}

/// What there is to know of an answer beside its content.
#[derive(Clone)]
pub struct ResponseInfo {
    status: u16,
    headers: HeaderMap,
    correlation_id: Option<String>,
    tries: u32,
}

impl ResponseInfo {
    /// The HTTP status, 200 to 299; 202 when the engine goes on with the work.
    pub fn status(&self) -> u16 {
        self.status
    }

    /// The value of a header, by its name in any case; nothing if it is no text.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// The id under which the engine's events and jobs tell about the request.
    pub fn correlation_id(&self) -> Option<&str> {
        self.correlation_id.as_deref()
    }

    /// How many times the request was sent; more than once only with
    /// [`Retries`](crate::Retries) or when waiting for a lock.
    pub fn tries(&self) -> u32 {
        self.tries
    }
}

impl fmt::Debug for ResponseInfo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Headers can have cookies in them.
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

/// The media type of a body, without its parameters.
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

/// The header that says under which id the engine's events tell about a request.
pub(crate) const CORRELATION_ID: HeaderName = HeaderName::from_static("correlation-id");

/// The error when there was no answer.
#[cold]
pub(crate) fn not_answered(failure: Failure, context: &RequestContext) -> Error {
    let mut error = classify::error(
        Cause::Http(failure.kind),
        failure.message.replace("{server}", &context.server),
        context,
    );
    if let Some(source) = failure.source {
        error.details_mut().set_source(source);
    }
    error.details_mut().set_unsent(failure.unsent);
    error
}

/// The error for an answer that sends the client somewhere else.
#[cold]
pub(crate) fn redirected(incoming: &BufferedResponse, context: &RequestContext) -> Error {
    // Of the place only what can't have secrets in it.
    let place = text(&incoming.headers, &LOCATION)
        .and_then(|place| place.parse::<Uri>().ok())
        .map(|uri| match (uri.scheme_str(), uri.authority()) {
            (Some(scheme), Some(server)) => {
                let server = server.as_str().rsplit('@').next().unwrap_or_default();
                format!(" to {scheme}://{server}{}", uri.path())
            }
            _ => format!(" to {}", uri.path()),
        });
    let what = format!(
        "the server redirects{} (status {})",
        place.unwrap_or_default(),
        incoming.status.as_u16()
    );
    classify::error(Cause::Redirect, what, context)
}

/// What a web page is about: its title, or the beginning of its text. `None` if it is no page.
pub(crate) fn html_title(body: &[u8]) -> Option<String> {
    const LONGEST: usize = 80;
    let start = &body[..body.len().min(4096)];
    let page = String::from_utf8_lossy(start);
    let lower = page.to_ascii_lowercase();
    if !lower.contains("<html") && !lower.trim_start().starts_with("<!doctype html") {
        return None;
    }
    let title = lower.find("<title>").map(|begin| begin + "<title>".len());
    let title = title.and_then(|begin| {
        let end = lower[begin..].find('<')? + begin;
        page.get(begin..end)
    });
    let words = title
        .unwrap_or("no title")
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    Some(words.chars().take(LONGEST).collect())
}

fn text(headers: &HeaderMap, name: &HeaderName) -> Option<String> {
    headers.get(name)?.to_str().ok().map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::html_title;

    #[test]
    fn web_pages_are_recognised() {
        let table: &[(&str, Option<&str>)] = &[
            ("", None),
            ("<fault><detail>html</detail></fault>", None),
            (
                "<html><head><title>Error</title></head><body>x</body></html>",
                Some("Error"),
            ),
            (
                "<!DOCTYPE html>\n<HTML><TITLE>502\n Proxy</TITLE>",
                Some("502 Proxy"),
            ),
            ("<html><title>cut", Some("no title")),
            ("<html>", Some("no title")),
        ];
        for (body, expected) in table {
            assert_eq!(html_title(body.as_bytes()).as_deref(), *expected, "{body}");
        }
    }
}
