//! The client of the engine's single sign-on (SSO) service: obtains and revokes tokens.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use bytes::Bytes;
use http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, WWW_AUTHENTICATE};
use http::{HeaderMap, HeaderValue, Method, StatusCode};
use ovirt_http::{BufferedResponse, HttpRequest};
use serde_json::value::RawValue;
use tracing::Instrument as _;

use crate::error::classify::{self, Cause, RequestContext, Waiting};
use crate::error::{Error, ErrorKind, RequestInfo};
use crate::form;
use crate::negotiate::{NegotiationError, SharedNegotiator};
use crate::redact::Redactor;
use crate::response::{page, redirected};
use crate::secret::Secret;
use crate::span;
use crate::token_cache::AccessToken;
use crate::transport::Transport;
use crate::url::ApiUrl;

/// The token endpoint, in the engine's web application.
pub(crate) const TOKEN_PATH: &str = "/sso/oauth/token";

/// The logout endpoint, in the engine's web application.
pub(crate) const LOGOUT_PATH: &str = "/services/sso-logout";

/// The scope of a token for the API.
const SCOPE: &str = "ovirt-app-api";

/// The token endpoint for HTTP authentication, in the engine's web application.
pub(crate) const HTTP_AUTH_PATH: &str = "/sso/oauth/token-http-auth";

/// Limit for the number of steps of a negotiation; Kerberos needs one or two.
const MAX_STEPS: usize = 5;

/// The credentials of a login.
#[derive(Debug)]
pub(crate) enum Credentials {
    Password { user: String, password: Password },
    Negotiate(SharedNegotiator),
}

/// A password, or where it comes from when it is needed.
#[derive(Clone, Debug)]
pub(crate) enum Password {
    Known(Secret),
    From(PasswordSource),
}

/// Obtains a password; may block.
#[derive(Clone)]
pub(crate) struct PasswordSource(pub(crate) Arc<dyn Fn() -> PasswordResult + Send + Sync>);

type PasswordResult = Result<String, Box<dyn std::error::Error + Send + Sync>>;

impl fmt::Debug for PasswordSource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PasswordSource")
    }
}

/// The endpoints of the SSO service, which need not be the engine.
pub(crate) struct SsoConfig {
    /// The URL of the API.
    pub(crate) api: Arc<ApiUrl>,
    /// The token endpoint, unless it is that of the engine.
    pub(crate) login: Option<ApiUrl>,
    /// The logout endpoint, unless it is that of the engine.
    pub(crate) logout: Option<ApiUrl>,
    /// The member of a login response that has the token.
    pub(crate) token_name: String,
}

/// The client of the SSO service.
pub(crate) struct Sso {
    config: SsoConfig,
    transport: Arc<Transport>,
    redactor: Arc<Redactor>,
    headers: HeaderMap,
}

impl Sso {
    /// Creates a client; `headers` are sent with each request.
    pub(crate) fn new(
        config: SsoConfig,
        transport: Arc<Transport>,
        redactor: Arc<Redactor>,
        mut headers: HeaderMap,
    ) -> Self {
        // The engine rejects any other value.
        headers.insert(ACCEPT, HeaderValue::from_static("application/json"));
        headers.insert(
            CONTENT_TYPE,
            HeaderValue::from_static("application/x-www-form-urlencoded"),
        );
        headers.remove(AUTHORIZATION);
        Self {
            config,
            transport,
            redactor,
            headers,
        }
    }

