//! The `tracing` span of a request, with the field names of OpenTelemetry.

use http::Method;
use tracing::{Span, field};

use crate::error::Error;

/// Creates the span of a request; `operation` is its name in the model, such as `vms.list`.
pub(crate) fn of_request(operation: &str, method: &Method, server: &str, path: &str) -> Span {
    tracing::debug_span!(
        target: "ovirt",
        "request",
        otel.name = %operation,
        otel.kind = "client",
        http.request.method = %method,
        server.address = %server,
        url.path = %path,
        http.response.status_code = field::Empty,
        http.response.body.size = field::Empty,
        http.request.resend_count = field::Empty,
        otel.status_code = field::Empty,
        error.type = field::Empty,
        error.message = field::Empty,
        ovirt.correlation_id = field::Empty,
    )
}

/// Records in the span of a request how long the body of the response was, in bytes after
/// decompression.
pub(crate) fn record_size(span: &Span, bytes: usize) {
    span.record("http.response.body.size", bytes);
}

/// Records in the span of a request why it failed.
pub(crate) fn record_error(span: &Span, error: &Error) {
    if let Some(status) = error.status() {
        span.record("http.response.status_code", status);
    }
    span.record("otel.status_code", "ERROR");
    span.record("error.type", field::debug(error.kind()));
    span.record("error.message", field::display(error));
}
