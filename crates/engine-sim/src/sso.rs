//! Authentication: accounts, tokens, sessions, and the SSO endpoints that issue and revoke tokens.

use std::collections::HashMap;
use std::fmt;
use std::time::{Duration, Instant, SystemTime};

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;

use crate::message::{Parameters, Request, Response};
use crate::random;
use crate::session::{Preference, Sessions};

/// A string that `Debug` redacts.
#[derive(Clone)]
pub(crate) struct Secret(pub(crate) String);

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("***")
    }
}

/// A user who can log in, or could.
#[derive(Debug, Clone)]
pub(crate) struct Account {
    /// Login name, such as `jane@internal`.
    pub(crate) login: String,
    pub(crate) password: Secret,
    pub(crate) state: AccountState,
}

/// Whether the directory lets a user log in who knows the password.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum AccountState {
    Active,
    /// The password has expired.
    Expired,
    /// The account is disabled or locked.
    Disabled,
}

/// The accounts, tokens and sessions of the simulator.
pub(crate) struct Sso {
    accounts: Vec<Account>,
    lifetime: Option<Duration>,
    /// Issued tokens.
    tokens: HashMap<String, Token>,
    sessions: Sessions,
    /// Logins and logouts that are not in the audit log yet.
    log: Vec<SessionChange>,
}

struct Token {
    /// Login name of the user.
    login: String,
    issued: Instant,
    /// Whether a request has used it, which is when the engine logs the login.
    used: bool,
}

/// A login or logout.
pub(crate) struct SessionChange {
    /// Login name of the user.
    pub(crate) login: String,
    /// Whether it is a login.
    pub(crate) begins: bool,
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
    /// Wrong user name or password. The text says which user.
    InvalidPassword(String),
    /// The user has no permission.
    NotAuthorized(String),
    /// The engine is stopping and cannot check passwords any more.
    Stopping,
}

impl AuthError {
    pub(crate) fn into_response(self) -> Response {
        let text = match self {
            Self::Missing => "Unauthorized".to_owned(),
            Self::InvalidToken => {
                "invalid_grant: The provided authorization grant for the auth code has expired."
                    .to_owned()
            }
            Self::InvalidPassword(text) => format!("access_denied: {text}"),
            Self::Stopping => "server_error: Connection pool shut down".to_owned(),
            Self::NotAuthorized(login) => {
                let profile = login.rsplit_once('@').map_or("", |(_, profile)| profile);
                format!(
                    "The user {login}-authz with profile [{profile}] is not authorized to perform \
                     login"
                )
            }
        };
        Response::html(401, &text).with_header("WWW-Authenticate", "Basic realm=\"RESTAPI\"")
    }
}

impl Sso {
    pub(crate) fn new(accounts: Vec<Account>, lifetime: Option<Duration>) -> Self {
        Self {
            accounts,
            lifetime,
            tokens: HashMap::new(),
            sessions: Sessions::default(),
            log: Vec::new(),
        }
    }

    /// Invalidates all tokens and sessions.
    pub(crate) fn expire_tokens(&mut self) {
        self.tokens.clear();
        self.sessions.clear();
    }

    /// Returns the logins and logouts since the last call.
    pub(crate) fn take_log(&mut self) -> Vec<SessionChange> {
        std::mem::take(&mut self.log)
    }

    fn log_change(&mut self, login: &str, begins: bool) {
        let login = login.to_owned();
        self.log.push(SessionChange { login, begins });
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
        if !has_token(request) {
            self.log_change(&login, true);
        }
        let cookie = random::token().map(|id| self.sessions.begin(id, &login, request));
        Ok(Authenticated { login, cookie })
    }

    fn authenticate(&mut self, request: &Request) -> Result<String, AuthError> {
        let header = request.header("Authorization").ok_or(AuthError::Missing)?;
        let (scheme, rest) = header.split_once(' ').ok_or(AuthError::Missing)?;
        if scheme.eq_ignore_ascii_case("bearer") {
            let login = self
                .token_owner(rest.trim())
                .ok_or(AuthError::InvalidToken)?;
            let token = self.tokens.get_mut(rest.trim());
            if token.is_some_and(|token| !std::mem::replace(&mut token.used, true)) {
                self.log_change(&login, true);
            }
            return Ok(login);
        }
        if !scheme.eq_ignore_ascii_case("basic") {
            return Err(AuthError::Missing);
        }
        self.basic_user(rest)
    }

