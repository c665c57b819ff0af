//! The way back of a request: from an answer to the object in it or to an error.

use std::sync::Arc;

use bytes::Bytes;
use http::header::{CONTENT_TYPE, LOCATION};
use http::{HeaderMap, HeaderName, Uri};

use ovirt_types::{Action, Fault, FromXml, XmlError, root_element};

use crate::error::Error;
use crate::error::classify::{self, Scene, Symptom};
use crate::error::fault;
use crate::transport::{Failure, Incoming};

/// A successful answer (status 2xx), its content not looked at yet.
#[derive(Debug)]
pub(crate) struct Reply {
    status: u16,
    content_type: Option<String>,
    body: Bytes,
    scene: Scene,
}

impl Reply {
    /// Takes an answer of the engine: any other status than 2xx is an error.
    pub(crate) fn new(incoming: Incoming, mut scene: Scene) -> Result<Self, Error> {
        if let Some(id) = text(&incoming.headers, &CORRELATION_ID) {
            scene.correlation_id = Some(id);
        }
        match incoming.status.as_u16() {
            status @ 200..=299 => Ok(Self {
                status,
                content_type: text(&incoming.headers, &CONTENT_TYPE),
                body: incoming.body,
                scene,
            }),
            300..=399 => Err(redirected(&incoming, &scene)),
            status => {
                let fault = fault::find(&incoming.body);
                let title = html_title(&incoming.body);
                Err(classify::status_error(status, fault, title, &scene))
            }
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

    /// The action in the answer, unless it failed: it can say so with any status.
    pub(crate) fn into_action(self) -> Result<Action, Error> {
        self.check_document()?;
        let action = Action::from_xml(&self.body).map_err(|error| self.unreadable(error))?;
        match action.fault {
            Some(fault) => Err(self.failed(*fault)),
            None => Ok(action),
        }
    }

    /// Makes the error for an action whose answer lacks its result.
    pub(crate) fn missing(&self, result: &'static str) -> impl FnOnce() -> Error + use<> {
        let scene = self.scene.clone();
        move || {
            let what = format!("the answer of the action has no `{result}`");
            classify::error(Symptom::Unreadable, what, &scene)
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
        Err(classify::error(Symptom::NotXml, what, &self.scene))
    }

    /// That the answer is XML and not empty.
    fn check_document(&self) -> Result<(), Error> {
        if self.body.trim_ascii().is_empty() {
            let what = match self.status {
                202 => "the engine accepted the request, but sent no object",
                _ => "the answer is empty where an object was expected",
            };
            return Err(classify::error(Symptom::Empty, what, &self.scene));
        }
        let kind = self.content_type.as_deref().unwrap_or_default();
        let name = kind.split(';').next().unwrap_or_default().trim();
        if !["application/xml", "text/xml"]
            .iter()
            .any(|xml| name.eq_ignore_ascii_case(xml))
        {
            let what = match html_title(&self.body) {
                Some(title) => format!("the answer is a web page ({title:?}), not XML"),
                None if name.is_empty() => "the answer has no content type".to_owned(),
                None => format!("the answer is {name:?}, not XML"),
            };
            return Err(classify::error(Symptom::NotXml, what, &self.scene));
        }
        Ok(())
    }

    /// The error for a document that can't be read as what was expected.
    #[cold]
    fn unreadable(&self, error: XmlError) -> Error {
        if let Some(fault) = fault::find(&self.body) {
            return self.failed(fault);
        }
        let what = "the answer can't be read as what was expected";
        let mut unreadable = classify::error(Symptom::Unreadable, what, &self.scene);
        unreadable.details_mut().set_source(Arc::new(error));
        unreadable
    }

    #[cold]
    fn failed(&self, fault: Fault) -> Error {
        classify::status_error(self.status, Some(fault), None, &self.scene)
    }
}

/// The header that says under which id the engine's events tell about a request.
pub(crate) const CORRELATION_ID: HeaderName = HeaderName::from_static("correlation-id");

/// The error when there was no answer.
#[cold]
pub(crate) fn not_answered(failure: Failure, scene: &Scene) -> Error {
    let mut error = classify::error(
        failure.symptom,
        failure.what.replace("{server}", &scene.server),
        scene,
    );
    if let Some(source) = failure.source {
        error.details_mut().set_source(source);
    }
    error
}

/// The error for an answer that sends the client somewhere else.
#[cold]
pub(crate) fn redirected(incoming: &Incoming, scene: &Scene) -> Error {
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
    classify::error(Symptom::Redirect, what, scene)
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
