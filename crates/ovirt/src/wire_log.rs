//! The log of what goes over the wire, for people who look for a mistake: events of `tracing`, at
//! its lowest level, under the target `ovirt::traffic`. Secrets are hidden in it.

use http::HeaderMap;
use ovirt_http::{BufferedResponse, HttpRequest};
use tracing::{Level, enabled, event};

use crate::redact;

const TARGET: &str = "ovirt::traffic";

/// Whether anybody listens. Texts are made only then.
pub(crate) fn is_on() -> bool {
    enabled!(target: TARGET, Level::TRACE)
}

pub(crate) fn request(http_request: &HttpRequest) {
    if is_on() {
        let HttpRequest {
            method,
            uri,
            host: _,
            headers,
            body,
        } = http_request;
        let query = uri.query().map(redact::form);
        event!(
            target: TARGET,
            Level::TRACE,
            "> {method} {}{}{}\n{}",
            uri.path(),
            if query.is_some() { "?" } else { "" },
            query.unwrap_or_default(),
            content(headers, body)
        );
    }
}

pub(crate) fn answer(incoming: &BufferedResponse) {
    let BufferedResponse {
        status,
        headers,
        body,
    } = incoming;
    event!(
        target: TARGET,
        Level::TRACE,
        "< {status}\n{}",
        content(headers, body)
    );
}

/// Headers, an empty line and the body.
fn content(headers: &HeaderMap, body: &[u8]) -> String {
    let mut text = String::new();
    for (name, value) in headers {
        text.push_str(&format!("{name}: {}\n", redact::header(name, value)));
    }
    text.push('\n');
    text.push_str(&redact::body(headers, body));
    text
}
