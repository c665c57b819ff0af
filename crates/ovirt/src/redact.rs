//! Redacts secrets in headers, queries and bodies, for logs, recordings and dry runs.

use std::borrow::Cow;

use http::header::{AUTHORIZATION, CONTENT_TYPE, COOKIE, PROXY_AUTHORIZATION, SET_COOKIE};
use http::{HeaderMap, HeaderName, HeaderValue};
use serde_json::Value;

use crate::secret::REDACTED;

/// Secret fields of forms and JSON objects.
const SECRET_FIELDS: &[&str] = &[
    "access_token",
    "client_secret",
    "password",
    "refresh_token",
    "token",
];

/// Returns the value of a header, redacted if it is known to be secret or its name suggests so.
pub(crate) fn header<'a>(name: &HeaderName, value: &'a HeaderValue) -> Cow<'a, str> {
    let known = [AUTHORIZATION, COOKIE, PROXY_AUTHORIZATION, SET_COOKIE];
    let has_secret_name = || {
        [
            "auth", "cookie", "key", "password", "secret", "session", "token",
        ]
        .iter()
        .any(|part| name.as_str().contains(part))
    };
    if !value.is_sensitive() && !known.contains(name) && !has_secret_name() {
        return String::from_utf8_lossy(value.as_bytes());
    }
    // The authentication scheme is not secret, and helps debugging.
    match value.to_str().ok().and_then(|text| text.split_once(' ')) {
        Some((scheme @ ("Basic" | "Bearer" | "Negotiate"), _)) => {
            format!("{scheme} {REDACTED}").into()
        }
        _ => REDACTED.into(),
    }
}

/// Returns a body as text, redacted according to its content type.
pub(crate) fn body(headers: &HeaderMap, body: &[u8]) -> String {
    let media_type = headers
        .get(CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    let media_type = media_type.split(';').next().unwrap_or_default().trim();
    let Ok(text) = std::str::from_utf8(body) else {
        return format!("({} bytes of binary data)", body.len());
    };
    match media_type {
        _ if text.trim().is_empty() => String::new(),
        "application/xml" | "text/xml" => ovirt_types::__private::redact(text),
        "application/json" => json(text),
        "application/x-www-form-urlencoded" => form(text),
        "text/html" | "text/plain" => text.to_owned(),
        _ => format!("({} bytes)", body.len()),
    }
}

/// Redacts a query or a form.
pub(crate) fn form(text: &str) -> String {
    let pairs = text.split('&').map(|pair| match pair.split_once('=') {
        Some((name, _)) if SECRET_FIELDS.contains(&name) => {
            Cow::Owned(format!("{name}={REDACTED}"))
        }
        _ => Cow::Borrowed(pair),
    });
    pairs.collect::<Vec<_>>().join("&")
}

fn json(text: &str) -> String {
    match serde_json::from_str(text) {
        Ok(mut value) => {
            redact_json(&mut value);
            value.to_string()
        }
        Err(_) => format!("({} bytes of invalid JSON)", text.len()),
    }
}

fn redact_json(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(redact_json),
        Value::Object(members) => {
            for (name, value) in members {
                if SECRET_FIELDS.contains(&name.as_str()) {
                    *value = REDACTED.into();
                } else {
                    redact_json(value);
                }
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE};
    use http::{HeaderMap, HeaderName, HeaderValue};

    use super::{body, form, header};

    #[test]
    fn credentials_in_headers_are_redacted() {
        let table = [
            (ACCEPT, "application/xml", "application/xml"),
            (AUTHORIZATION, "Bearer s3cret", "Bearer ***"),
            (AUTHORIZATION, "s3cret", "***"),
            (AUTHORIZATION, "Digest user=\"s3cret\"", "***"),
            (HeaderName::from_static("x-api-key"), "s3cret", "***"),
            (HeaderName::from_static("jsessionid"), "s3cret", "***"),
        ];
        for (name, value, expected) in table {
            assert_eq!(header(&name, &HeaderValue::from_static(value)), expected);
        }
    }

    #[test]
    fn only_secrets_in_bodies_are_redacted() {
        let table = [
            ("application/xml", "<a/>", "<a/>"),
            (
                "application/xml; charset=UTF-8",
                "<host><root_password>s3cret</root_password></host>",
                "<host><root_password>***</root_password></host>",
            ),
            (
                "application/x-www-form-urlencoded",
                "username=admin%40internal&password=s3cret",
                "username=admin%40internal&password=***",
            ),
            (
                "application/json",
                r#"[{"access_token":"s3cret","scope":"x"}]"#,
                r#"[{"access_token":"***","scope":"x"}]"#,
            ),
            ("application/json", "s3cret", "(6 bytes of invalid JSON)"),
            ("application/octet-stream", "s3cret", "(6 bytes)"),
            ("", " \n", ""),
        ];
        for (media_type, text, expected) in table {
            let headers =
                HeaderMap::from_iter([(CONTENT_TYPE, HeaderValue::from_static(media_type))]);
            assert_eq!(body(&headers, text.as_bytes()), expected);
        }
        assert_eq!(
            form("search=password%3Dx&token=s3cret&x"),
            "search=password%3Dx&token=***&x"
        );
    }
}
