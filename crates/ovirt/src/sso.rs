//! What is said to the engine's single sign-on and what it answers: getting a token and giving it
//! back. Whose token it is and when to get one is decided in `auth`.

use std::sync::Arc;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use bytes::Bytes;
use http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, WWW_AUTHENTICATE};
use http::{HeaderMap, HeaderValue, Method, StatusCode};
use ovirt_http::{BufferedResponse, HttpRequest};
use serde_json::Value;

use crate::error::classify::{self, Cause, RequestContext};
use crate::error::{Error, ErrorKind, RequestInfo};
use crate::form;
use crate::negotiate::{AnyNegotiator, Failed};
use crate::response;
use crate::secret::Secret;
use crate::token_cache::Kept;
use crate::transport::Transport;
use crate::url::ApiUrl;

/// Where tokens are had, in the engine's web application.
pub(crate) const TOKEN_PATH: &str = "/sso/oauth/token";

/// Where tokens are given back, in the engine's web application.
pub(crate) const LOGOUT_PATH: &str = "/services/sso-logout";

/// The scope that a token for the API needs.
const SCOPE: &str = "ovirt-app-api";

/// Where tokens are had by proving who one is in HTTP's own ways.
const HTTP_AUTH_PATH: &str = "/sso/oauth/token-http-auth";

/// The most steps of a negotiation; Kerberos needs one or two.
const MOST_STEPS: usize = 5;

/// What to log in with.
#[derive(Debug)]
pub(crate) enum Credentials {
    Password { user: String, password: Secret },
    Negotiate(AnyNegotiator),
}

/// Where the login service is, and what it calls the token.
pub(crate) struct Service {
    /// The URL of the API.
    pub(crate) api: Arc<ApiUrl>,
    /// Where tokens are had, if not at the engine.
    pub(crate) login: Option<ApiUrl>,
    /// Where they are given back, if not at the engine.
    pub(crate) logout: Option<ApiUrl>,
    /// The member of the answer to a login that has the token.
    pub(crate) token_name: String,
}

/// The login service that one engine trusts.
pub(crate) struct Sso {
    service: Service,
    transport: Arc<Transport>,
    headers: HeaderMap,
}

impl Sso {
    /// A login service; `headers` go with each request.
    pub(crate) fn new(service: Service, transport: Arc<Transport>, mut headers: HeaderMap) -> Self {
        // The engine refuses any other Accept than exactly this one.
        headers.insert(ACCEPT, HeaderValue::from_static("application/json"));
        headers.insert(
            CONTENT_TYPE,
            HeaderValue::from_static("application/x-www-form-urlencoded"),
        );
        headers.remove(AUTHORIZATION);
        Self {
            service,
            transport,
            headers,
        }
    }

    /// Logs in: the token.
    pub(crate) async fn login(&self, credentials: &Credentials) -> Result<Kept, Error> {
        let (answer, context) = match credentials {
            Credentials::Password { user, password } => {
                let form = form::encode([
                    ("grant_type", "password"),
                    ("scope", SCOPE),
                    ("username", user),
                    ("password", password.reveal()),
                ]);
                self.post(TOKEN_PATH, "login", form, None).await?
            }
            Credentials::Negotiate(negotiator) => self.negotiate(negotiator).await?,
        };
        let document = read(&answer, &context).map_err(|error| advised(error, credentials))?;
        match document
            .get(&self.service.token_name)
            .and_then(Value::as_str)
        {
            Some(token) if HeaderValue::try_from(token).is_ok() => Ok(Kept {
                secret: Secret::new(token),
                expires: expiry(&document),
            }),
            _ => Err(classify::error(
                Cause::Unreadable,
                "the answer to the login has no token",
                &context,
            )),
        }
    }

    /// Logs in by proving who the user is, as long as the server asks for more.
    async fn negotiate(
        &self,
        negotiator: &AnyNegotiator,
    ) -> Result<(BufferedResponse, RequestContext), Error> {
        let form = form::encode([
            ("grant_type", "urn:ovirt:params:oauth:grant-type:http"),
            ("scope", SCOPE),
        ]);
        let failed = |error: Failed| {
            let what = format!("the negotiation of the login failed: {error}");
            let (url, path) = self.place(HTTP_AUTH_PATH);
            classify::error(Cause::Negotiation, what, &context(url, path, "login"))
        };
        let (url, _) = self.place(HTTP_AUTH_PATH);
        let (begun, host) = (negotiator.clone(), url.host().to_owned());
        let begun = may_block(move || begun.0.begin(&host)).await;
        let mut negotiation = begun.and_then(|begun| begun).map_err(failed)?;
        let mut challenge = None;
        for _ in 0..MOST_STEPS {
            let step = may_block(move || {
                let said = negotiation.step(challenge.as_deref());
                (negotiation, said)
            });
            let (next, said) = step.await.map_err(failed)?;
            negotiation = next;
            let said = BASE64_STANDARD.encode(said.map_err(failed)?);
            let value = HeaderValue::try_from(format!("Negotiate {said}"));
            let value = value.map_err(|error| failed(error.into()))?;
            let (answer, context) = self
                .post(HTTP_AUTH_PATH, "login", form.clone(), Some(value))
                .await?;
            challenge = match answer.status {
                StatusCode::UNAUTHORIZED => challenge_in(&answer.headers),
                _ => None,
            };
            if challenge.is_none() {
                return Ok((answer, context));
            }
        }
        Err(failed("the server never has enough".into()))
    }

