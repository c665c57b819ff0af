//! Checked header names and values.

use http::{HeaderName, HeaderValue};

use crate::correlation_id;
use crate::error::Error;

/// Parses the name of a header.
pub(crate) fn name(text: &str) -> Result<HeaderName, Error> {
    HeaderName::try_from(text).map_err(|_| {
        Error::usage(format!(
            "{text:?} is not a valid header name: use letters, digits and -"
        ))
    })
}

/// Parses the value of the header `name`. The error omits the value, which may be a secret, unless
/// it is a correlation id.
pub(crate) fn value(name: &str, text: &str) -> Result<HeaderValue, Error> {
    if name.eq_ignore_ascii_case("Correlation-Id") {
        correlation_id::check(text)?;
    }
    HeaderValue::try_from(text).map_err(|_| {
        Error::usage(format!(
            "the value of the header {name} has line breaks or other control characters: \
             remove them"
        ))
    })
}
