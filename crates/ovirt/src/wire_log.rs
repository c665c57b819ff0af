//! The wire log, for debugging: `tracing` events with requests and responses, secrets redacted, at
//! level TRACE under the target `ovirt::traffic`.

use http::HeaderMap;
use ovirt_http::{BufferedResponse, HttpRequest};
use tracing::{Level, enabled, event};

use crate::redact::Redactor;

const TARGET: &str = "ovirt::traffic";

/// Whether a subscriber is interested; texts are formatted only then.
pub(crate) fn is_on() -> bool {
    enabled!(target: TARGET, Level::TRACE)
}

pub(crate) fn request(http_request: &HttpRequest, redactor: &Redactor) {
    if is_on() {
        let HttpRequest {
            method,
            uri,
            host: _,
            headers,
            body,
        } = http_request;
        let query = uri.query().map(|query| redactor.form(query));
        event!(
            target: TARGET,
            Level::TRACE,
            "> {method} {}{}{}\n{}",
            uri.path(),
            if query.is_some() { "?" } else { "" },
            query.unwrap_or_default(),
            content(headers, body, redactor)
        );
    }
}

pub(crate) fn response(response: &BufferedResponse, redactor: &Redactor) {
    let BufferedResponse {
        status,
        headers,
        body,
    } = response;
    event!(
        target: TARGET,
        Level::TRACE,
        "< {status}\n{}",
        content(headers, body, redactor)
    );
}

/// Formats headers, an empty line and the body, without terminal escape sequences.
fn content(headers: &HeaderMap, body: &[u8], redactor: &Redactor) -> String {
    let mut text = String::new();
    for (name, value) in headers {
        text.push_str(&format!("{name}: {}\n", redactor.header(name, value)));
    }
    text.push('\n');
    text.push_str(&redactor.body(headers, body));
    let is_harmful = |c: char| c.is_control() && !matches!(c, '\n' | '\t' | '\r');
    text.replace(is_harmful, "\u{fffd}")
}
