//! Authentication: accounts, tokens, sessions, and the SSO endpoints that issue and revoke tokens.

use std::collections::HashMap;
use std::fmt;
use std::time::{Duration, Instant, SystemTime};

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;

use crate::message::{Parameters, Request, Response};
use crate::session::{Preference, Sessions};

/// A string that `Debug` redacts.
#[derive(Clone)]
pub(crate) struct Secret(pub(crate) String);

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("***")
    }
}

/// The accounts, tokens and sessions of the simulator.
pub(crate) struct Sso {
    /// Login names and passwords.
    accounts: Vec<(String, Secret)>,
    lifetime: Option<Duration>,
    /// Issued tokens, with their login and time of issue.
    tokens: HashMap<String, (String, Instant)>,
    sessions: Sessions,
    serial: u64,
    seed: u64,
}

/// An authenticated request.
pub(crate) struct Authenticated {
    /// Login name of the user.
    pub(crate) login: String,
    /// The `Set-Cookie` value if the request started a session.
    pub(crate) cookie: Option<String>,
}

/// Reason for status code 401.
pub(crate) enum AuthError {
    /// No usable `Authorization` header.
    Missing,
    /// Unknown or expired token.
    InvalidToken,
    /// Wrong user name or password.
    InvalidPassword,
}

impl AuthError {
    pub(crate) fn into_response(self) -> Response {
        let text = match self {
            Self::Missing => "Unauthorized",
            Self::InvalidToken => {
                "invalid_grant: The provided authorization grant for the token has expired."
            }
            Self::InvalidPassword => "access_denied: Cannot authenticate user.",
        };
        Response::html(401, text).with_header("WWW-Authenticate", "Basic realm=\"RESTAPI\"")
    }
}

impl Sso {
    pub(crate) fn new(
        accounts: Vec<(String, Secret)>,
        lifetime: Option<Duration>,
        seed: u64,
    ) -> Self {
        Self {
            accounts,
            lifetime,
            tokens: HashMap::new(),
            sessions: Sessions::default(),
            serial: 0,
            seed,
        }
    }

    /// Invalidates all tokens and sessions.
    pub(crate) fn expire_tokens(&mut self) {
        self.tokens.clear();
        self.sessions.clear();
    }

    /// Authenticates an API request by session cookie, token or password.
    pub(crate) fn check(&mut self, request: &Request) -> Result<Authenticated, AuthError> {
        let cookie = None;
        if let Some(login) = self.sessions.find(request) {
            return Ok(Authenticated { login, cookie });
        }
        let login = self.authenticate(request)?;
        if !Preference::from_request(request).persistent {
            return Ok(Authenticated { login, cookie });
        }
        let id = self.new_secret();
        let cookie = Some(self.sessions.begin(id, &login, request));
        Ok(Authenticated { login, cookie })
    }

    fn authenticate(&self, request: &Request) -> Result<String, AuthError> {
        let header = request.header("Authorization").ok_or(AuthError::Missing)?;
        let (scheme, rest) = header.split_once(' ').ok_or(AuthError::Missing)?;
        if scheme.eq_ignore_ascii_case("bearer") {
            return self.token_owner(rest.trim()).ok_or(AuthError::InvalidToken);
        }
        let login = self.basic_user(rest).ok_or(AuthError::InvalidPassword)?;
        if scheme.eq_ignore_ascii_case("basic") {
            return Ok(login);
        }
        Err(AuthError::InvalidPassword)
    }

    /// Returns the login that a token was issued to; `None` if it is unknown or expired.
    fn token_owner(&self, token: &str) -> Option<String> {
        let (login, issued) = self.tokens.get(token)?;
        let expired = self
            .lifetime
            .is_some_and(|lifetime| issued.elapsed() >= lifetime);
        (!expired).then(|| login.clone())
    }

    /// Returns the login of HTTP Basic credentials; `None` if they are wrong.
    fn basic_user(&self, basic: &str) -> Option<String> {
        let pair = BASE64_STANDARD.decode(basic.trim()).ok()?;
        let pair = String::from_utf8(pair).ok()?;
        let (name, password) = pair.split_once(':')?;
        self.password_matches(name, password)
            .then(|| name.to_owned())
    }

    fn password_matches(&self, name: &str, password: &str) -> bool {
        let mut accounts = self.accounts.iter();
        accounts.any(|(own, secret)| own == name && secret.0 == password)
    }

