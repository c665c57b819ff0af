//! Who may use the API: passwords, tokens, and the address to get and revoke tokens at.

use std::collections::HashMap;
use std::time::{Duration, Instant, SystemTime};

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;

use crate::message::{Parameters, Request, Response};

/// The only user, as a login names it.
pub(crate) const USERNAME: &str = "admin@internal";

/// Who may use the API.
pub(crate) struct Sso {
    password: String,
    lifetime: Option<Duration>,
    /// Tokens that were given, and when each was.
    tokens: HashMap<String, Instant>,
    serial: u64,
    seed: u64,
}

/// Why a request isn't let in.
pub(crate) enum Denied {
    /// It says nothing of who it is from.
    Nobody,
    /// Its token isn't known.
    Token,
    /// Its password is wrong.
    Password,
}

impl Denied {
    pub(crate) fn into_response(self) -> Response {
        let text = match self {
            Self::Nobody => "Unauthorized",
            Self::Token => {
                "invalid_grant: The provided authorization grant for the token has expired."
            }
            Self::Password => "access_denied: Cannot authenticate user.",
        };
        Response::html(401, text).with_header("WWW-Authenticate", "Basic realm=\"RESTAPI\"")
    }
}

impl Sso {
    pub(crate) fn new(password: String, lifetime: Option<Duration>, seed: u64) -> Self {
        Self {
            password,
            lifetime,
            tokens: HashMap::new(),
            serial: 0,
            seed,
        }
    }

    /// Makes all tokens unknown.
    pub(crate) fn expire(&mut self) {
        self.tokens.clear();
    }

    /// Whether a request of the API is let in.
    pub(crate) fn check(&self, request: &Request) -> Result<(), Denied> {
        let header = request.header("Authorization").ok_or(Denied::Nobody)?;
        let (scheme, rest) = header.split_once(' ').ok_or(Denied::Nobody)?;
        if scheme.eq_ignore_ascii_case("bearer") {
            let given = self.tokens.get(rest.trim()).ok_or(Denied::Token)?;
            let expired = self
                .lifetime
                .is_some_and(|lifetime| given.elapsed() >= lifetime);
            return if expired { Err(Denied::Token) } else { Ok(()) };
        }
        if scheme.eq_ignore_ascii_case("basic") && self.is_user(rest) {
            return Ok(());
        }
        Err(Denied::Password)
    }

    fn is_user(&self, basic: &str) -> bool {
        let pair = BASE64_STANDARD
            .decode(basic.trim())
            .ok()
            .and_then(|b| String::from_utf8(b).ok());
        pair.is_some_and(|pair| pair == format!("{USERNAME}:{}", self.password))
    }

    /// Answers what doesn't belong to the API: logins and logouts.
    pub(crate) fn answer(&mut self, request: &Request, path: &str) -> Option<Response> {
        let form = String::from_utf8_lossy(&request.body).into_owned();
        let mut parameters = Parameters::parse(&form, '&');
        parameters.extend(Parameters::parse(&request.query, '&'));
        Some(match path {
            "/sso/oauth/token" => self.token(request, &parameters),
            "/sso/oauth/token-http-auth" => {
                let basic = request
                    .header("Authorization")
                    .and_then(|header| header.strip_prefix("Basic "));
                match basic {
                    Some(basic) if self.is_user(basic) => self.give(&parameters),
                    Some(_) => refused(&parameters, "access_denied", "Cannot authenticate user."),
                    None => Response::html(401, "Unauthorized")
                        .with_header("WWW-Authenticate", "Basic realm=\"ENGINE\""),
                }
            }
            "/sso/oauth/token-info" => match parameters.get("token") {
                Some(token) if self.tokens.contains_key(token) => {
                    Response::json(200, "{}".to_owned())
                }
                _ => refused(&parameters, "invalid_grant", "The token is not valid."),
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

    fn token(&mut self, request: &Request, parameters: &Parameters) -> Response {
        if request.header("Accept") != Some("application/json") {
            return refused(
                parameters,
                "invalid_request",
                "Missing parameter: 'Accept Header'",
            );
        }
        match parameters.get("grant_type") {
            Some("password") => {}
            Some(other) => {
                let text = format!("Unsupported grant type '{other}'");
                return refused(parameters, "unsupported_grant_type", &text);
            }
            None => {
                return refused(
                    parameters,
                    "invalid_request",
                    "Missing parameter: 'grant_type'",
                );
            }
        }
        for name in ["username", "password"] {
            if parameters.get(name).is_none() {
                let text = format!("Missing parameter: '{name}'");
                return refused(parameters, "invalid_request", &text);
            }
        }
        let user = parameters.get("username").unwrap_or_default();
        if user == USERNAME && parameters.get("password") == Some(&self.password) {
            return self.give(parameters);
        }
        let (shown, reason) = match user.rsplit_once('@') {
            None => (
                format!("{user}@N/A"),
                "No valid profile found in credentials.",
            ),
            Some((_, "internal")) => (user.to_owned(), "The username or password is incorrect."),
            Some(_) => (user.to_owned(), "No valid profile found in credentials."),
        };
        // Two full stops are what engines write.
        let text = format!("Cannot authenticate user '{shown}': {reason}.");
        refused(parameters, "access_denied", &text)
    }

    fn give(&mut self, parameters: &Parameters) -> Response {
        self.serial += 1;
        // As long as an engine's, and not to be guessed from another one's.
        let seed = format!("{:x}-{:x}-{:?}", self.seed, self.serial, SystemTime::now());
        let mut token = BASE64_STANDARD.encode(seed).replace(['+', '/', '='], "_");
        while token.len() < 86 {
            token.push('x');
        }
        token.truncate(86);
        self.tokens.insert(token.clone(), Instant::now());
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

/// A refusal in the shape that the scope of the request asks for.
fn refused(parameters: &Parameters, code: &str, text: &str) -> Response {
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
