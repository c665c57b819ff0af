//! What is said to the engine's single sign-on and what it answers: getting a token and giving it
//! back. Whose token it is and when to get one is decided in `auth`.

use std::sync::Arc;

use bytes::Bytes;
use http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE};
use http::{HeaderMap, HeaderValue, Method};
use serde_json::Value;

use crate::error::classify::{self, Scene, Symptom};
use crate::error::{Error, RequestInfo};
use crate::form;
use crate::response;
use crate::secret::Secret;
use crate::transport::{Incoming, Outgoing, Transport};
use crate::url::ApiUrl;

/// Where tokens are had, in the engine's web application.
pub(crate) const TOKEN_PATH: &str = "/sso/oauth/token";

/// Where tokens are given back, in the engine's web application.
pub(crate) const LOGOUT_PATH: &str = "/services/sso-logout";

/// The scope that a token for the API needs.
const SCOPE: &str = "ovirt-app-api";

/// User and password.
#[derive(Debug)]
pub(crate) struct Credentials {
    pub(crate) user: String,
    pub(crate) password: Secret,
}

/// The single sign-on of one engine.
pub(crate) struct Sso {
    url: Arc<ApiUrl>,
    transport: Arc<Transport>,
    headers: HeaderMap,
}

impl Sso {
    /// The single sign-on of the engine at this URL; `headers` go with each request.
    pub(crate) fn new(url: Arc<ApiUrl>, transport: Arc<Transport>, mut headers: HeaderMap) -> Self {
        // The engine refuses any other Accept than exactly this one.
        headers.insert(ACCEPT, HeaderValue::from_static("application/json"));
        headers.insert(
            CONTENT_TYPE,
            HeaderValue::from_static("application/x-www-form-urlencoded"),
        );
        headers.remove(AUTHORIZATION);
        Self {
            url,
            transport,
            headers,
        }
    }

    /// Logs in: the token.
    pub(crate) async fn login(&self, credentials: &Credentials) -> Result<Secret, Error> {
        let form = form::encode([
            ("grant_type", "password"),
            ("scope", SCOPE),
            ("username", &credentials.user),
            ("password", credentials.password.reveal()),
        ]);
        let (answer, scene) = self.post(TOKEN_PATH, "login", form).await?;
        let document = read(&answer, &scene)?;
        match document.get("access_token").and_then(Value::as_str) {
            Some(token) if HeaderValue::try_from(token).is_ok() => Ok(Secret::new(token)),
            _ => Err(classify::error(
                Symptom::Unreadable,
                "the answer to the login has no token",
                &scene,
            )),
        }
    }

    /// Gives a token back. That the engine doesn't know it is no error.
    pub(crate) async fn revoke(&self, token: &Secret) -> Result<(), Error> {
        let form = form::encode([("token", token.reveal()), ("scope", SCOPE)]);
        let (answer, scene) = self.post(LOGOUT_PATH, "logout", form).await?;
        if answer.status.is_success() && answer.body.trim_ascii().is_empty() {
            return Ok(());
        }
        read(&answer, &scene).map(|_| ())
    }

    async fn post(
        &self,
        path: &str,
        operation: &'static str,
        form: String,
    ) -> Result<(Incoming, Scene), Error> {
        let path = self.url.in_application(path);
        let scene = Scene {
            request: RequestInfo::new("POST", &path),
            operation: operation.into(),
            server: self.url.server().to_owned(),
            usual_path: self.url.has_usual_path(),
            correlation_id: None,
        };
        let uri = self.url.on_server(&path);
        let uri = uri
            .parse()
            .map_err(|_| Error::usage("the URL of the API can't be used"))?;
        let outgoing = Outgoing {
            method: Method::POST,
            uri,
            headers: self.headers.clone(),
            body: Bytes::from(form),
        };
        let answer = self.transport.send(outgoing).await;
        let answer = answer.map_err(|failure| response::not_answered(failure, &scene))?;
        Ok((answer, scene))
    }
}

/// The document in an answer, unless it says that something went wrong.
fn read(answer: &Incoming, scene: &Scene) -> Result<Value, Error> {
    let status = answer.status.as_u16();
    // Older engines put the object into an array of one.
    let document = match serde_json::from_slice::<Value>(&answer.body) {
        Ok(Value::Array(mut array)) if array.len() == 1 => array.pop().filter(Value::is_object),
        Ok(document @ Value::Object(_)) => Some(document),
        _ => None,
    };
    match document {
        Some(document) => match refusal(&document) {
            Some(said) => Err(classify::error(
                Symptom::LoginRefused,
                format!("the engine refused the {}: {said}", scene.operation),
                scene,
            )),
            None if answer.status.is_success() => Ok(document),
            None => Err(classify::status_error(status, None, None, scene)),
        },
        None => Err(no_document(answer, scene)),
    }
}

/// The error for an answer that is something else: mostly a web page, of the web server in front
/// of the engine or of a server that is no engine.
fn no_document(answer: &Incoming, scene: &Scene) -> Error {
    let title = response::html_title(&answer.body);
    match answer.status.as_u16() {
        300..=399 => response::redirected(answer, scene),
        status @ (401 | 403 | 408 | 429 | 500..) => {
            classify::status_error(status, None, title, scene)
        }
        status => {
            let page = title
                .map(|title| format!(" ({title:?})"))
                .unwrap_or_default();
            let what = format!(
                "what answers to the {} with status {status} is not the engine's single sign-on{page}",
                scene.operation
            );
            classify::error(Symptom::NotJson, what, scene)
        }
    }
}

/// What the single sign-on says if it refuses: text and code, in either of its two shapes.
fn refusal(document: &Value) -> Option<String> {
    let member = |name: &str| document.get(name).and_then(Value::as_str).map(str::trim);
    let (code, text) = match member("error_description") {
        Some(text) => (member("error"), Some(text)),
        None => (member("error_code"), member("error")),
    };
    // A sentence of the engine around another one ends in two full stops.
    let text = text
        .map(|text| text.trim_end_matches('.'))
        .filter(|text| !text.is_empty());
    match (text, code) {
        (Some(text), Some(code)) => Some(format!("{text} ({code})")),
        (Some(only), None) | (None, Some(only)) => Some(only.to_owned()),
        (None, None) => None,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::refusal;

    #[test]
    fn both_shapes_of_a_refusal_are_understood() {
        let table = [
            (json!({"access_token": "x"}), None),
            (
                json!({"error_code": "access_denied", "error": "No.."}),
                Some("No (access_denied)"),
            ),
            (
                json!({"error": "invalid", "error_description": "Bad."}),
                Some("Bad (invalid)"),
            ),
            (json!({"error": "Only text"}), Some("Only text")),
            (json!({"error_code": "server_error"}), Some("server_error")),
        ];
        for (document, expected) in table {
            assert_eq!(refusal(&document).as_deref(), expected, "{document}");
        }
    }
}