    /// Handles a request to an SSO endpoint; `None` if the path is not one.
    pub(crate) fn handle(&mut self, request: &Request, path: &str) -> Option<Response> {
        let form = String::from_utf8_lossy(&request.body).into_owned();
        let mut parameters = Parameters::parse(&form, '&');
        parameters.extend(Parameters::parse(&request.query, '&'));
        Some(match path {
            "/sso/oauth/token" => self.request_token(request, &parameters),
            "/sso/oauth/token-http-auth" => {
                let basic = request
                    .header("Authorization")
                    .and_then(|header| header.strip_prefix("Basic "));
                match basic.map(|basic| self.basic_user(basic)) {
                    Some(Some(login)) => self.issue_token(&login, &parameters),
                    Some(None) => {
                        error_response(&parameters, "access_denied", "Cannot authenticate user.")
                    }
                    None => Response::html(401, "Unauthorized")
                        .with_header("WWW-Authenticate", "Basic realm=\"ENGINE\""),
                }
            }
            "/sso/oauth/token-info" => match parameters.get("token") {
                Some(token) if self.token_owner(token).is_some() => {
                    Response::json(200, "{}".to_owned())
                }
                _ => error_response(&parameters, "invalid_grant", "The token is not valid."),
            },
            "/sso/oauth/revoke" | "/services/sso-logout" => {
                self.tokens
                    .remove(parameters.get("token").unwrap_or_default());
                Response::json(200, "{ }".to_owned())
            }
            "/sso/status" => {
                let status = r#"{"status":"active","status_description":"SSO Webapp Deployed","version":"0"}"#;
                Response::json(200, status.to_owned())
            }
            _ => return None,
        })
    }

    fn request_token(&mut self, request: &Request, parameters: &Parameters) -> Response {
        if request.header("Accept") != Some("application/json") {
            return error_response(
                parameters,
                "invalid_request",
                "Missing parameter: 'Accept Header'",
            );
        }
        match parameters.get("grant_type") {
            Some("password") => {}
            Some(other) => {
                let text = format!("Unsupported grant type '{other}'");
                return error_response(parameters, "unsupported_grant_type", &text);
            }
            None => {
                return error_response(
                    parameters,
                    "invalid_request",
                    "Missing parameter: 'grant_type'",
                );
            }
        }
        for name in ["username", "password"] {
            if parameters.get(name).is_none() {
                let text = format!("Missing parameter: '{name}'");
                return error_response(parameters, "invalid_request", &text);
            }
        }
        let user = parameters.get("username").unwrap_or_default();
        if self.password_matches(user, parameters.get("password").unwrap_or_default()) {
            return self.issue_token(user, parameters);
        }
        let (shown, reason) = match user.rsplit_once('@') {
            None => (
                format!("{user}@N/A"),
                "No valid profile found in credentials.",
            ),
            Some((_, "internal")) => (user.to_owned(), "The username or password is incorrect."),
            Some(_) => (user.to_owned(), "No valid profile found in credentials."),
        };
        // The engine's text ends with two full stops.
        let text = format!("Cannot authenticate user '{shown}': {reason}.");
        error_response(parameters, "access_denied", &text)
    }

    /// Returns a unique token or session identifier with the length of an engine's tokens.
    fn new_secret(&mut self) -> String {
        self.serial += 1;
        let seed = format!("{:x}-{:x}-{:?}", self.seed, self.serial, SystemTime::now());
        let mut secret = BASE64_STANDARD.encode(seed).replace(['+', '/', '='], "_");
        while secret.len() < 86 {
            secret.push('x');
        }
        secret.truncate(86);
        secret
    }

    fn issue_token(&mut self, login: &str, parameters: &Parameters) -> Response {
        let token = self.new_secret();
        let issued = (login.to_owned(), Instant::now());
        self.tokens.insert(token.clone(), issued);
        let expiry = self.lifetime.map_or(i64::MAX, |lifetime| {
            let now = SystemTime::now()
                .duration_since(SystemTime::UNIX_EPOCH)
                .unwrap_or_default();
            i64::try_from((now + lifetime).as_millis()).unwrap_or(i64::MAX)
        });
        let scope = parameters
            .get("scope")
            .unwrap_or("ovirt-app-api")
            .replace(['"', '\\'], "");
        Response::json(
            200,
            format!(
                r#"{{"access_token":"{token}","scope":"{scope}","exp":"{expiry}","token_type":"bearer"}}"#
            ),
        )
    }
}

/// Returns an OAuth error. The names of its members depend on the requested scope.
fn error_response(parameters: &Parameters, code: &str, text: &str) -> Response {
    let scope = parameters.get("scope").unwrap_or_default();
    let has = |name: &str| scope.split(' ').any(|own| own == name);
    let (code_name, text_name) =
        if has("ovirt-app-api") && !has("ovirt-app-admin") && !has("ovirt-app-portal") {
            ("error_code", "error")
        } else {
            ("error", "error_description")
        };
    let text = text.replace(['"', '\\'], "");
    Response::json(
        400,
        format!(r#"{{"{code_name}":"{code}","{text_name}":"{text}"}}"#),
    )
}
