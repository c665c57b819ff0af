//! The wire log, for debugging: `tracing` events with requests and responses, secrets redacted, at
//! level TRACE under the target `ovirt::traffic`.

use http::HeaderMap;
use ovirt_http::{BufferedResponse, HttpRequest};
use tracing::{Level, enabled, event};

use crate::dry_run::DryRun;
use crate::redact::Redactor;

const TARGET: &str = "ovirt::traffic";

/// Whether a subscriber is interested; texts are formatted only then.
pub(crate) fn is_on() -> bool {
    enabled!(target: TARGET, Level::TRACE)
}

pub(crate) fn request(http_request: &HttpRequest, redactor: &Redactor) {
    if is_on() {
        let text = DryRun::new(http_request, redactor).to_string();
        event!(target: TARGET, Level::TRACE, "> {}", harmless(&text));
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

/// Formats headers, an empty line and the body.
fn content(headers: &HeaderMap, body: &[u8], redactor: &Redactor) -> String {
    let mut text = String::new();
    for (name, value) in headers {
        text.push_str(&format!("{name}: {}\n", redactor.header(name, value)));
    }
    text.push('\n');
    text.push_str(&redactor.body(headers, body));
    harmless(&text)
}

/// Replaces what a terminal would take for escape sequences.
fn harmless(text: &str) -> String {
    let is_harmful = |c: char| c.is_control() && !matches!(c, '\n' | '\t' | '\r');
    text.replace(is_harmful, "\u{fffd}")
}