    /// Logs in and returns the token.
    pub(crate) async fn login(&self, credentials: &Credentials) -> Result<AccessToken, Error> {
        let (response, context) = match credentials {
            Credentials::Password { user, password } => {
                let password = self.reveal(password).await?;
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
        let document =
            parse(&response, &context).map_err(|error| with_advice(error, credentials))?;
        let token = text_of(&document, &self.config.token_name);
        let message = match token {
            None => "the login response has no token",
            Some(token) if token.trim().is_empty() => "the token in the login response is empty",
            Some(token) if HeaderValue::try_from(token.as_str()).is_err() => {
                "the token in the login response has characters that are not valid in a header"
            }
            Some(token) => {
                let secret = Secret::new(token);
                self.redactor.add_token(&secret);
                let expires = expiration(&document);
                return Ok(AccessToken { secret, expires });
            }
        };
        Err(classify::error(Cause::NoToken, message, &context))
    }

    /// The password; obtained from its source if it has one.
    async fn reveal(&self, password: &Password) -> Result<Secret, Error> {
        let source = match password {
            Password::Known(password) => return Ok(password.clone()),
            Password::From(source) => source.clone(),
        };
        let obtained = unblock(move || (source.0)()).await;
        let password = obtained.and_then(|result| result).map_err(|error| {
            let message = format!("cannot obtain the password: {error}");
            let (url, path) = self.endpoint(TOKEN_PATH);
            classify::error(
                Cause::NoPassword,
                message,
                &self.context(url, path, "login"),
            )
        })?;
        let password = Secret::new(password);
        self.redactor.add_token(&password);
        Ok(password)
    }

    /// Logs in with HTTP's Negotiate scheme, in as many steps as the server requests.
    async fn negotiate(
        &self,
        negotiator: &SharedNegotiator,
    ) -> Result<(BufferedResponse, RequestContext), Error> {
        let form = form::encode([
            ("grant_type", "urn:ovirt:params:oauth:grant-type:http"),
            ("scope", SCOPE),
        ]);
        let failed = |error: NegotiationError| {
            let message = format!("the Negotiate login failed: {error}");
            let (url, path) = self.endpoint(HTTP_AUTH_PATH);
            classify::error(
                Cause::Negotiation,
                message,
                &self.context(url, path, "login"),
            )
        };
        let (url, _) = self.endpoint(HTTP_AUTH_PATH);
        let (negotiator, host) = (negotiator.clone(), url.host().to_owned());
        let negotiation = unblock(move || negotiator.0.begin(&host)).await;
        let mut negotiation = negotiation.and_then(|result| result).map_err(failed)?;
        let mut challenge = None;
        for _ in 0..MAX_STEPS {
            let step = unblock(move || {
                let token = negotiation.step(challenge.as_deref());
                (negotiation, token)
            });
            let (next, token) = step.await.map_err(failed)?;
            negotiation = next;
            let token = BASE64_STANDARD.encode(token.map_err(failed)?);
            let value = HeaderValue::try_from(format!("Negotiate {token}"));
            let value = value.map_err(|error| failed(error.into()))?;
            let (response, context) = self
                .post(HTTP_AUTH_PATH, "login", form.clone(), Some(value))
                .await?;
            challenge = match response.status {
                StatusCode::UNAUTHORIZED => parse_challenge(&response.headers),
                _ => None,
            };
            if challenge.is_none() {
                return Ok((response, context));
            }
        }
        Err(failed(
            "the server requests more steps than expected".into(),
        ))
    }

    /// Revokes a token. An unknown token is not an error.
    pub(crate) async fn revoke(&self, token: &Secret) -> Result<(), Error> {
        let form = form::encode([("token", token.reveal()), ("scope", SCOPE)]);
        let (response, context) = self.post(LOGOUT_PATH, "logout", form, None).await?;
        if response.status.is_success() && response.body.trim_ascii().is_empty() {
            return Ok(());
        }
        parse(&response, &context).map(|_| ())
    }

    async fn post(
        &self,
        path: &str,
        operation: &'static str,
        form: String,
        authorization: Option<HeaderValue>,
    ) -> Result<(BufferedResponse, RequestContext), Error> {
        let (url, path) = self.endpoint(path);
        let mut context = self.context(url, path, operation);
        let uri = url.on_server(context.request.path().to_owned());
        let uri = uri.ok_or_else(|| Error::usage("the URL of the API has an invalid path"))?;
        let mut headers = self.headers.clone();
        headers.extend(authorization.map(|value| (AUTHORIZATION, value)));
        let http_request = Box::new(HttpRequest {
            method: Method::POST,
            uri,
            host: url.host_header().clone(),
            headers,
            body: Bytes::from(form),
        });
        let span = span::of_request(
            operation,
            &Method::POST,
            &context.server,
            context.request.path(),
        );
        let sent = self.transport.send(http_request, &context);
        let sent = sent.instrument(span.clone()).await;
        let response = sent.inspect_err(|error| span::record_error(&span, error))?;
        let status = response.status.as_u16();
        span.record("http.response.status_code", status);
        span::record_size(&span, response.body.len());
        context.status = Some(status);
        Ok((response, context))
    }

    fn context(&self, url: &ApiUrl, path: String, operation: &'static str) -> RequestContext {
        RequestContext {
            request: RequestInfo::new("POST", path),
            operation: operation.into(),
            server: Arc::clone(url.server()),
            usual_path: true,
            memory: self.transport.response_limit(),
            waiting: Waiting::default(),
            correlation_id: None,
            status: None,
            redactor: Arc::clone(&self.redactor),
        }
    }

    /// Returns server and path of an endpoint, given its path at an engine.
    fn endpoint(&self, path: &str) -> (&ApiUrl, String) {
        let external = match path {
            LOGOUT_PATH => self.config.logout.as_ref(),
            _ => self.config.login.as_ref(),
        };
        match external {
            Some(url) => (url, url.path().to_owned()),
            None => (&self.config.api, self.config.api.in_application(path)),
        }
    }
}

/// Adds advice on the user name to the error for an unknown profile. Engines with Keycloak require
/// another form of it, and do not say so.
fn with_advice(mut error: Error, credentials: &Credentials) -> Error {
    let Credentials::Password { user, .. } = credentials else {
        return error;
    };
    if error.kind() != ErrorKind::WrongProfile {
        return error;
    }
    let hint = match user.rsplit_once('@') {
        None => format!(
            "the user name has no profile: try {user}@internal, or {user}@ovirt@internalsso if \
             the engine uses Keycloak"
        ),
        Some((name, "internal")) => format!(
            "the engine has no profile \"internal\": if it uses Keycloak, try {name}@ovirt@internalsso"
        ),
        Some((name, profile)) => {
            let name = name.strip_suffix("@ovirt").unwrap_or(name);
            format!(
                "the engine has no profile {profile:?}: try {name}@internal, or \
                 {name}@ovirt@internalsso if the engine uses Keycloak"
            )
        }
    };
    error.details_mut().set_hint(hint);
    error
}

/// Runs blocking code on a thread for it.
#[expect(
    clippy::disallowed_methods,
    reason = "the one place that calls a library that blocks"
)]
async fn unblock<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, NegotiationError> {
    tokio::task::spawn_blocking(work).await.map_err(Into::into)
}

