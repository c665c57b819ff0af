//! What the `tracing` span of a request records.

use tracing::{Span, field};

use crate::error::Error;

/// Records in the span of a request why it failed.
pub(crate) fn record_error(span: &Span, error: &Error) {
    if let Some(status) = error.status() {
        span.record("http.response.status_code", status);
    }
    span.record("otel.status_code", "ERROR");
    span.record("error.type", field::debug(error.kind()));
    span.record("error.message", field::display(error));
}
