//! Redacts secrets in all outputs of a connection, such as logs, recordings, dry runs and errors:
//! by the names of headers, parameters and members, and by value.

use std::borrow::Cow;
use std::collections::VecDeque;
use std::fmt;
use std::sync::{Mutex, PoisonError};

use http::header::{AUTHORIZATION, CONTENT_TYPE, COOKIE, PROXY_AUTHORIZATION, SET_COOKIE};
use http::{HeaderMap, HeaderName, HeaderValue};
use ovirt_types::__private as types;
use serde_json::Value;

use crate::form;
use crate::secret::{REDACTED, Secret};

/// Shorter secrets are not recognized by value, in characters: texts would become unreadable.
const SHORTEST: usize = 4;

/// How many tokens are recognized by value.
const MAX_TOKENS: usize = 8;

/// Redacts secrets in the outputs of a connection.
pub(crate) struct Redactor {
    /// The member of a login response that contains the token.
    token_name: String,
    /// Passwords and secret headers, in all encodings.
    secrets: Vec<String>,
    /// The latest tokens.
    tokens: Mutex<VecDeque<String>>,
}

impl Redactor {
    /// Creates a redactor that recognizes these secrets by value.
    pub(crate) fn new<'a>(token_name: &str, secrets: impl IntoIterator<Item = &'a Secret>) -> Self {
        let secrets = secrets.into_iter();
        let mut secrets: Vec<String> = secrets
            .map(|secret| split_scheme(secret.reveal()).map_or(secret.reveal(), |(_, rest)| rest))
            .flat_map(encodings)
            .collect();
        secrets.retain(|secret| is_recognized(secret));
        // A secret can contain another one.
        secrets.sort_by_key(|secret| std::cmp::Reverse(secret.len()));
        secrets.dedup();
        Self {
            token_name: token_name.to_owned(),
            secrets,
            tokens: Mutex::default(),
        }
    }

    /// Recognizes a token by value from now on.
    pub(crate) fn add_token(&self, token: &Secret) {
        let token = token.reveal();
        let mut tokens = self.tokens.lock().unwrap_or_else(PoisonError::into_inner);
        if is_recognized(token) && !tokens.iter().any(|known| known == token) {
            tokens.push_back(token.to_owned());
            if tokens.len() > MAX_TOKENS {
                tokens.pop_front();
            }
        }
    }

    /// Redacts the secrets of this connection and passwords in URLs.
    pub(crate) fn text(&self, text: &str) -> String {
        let mut text = types::redact_urls(text).into_owned();
        let tokens = self.tokens.lock().unwrap_or_else(PoisonError::into_inner);
        for secret in self.secrets.iter().chain(&*tokens) {
            if text.contains(secret) {
                text = text.replace(secret, REDACTED);
            }
        }
        text
    }

    /// Returns the value of a header, redacted if it is known to be secret or its name suggests so.
    pub(crate) fn header(&self, name: &HeaderName, value: &HeaderValue) -> String {
        if !value.is_sensitive() && !is_secret_header(name) {
            return self.text(&String::from_utf8_lossy(value.as_bytes()));
        }
        // The authentication scheme is not secret, and helps debugging.
        match value.to_str().ok().and_then(split_scheme) {
            Some((scheme, _)) => format!("{scheme} {REDACTED}"),
            None => REDACTED.to_owned(),
        }
    }

    /// Redacts a query or a form.
    pub(crate) fn form(&self, text: &str) -> String {
        let pairs = text.split('&').map(|pair| {
            let Some((name, value)) = pair.split_once('=') else {
                return Cow::Borrowed(pair);
            };
            let (plain_name, plain_value) = (form::decode(name), form::decode(value));
            let redacted = self.parameter(&plain_name, &plain_value);
            if redacted == plain_value {
                return Cow::Borrowed(pair);
            }
            if redacted == REDACTED {
                return format!("{name}={REDACTED}").into();
            }
            form::encode([(plain_name, redacted)]).into()
        });
        pairs.collect::<Vec<_>>().join("&")
    }

    /// Returns the value of a parameter, redacted if its name is that of a secret.
    pub(crate) fn parameter(&self, name: &str, value: &str) -> String {
        if self.is_secret(None, name) {
            return REDACTED.to_owned();
        }
        self.text(value)
    }

    /// Returns a body as text, redacted according to its content type.
    pub(crate) fn body(&self, headers: &HeaderMap, body: &[u8]) -> String {
        let media_type = headers
            .get(CONTENT_TYPE)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default();
        let media_type = media_type.split(';').next().unwrap_or_default().trim();
        let media_type = media_type.to_ascii_lowercase();
        let Ok(text) = std::str::from_utf8(body) else {
            return format!("({} bytes of binary data)", body.len());
        };
        match media_type.as_str() {
            _ if text.trim().is_empty() => String::new(),
            "application/xml" | "text/xml" if !text.trim_start().starts_with(['<', '\u{feff}']) => {
                format!("({} bytes of invalid XML)", body.len())
            }
            "application/xml" | "text/xml" => self.text(&types::redact(text)),
            "application/json" => self.json(text),
            "application/x-www-form-urlencoded" => self.form(text),
            "text/html" | "text/plain" => self.text(text),
            _ => format!("({} bytes)", body.len()),
        }
    }

    fn json(&self, text: &str) -> String {
        match serde_json::from_str(text) {
            Ok(mut value) => {
                self.redact_json(None, &mut value);
                value.to_string()
            }
            Err(_) => format!("({} bytes of invalid JSON)", text.len()),
        }
    }

    fn redact_json(&self, parent: Option<&str>, value: &mut Value) {
        match value {
            Value::Array(items) => {
                for item in items {
                    self.redact_json(parent, item);
                }
            }
            Value::Object(members) => {
                for (name, value) in members {
                    if self.is_secret(parent, name) {
                        *value = REDACTED.into();
                    } else {
                        self.redact_json(Some(name), value);
                    }
                }
            }
            Value::String(text) => *text = self.text(text),
            _ => {}
        }
    }

    fn is_secret(&self, parent: Option<&str>, name: &str) -> bool {
        name == self.token_name || types::is_secret(parent, name)
    }
}