/// Returns the challenge of the server, or `None` if it has none.
fn parse_challenge(headers: &HeaderMap) -> Option<Vec<u8>> {
    let challenges = headers.get_all(WWW_AUTHENTICATE).iter();
    challenges
        .filter_map(|value| value.to_str().ok()?.trim().strip_prefix("Negotiate "))
        .find_map(|text| BASE64_STANDARD.decode(text.trim()).ok())
}

/// The members of a response of the SSO service. Decodes only the needed ones: decoded,
/// nested members can take a hundred times their length.
type Members<'a> = BTreeMap<String, &'a RawValue>;

/// Returns a member that is a string.
fn text_of(document: &Members<'_>, name: &str) -> Option<String> {
    serde_json::from_str(document.get(name)?.get()).ok()
}

/// Returns the expiration of a token in milliseconds since the Unix epoch, or `None` if it never
/// expires. Engines send the number as a JSON string.
fn expiration(document: &Members<'_>) -> Option<u64> {
    let number = document.get("exp")?.get();
    let number = number.trim_matches(|c: char| c == '"' || c.is_whitespace());
    let number: u64 = number.parse().ok()?;
    (number < i64::MAX as u64).then_some(number)
}

/// Parses the JSON document of a response, unless it states an error.
fn parse<'a>(
    response: &'a BufferedResponse,
    context: &RequestContext,
) -> Result<Members<'a>, Error> {
    let status = response.status.as_u16();
    // Older engines wrap the object in an array.
    let document = serde_json::from_slice(&response.body)
        .or_else(|_| serde_json::from_slice(&response.body).map(|(document,)| document));
    match document {
        Ok(document) => match error_reason(&document) {
            Some(reason) => Err(classify::login_error(&reason, status, context)),
            None if response.status.is_success() => Ok(document),
            None => Err(classify::status_error(status, None, None, context)),
        },
        Err(_) => Err(not_json(response, context)),
    }
}

/// Makes the error for a response that is not JSON: usually a web page of the web server in front
/// of the engine, or of a server that is not an engine.
fn not_json(response: &BufferedResponse, context: &RequestContext) -> Error {
    let page = page(response, context);
    // What the application server says while the application is not deployed.
    let is_undeployed = page.as_ref().is_some_and(|page| page.text == "Not Found");
    match response.status.as_u16() {
        300..=399 => redirected(response, context),
        status @ (401 | 403 | 408 | 429 | 500..) => {
            classify::status_error(status, None, page, context)
        }
        404 if is_undeployed => classify::status_error(404, None, page, context),
        _ => {
            let page = page
                .map(|page| format!(" ({:?})", page.text))
                .unwrap_or_default();
            let message = format!(
                "the response to the {} is not from an engine's single sign-on service{page}",
                context.operation
            );
            classify::error(Cause::NotJson, message, context)
        }
    }
}

/// Returns the reason if the document states an error: text and code, in either of two formats.
fn error_reason(document: &Members<'_>) -> Option<String> {
    let member = |name: &str| text_of(document, name).map(|text| text.trim().to_owned());
    let (code, text) = match member("error_description") {
        Some(text) => (member("error"), Some(text)),
        None => (member("error_code"), member("error")),
    };
    // The engine nests messages, which then end with two full stops.
    let text = text
        .map(|text| text.trim_end_matches('.').to_owned())
        .filter(|text| !text.is_empty());
    match (text, code) {
        (Some(text), Some(code)) => Some(format!("{text} ({code})")),
        (Some(only), None) | (None, Some(only)) => Some(only),
        (None, None) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::error_reason;

    #[test]
    fn errors_are_parsed_in_both_formats() {
        let table = [
            (r#"{"access_token": "x"}"#, None),
            (
                r#"{"error_code": "access_denied", "error": "No.."}"#,
                Some("No (access_denied)"),
            ),
            (
                r#"{"error": "invalid", "error_description": "Bad."}"#,
                Some("Bad (invalid)"),
            ),
            (r#"{"error": "Only text"}"#, Some("Only text")),
            (r#"{"error_code": "server_error"}"#, Some("server_error")),
        ];
        for (document, expected) in table {
            let members = serde_json::from_str(document).unwrap();
            assert_eq!(error_reason(&members).as_deref(), expected, "{document}");
        }
    }
}
