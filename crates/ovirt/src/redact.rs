//! Requests and answers with their secrets hidden, to be shown to people: in logs, recordings and
//! what would be sent.

use std::borrow::Cow;

use http::header::{AUTHORIZATION, CONTENT_TYPE, COOKIE, PROXY_AUTHORIZATION, SET_COOKIE};
use http::{HeaderMap, HeaderName, HeaderValue};
use serde_json::Value;

use crate::secret::HIDDEN;

/// Members of forms and of JSON objects that are secrets.
const SECRETS: &[&str] = &[
    "access_token",
    "client_secret",
    "password",
    "refresh_token",
    "token",
];

/// A header's value. That of a header of the user's own is hidden if the name sounds like it.
pub(crate) fn header<'a>(name: &HeaderName, value: &'a HeaderValue) -> Cow<'a, str> {
    let known = [AUTHORIZATION, COOKIE, PROXY_AUTHORIZATION, SET_COOKIE];
    let sounds_secret = || {
        [
            "auth", "cookie", "key", "password", "secret", "session", "token",
        ]
        .iter()
        .any(|part| name.as_str().contains(part))
    };
    if !value.is_sensitive() && !known.contains(name) && !sounds_secret() {
        return String::from_utf8_lossy(value.as_bytes());
    }
    // The scheme is no secret, and tells much when something is wrong.
    match value.to_str().ok().and_then(|text| text.split_once(' ')) {
        Some((scheme @ ("Basic" | "Bearer" | "Negotiate"), _)) => {
            format!("{scheme} {HIDDEN}").into()
        }
        _ => HIDDEN.into(),
    }
}

/// The body that goes with these headers.
pub(crate) fn body(headers: &HeaderMap, body: &[u8]) -> String {
    let kind = headers
        .get(CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok())
        .unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim();
    let Ok(text) = std::str::from_utf8(body) else {
        return format!("({} bytes that are no text)", body.len());
    };
    match kind {
        _ if text.trim().is_empty() => String::new(),
        "application/xml" | "text/xml" => ovirt_types::__private::redact(text),
        "application/json" => json(text),
        "application/x-www-form-urlencoded" => form(text),
        "text/html" | "text/plain" => text.to_owned(),
        _ => format!("({} bytes)", body.len()),
    }
}

/// A query or a form.
pub(crate) fn form(text: &str) -> String {
    let pairs = text.split('&').map(|pair| match pair.split_once('=') {
        Some((name, _)) if SECRETS.contains(&name) => Cow::Owned(format!("{name}={HIDDEN}")),
        _ => Cow::Borrowed(pair),
    });
    pairs.collect::<Vec<_>>().join("&")
}

fn json(text: &str) -> String {
    match serde_json::from_str(text) {
        Ok(mut value) => {
            hide(&mut value);
            value.to_string()
        }
        Err(_) => format!("({} bytes that are no JSON)", text.len()),
    }
}

fn hide(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(hide),
        Value::Object(members) => {
            for (name, value) in members {
                if SECRETS.contains(&name.as_str()) {
                    *value = HIDDEN.into();
                } else {
                    hide(value);
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
    fn headers_with_credentials_are_hidden() {
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
    fn bodies_lose_their_secrets_and_nothing_else() {
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
            ("application/json", "s3cret", "(6 bytes that are no JSON)"),
            ("application/octet-stream", "s3cret", "(6 bytes)"),
            ("", " \n", ""),
        ];
        for (kind, text, expected) in table {
            let headers = HeaderMap::from_iter([(CONTENT_TYPE, HeaderValue::from_static(kind))]);
            assert_eq!(body(&headers, text.as_bytes()), expected);
        }
        assert_eq!(
            form("search=password%3Dx&token=s3cret&x"),
            "search=password%3Dx&token=***&x"
        );
    }
}
