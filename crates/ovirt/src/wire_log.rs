//! The wire log, for debugging: `tracing` events with requests and responses, secrets redacted, at
//! level TRACE under the target `ovirt::traffic`.

use http::HeaderMap;
use ovirt_http::{BufferedResponse, HttpRequest};
use tracing::{Level, enabled, event};

use crate::redact;

const TARGET: &str = "ovirt::traffic";

/// Whether a subscriber is interested; texts are formatted only then.
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

pub(crate) fn response(response: &BufferedResponse) {
    let BufferedResponse {
        status,
        headers,
        body,
    } = response;
    event!(
        target: TARGET,
        Level::TRACE,
        "< {status}\n{}",
        content(headers, body)
    );
}

/// Formats headers, an empty line and the body.
fn content(headers: &HeaderMap, body: &[u8]) -> String {
    let mut text = String::new();
    for (name, value) in headers {
        text.push_str(&format!("{name}: {}\n", redact::header(name, value)));
    }
    text.push('\n');
    text.push_str(&redact::body(headers, body));
    text
}
