//! The log of what goes over the wire, for people who look for a mistake: events of `tracing`, at
//! its lowest level, under the target `ovirt::traffic`. Secrets are hidden in it.

use http::HeaderMap;
use ovirt_http::{Incoming, Outgoing};
use tracing::{Level, enabled, event};

use crate::mask;

const TARGET: &str = "ovirt::traffic";

/// Whether anybody listens. Texts are made only then.
pub(crate) fn is_on() -> bool {
    enabled!(target: TARGET, Level::TRACE)
}

pub(crate) fn request(outgoing: &Outgoing) {
    if is_on() {
        let Outgoing {
            method,
            uri,
            host: _,
            headers,
            body,
        } = outgoing;
        let query = uri.query().map(mask::form);
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

pub(crate) fn answer(incoming: &Incoming) {
    let Incoming {
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
        text.push_str(&format!("{name}: {}\n", mask::header(name, value)));
    }
    text.push('\n');
    text.push_str(&mask::body(headers, body));
    text
}