    /// Returns the login that a token was issued to; `None` if it is unknown or expired.
    fn token_owner(&self, token: &str) -> Option<String> {
        let token = self.tokens.get(token)?;
        let expired = self
            .lifetime
            .is_some_and(|lifetime| token.issued.elapsed() >= lifetime);
        (!expired).then(|| token.login.clone())
    }

    /// Returns the login of HTTP Basic credentials.
    fn basic_user(&self, basic: &str) -> Result<String, AuthError> {
        let pair = BASE64_STANDARD.decode(basic.trim()).unwrap_or_default();
        let pair = String::from_utf8(pair).unwrap_or_default();
        let (name, password) = pair.split_once(':').ok_or(AuthError::Missing)?;
        match self.log_in(name, password) {
            Ok(()) => Ok(name.to_owned()),
            Err(reason) => Err(AuthError::InvalidPassword(reason)),
        }
    }

    /// Checks a login name and a password. Fails with the reason.
    fn log_in(&self, name: &str, password: &str) -> Result<(), String> {
        let mut accounts = self.accounts.iter();
        let account = accounts.find(|own| own.login == name && own.password.0 == password);
        match account.map(|account| account.state) {
            Some(AccountState::Active) => Ok(()),
            state => Err(refusal(name, state)),
        }
    }

    /// Handles a request to an SSO endpoint; `None` if the path is not one.
    pub(crate) fn handle(
        &mut self,
        request: &Request,
        path: &str,
        origin: &str,
    ) -> Option<Response> {
        let form = String::from_utf8_lossy(&request.body).into_owned();
        let mut parameters = Parameters::parse(&form, '&');
        parameters.extend(Parameters::parse(&request.query, '&'));
        Some(match path {
            "/sso/oauth/token" => self.request_token(request, &parameters, origin),
            "/sso/oauth/token-http-auth" => {
                let basic = request
                    .header("Authorization")
                    .and_then(|header| header.strip_prefix("Basic "));
                match basic.map(|basic| self.basic_user(basic)) {
                    Some(Ok(login)) => self.issue_token(&login, &parameters),
                    Some(Err(AuthError::InvalidPassword(text))) => {
                        error_response(&parameters, "access_denied", &text)
                    }
                    _ => Response::html(401, "Unauthorized")
                        .with_header("WWW-Authenticate", "Basic realm=\"ENGINE\""),
                }
            }
            "/sso/oauth/token-info" | "/sso/oauth/revoke"
                if parameters.get("client_id").is_none() && !validates(path, &parameters) =>
            {
                let text = "Missing parameter: 'client_id'";
                error_response(&Parameters::default(), "invalid_request", text)
            }
            "/sso/oauth/token-info" => match parameters.get("token") {
                Some(token) if self.token_owner(token).is_some() => {
                    Response::json(200, "{}".to_owned())
                }
                _ => error_response(&parameters, "invalid_grant", "The token is not valid."),
            },
            "/sso/oauth/revoke" | "/services/sso-logout" => {
                let token = parameters.get("token").unwrap_or_default();
                if let Some(token) = self.tokens.remove(token).filter(|token| token.used) {
                    self.log_change(&token.login, false);
                }
                Response::json(200, "{ }".to_owned())
            }
            "/sso/status" => {
                let status = r#"{"status":"active","status_description":"SSO Webapp Deployed","version":"0"}"#;
                Response::json(200, status.to_owned())
            }
            _ => return None,
        })
    }