    /// Gives a token back. That the engine doesn't know it is no error.
    pub(crate) async fn revoke(&self, token: &Secret) -> Result<(), Error> {
        let form = form::encode([("token", token.reveal()), ("scope", SCOPE)]);
        let (answer, context) = self.post(LOGOUT_PATH, "logout", form, None).await?;
        if answer.status.is_success() && answer.body.trim_ascii().is_empty() {
            return Ok(());
        }
        read(&answer, &context).map(|_| ())
    }

    async fn post(
        &self,
        path: &str,
        operation: &'static str,
        form: String,
        authorization: Option<HeaderValue>,
    ) -> Result<(BufferedResponse, RequestContext), Error> {
        let (url, path) = self.place(path);
        let context = context(url, path, operation);
        let uri = url.on_server(context.request.path().to_owned());
        let uri = uri.ok_or_else(|| Error::usage("the URL of the API can't be used"))?;
        let mut headers = self.headers.clone();
        headers.extend(authorization.map(|value| (AUTHORIZATION, value)));
        let http_request = Box::new(HttpRequest {
            method: Method::POST,
            uri,
            host: url.host_header().clone(),
            headers,
            body: Bytes::from(form),
        });
        let answer = self.transport.send(http_request, &context).await?;
        Ok((answer, context))
    }

    /// Server and path of what has this path at an engine.
    fn place(&self, path: &str) -> (&ApiUrl, String) {
        let elsewhere = match path {
            LOGOUT_PATH => self.service.logout.as_ref(),
            _ => self.service.login.as_ref(),
        };
        match elsewhere {
            Some(url) => (url, url.path().to_owned()),
            None => (&self.service.api, self.service.api.in_application(path)),
        }
    }
}

fn context(url: &ApiUrl, path: String, operation: &'static str) -> RequestContext {
    RequestContext {
        request: RequestInfo::new("POST", path),
        operation: operation.into(),
        server: Arc::clone(url.server()),
        usual_path: true,
        correlation_id: None,
    }
}

/// The error of a login, with advice on the user's name where that is what is wrong: engines with
/// Keycloak want another one than those without, and say so in no other way.
fn advised(mut error: Error, credentials: &Credentials) -> Error {
    let Credentials::Password { user, .. } = credentials else {
        return error;
    };
    if error.kind() != ErrorKind::WrongProfile {
        return error;
    }
    let hint = match user.rsplit_once('@') {
        None => format!(
            "the user name has no profile: try {user}@internal, or {user}@ovirt@internalsso where \
             the engine uses Keycloak"
        ),
        Some((name, "internal")) => format!(
            "the engine has no profile \"internal\": if it uses Keycloak, try {name}@ovirt@internalsso"
        ),
        Some((name, profile)) => {
            let name = name.strip_suffix("@ovirt").unwrap_or(name);
            format!(
                "the engine has no profile {profile:?}: try {name}@internal, or \
                 {name}@ovirt@internalsso where the engine uses Keycloak"
            )
        }
    };
    error.details_mut().set_hint(hint);
    error
}

/// Does what may block on a thread where it may.
#[expect(
    clippy::disallowed_methods,
    reason = "the one place that calls a library that blocks"
)]
async fn may_block<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, Failed> {
    tokio::task::spawn_blocking(work).await.map_err(Into::into)
}

/// What the server says in a negotiation; nothing if it has nothing to say.
fn challenge_in(headers: &HeaderMap) -> Option<Vec<u8>> {
    let challenges = headers.get_all(WWW_AUTHENTICATE).iter();
    challenges
        .filter_map(|value| value.to_str().ok()?.trim().strip_prefix("Negotiate "))
        .find_map(|text| BASE64_STANDARD.decode(text.trim()).ok())
}

/// Until when a token is valid, in milliseconds since 1970; nothing if without end. Engines write
/// the number as a text.
fn expiry(document: &Value) -> Option<u64> {
    let number = match document.get("exp")? {
        Value::String(text) => text.trim().parse().ok()?,
        other => other.as_u64()?,
    };
    (number < i64::MAX as u64).then_some(number)
}

/// The document in an answer, unless it says that something went wrong.
fn read(answer: &BufferedResponse, context: &RequestContext) -> Result<Value, Error> {
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
                Cause::LoginRefused,
                format!("the engine refused the {}: {said}", context.operation),
                context,
            )),
            None if answer.status.is_success() => Ok(document),
            None => Err(classify::status_error(status, None, None, context)),
        },
        None => Err(no_document(answer, context)),
    }
}

/// The error for an answer that is something else: mostly a web page, of the web server in front
/// of the engine or of a server that is no engine.
fn no_document(answer: &BufferedResponse, context: &RequestContext) -> Error {
    let title = response::html_title(&answer.body);
    match answer.status.as_u16() {
        300..=399 => response::redirected(answer, context),
        status @ (401 | 403 | 408 | 429 | 500..) => {
            classify::status_error(status, None, title, context)
        }
        status => {
            let page = title
                .map(|title| format!(" ({title:?})"))
                .unwrap_or_default();
            let what = format!(
                "what answers to the {} with status {status} is not the engine's single sign-on{page}",
                context.operation
            );
            classify::error(Cause::NotJson, what, context)
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