impl fmt::Debug for Redactor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Redactor").finish_non_exhaustive()
    }
}

/// Whether a header is known to be secret, or its name suggests so.
pub(crate) fn is_secret_header(name: &HeaderName) -> bool {
    const PARTS: [&str; 7] = [
        "auth", "cookie", "key", "password", "secret", "session", "token",
    ];
    let known = [AUTHORIZATION, COOKIE, PROXY_AUTHORIZATION, SET_COOKIE];
    known.contains(name)
        || PARTS.iter().any(|part| name.as_str().contains(part))
        || types::is_secret(None, &name.as_str().replace('-', "_"))
}

fn is_recognized(secret: &str) -> bool {
    secret.chars().count() >= SHORTEST
}

/// The scheme and the credentials in a header.
fn split_scheme(header: &str) -> Option<(&str, &str)> {
    let split = header.split_once(' ');
    split.filter(|(scheme, _)| matches!(*scheme, "Basic" | "Bearer" | "Negotiate"))
}

/// A secret as servers may repeat it: as it is, and encoded for forms, XML and JSON.
fn encodings(secret: &str) -> Vec<String> {
    let form = form::encode([("", secret)]);
    let form = form.trim_start_matches('=');
    let json = Value::from(secret).to_string();
    let xml = |quote, apostrophe| {
        let text = secret.replace('&', "&amp;").replace('<', "&lt;");
        let text = text.replace('>', "&gt;").replace('"', quote);
        text.replace('\'', apostrophe)
    };
    vec![
        secret.to_owned(),
        secret.split_whitespace().collect::<Vec<_>>().join(" "),
        form.to_owned(),
        form.replace('+', "%20"),
        xml("&quot;", "&apos;"),
        xml("&#34;", "&#39;"),
        xml("&quot;", "&#39;"),
        xml("\"", "'"),
        json.strip_prefix('"')
            .and_then(|json| json.strip_suffix('"'))
            .unwrap_or_default()
            .to_owned(),
    ]
}

#[cfg(test)]
mod tests {
    use http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE};
    use http::{HeaderMap, HeaderName, HeaderValue};

    use super::Redactor;
    use crate::secret::Secret;

    fn redactor() -> Redactor {
        Redactor::new("jwt", &[Secret::new("pass w&rd-42"), Secret::new("abc")])
    }

    #[test]
    fn credentials_in_headers_are_redacted() {
        let table = [
            (ACCEPT, "application/xml", "application/xml"),
            (AUTHORIZATION, "Bearer s3cret", "Bearer ***"),
            (AUTHORIZATION, "s3cret", "***"),
            (AUTHORIZATION, "Digest user=\"s3cret\"", "***"),
            (HeaderName::from_static("x-api-key"), "s3cret", "***"),
            (HeaderName::from_static("jsessionid"), "s3cret", "***"),
            (HeaderName::from_static("custom-script"), "s3cret", "***"),
            (
                HeaderName::from_static("location"),
                "https://u:s3cret@e/x",
                "https://u:***@e/x",
            ),
        ];
        for (name, value, expected) in table {
            let value = HeaderValue::from_static(value);
            assert_eq!(redactor().header(&name, &value), expected);
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
                "application/xml",
                "<vm><name>pass w&amp;rd-42</name><url>vpx://u:s3cret@vc</url></vm>",
                "<vm><name>***</name><url>vpx://u:***@vc</url></vm>",
            ),
            (
                "application/x-www-form-urlencoded",
                "username=admin%40internal&password=s3cret&p%61ssword=s3cret",
                "username=admin%40internal&password=***&p%61ssword=***",
            ),
            (
                "application/json",
                r#"[{"access_token":"s3cret","scope":"x","jwt":"s3cret"}]"#,
                r#"[{"access_token":"***","jwt":"***","scope":"x"}]"#,
            ),
            (
                "Application/JSON",
                r#"{"custom_properties":{"custom_property":[{"name":"n","value":"s3cret"}]}}"#,
                r#"{"custom_properties":{"custom_property":[{"name":"n","value":"***"}]}}"#,
            ),
            ("application/json", "s3cret", "(6 bytes of invalid JSON)"),
            ("application/octet-stream", "s3cret", "(6 bytes)"),
            ("text/plain", "as pass w&rd-42, abc", "as ***, abc"),
            ("", " \n", ""),
        ];
        for (media_type, text, expected) in table {
            let headers =
                HeaderMap::from_iter([(CONTENT_TYPE, HeaderValue::from_static(media_type))]);
            assert_eq!(redactor().body(&headers, text.as_bytes()), expected);
        }
        assert_eq!(
            redactor()
                .form("search=password%3Dx&token=s3cret&x&a=pass+w%26rd-42&b=s%3A%2F%2Fu%3Ap%40h"),
            "search=password%3Dx&token=***&x&a=***&b=s%3A%2F%2Fu%3A***%40h"
        );
    }

    #[test]
    fn latest_tokens_are_recognized_by_value() {
        let redactor = redactor();
        for number in 0..10 {
            redactor.add_token(&Secret::new(format!("token-{number}")));
        }
        assert_eq!(redactor.text("token-0 token-9"), "token-0 ***");
    }
}