    fn request_token(
        &mut self,
        request: &Request,
        parameters: &Parameters,
        origin: &str,
    ) -> Response {
        if request.header("Accept") != Some("application/json") {
            return error_response(
                parameters,
                "invalid_request",
                "Missing parameter: 'Accept Header'",
            );
        }
        match parameters.get("grant_type") {
            Some("password") => {}
            // Negotiation (Kerberos), which is not set up.
            Some("urn:ovirt:params:oauth:grant-type:http") => {
                return Response::redirect(format!(
                    "{origin}/ovirt-engine/oauth2-callback?error=unauthorized_client\
                     &error_description=Authentication+required."
                ));
            }
            _ => {
                return error_response(
                    parameters,
                    "unsupported_grant_type",
                    "The authorization grant type is not supported by the authorization server.",
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
        let password = parameters.get("password").unwrap_or_default();
        match self.log_in(user, password) {
            Ok(()) => self.issue_token(user, parameters),
            Err(reason) => error_response(parameters, "access_denied", &reason),
        }
    }

    fn issue_token(&mut self, login: &str, parameters: &Parameters) -> Response {
        let Some(token) = random::token() else {
            return error_response(parameters, "server_error", "Cannot create a token.");
        };
        let issued = Token {
            login: login.to_owned(),
            issued: Instant::now(),
            used: false,
        };
        self.tokens.insert(token.clone(), issued);
        let now = SystemTime::now()
            .duration_since(SystemTime::UNIX_EPOCH)
            .unwrap_or_default();
        let expiry = (now + self.lifetime.unwrap_or(LIFETIME)).as_secs() * 1000;
        let scope = granted(parameters.get("scope").unwrap_or("ovirt-app-api"));
        Response::json(
            200,
            format!(
                r#"{{"access_token":"{token}","scope":"{scope}","exp":"{expiry}","token_type":"bearer"}}"#
            ),
        )
    }
}

/// What the tokens of unlimited lifetime claim.
const LIFETIME: Duration = Duration::from_secs(7 * 24 * 60 * 60);

/// Returns the granted scopes: the requested scopes and their dependencies.
fn granted(requested: &str) -> String {
    const DEPENDENCIES: &[&str] = &[
        "ovirt-ext=token-info:authz-search",
        "ovirt-ext=token-info:public-authz-search",
        "ovirt-ext=token-info:validate",
        "ovirt-ext=token:password-access",
    ];
    let requested = requested.replace(['"', '\\'], "");
    let mut scopes: Vec<&str> = requested.split(' ').collect();
    if scopes.iter().any(|scope| scope.starts_with("ovirt-app-")) {
        let own = scopes.clone();
        scopes.extend(DEPENDENCIES.iter().filter(|scope| !own.contains(scope)));
    }
    scopes.join(" ")
}

/// Whether a request authenticates by a token, whose first use is logged anyway.
fn has_token(request: &Request) -> bool {
    let header = request.header("Authorization").unwrap_or_default();
    header.to_ascii_lowercase().starts_with("bearer ")
}

/// Whether a request only validates a token, which needs no client.
fn validates(path: &str, parameters: &Parameters) -> bool {
    let scope = parameters.get("scope").unwrap_or_default();
    path == "/sso/oauth/token-info" && scope == "ovirt-ext=token-info:validate"
}

/// Returns why a login is refused: a wrong name or password, or the state of the account. The
/// engine's text ends with two full stops.
fn refusal(user: &str, state: Option<AccountState>) -> String {
    const NO_PROFILE: &str = "No valid profile found in credentials.";
    let reason = match state {
        Some(AccountState::Expired) => {
            "Unable to log in because the password has expired. Please change the password to \
             proceed."
        }
        Some(AccountState::Disabled) => {
            "Unable to log in because the user account is disabled or locked. Contact the system \
             administrator."
        }
        _ => "Unable to log in. Verify your login information or contact the system administrator.",
    };
    let (shown, reason) = match user.rsplit_once('@') {
        None => (format!("{user}@N/A"), NO_PROFILE),
        Some((_, "internal")) => (user.to_owned(), reason),
        Some(_) => (user.to_owned(), NO_PROFILE),
    };
    format!("Cannot authenticate user '{shown}': {reason}.")
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
