//! A stub of an engine: implements login and logout, and leaves the API to a handler of the test.

use std::collections::BTreeSet;
use std::sync::{Arc, Condvar, Mutex, MutexGuard};

use ovirt::services::VmsService;
use ovirt::{Connection, ConnectionBuilder};

use super::server::{Request, Response, Server};

pub(crate) const PASSWORD: &str = "pass w&rd-42";

#[derive(Default)]
pub(crate) struct Sessions {
    pub(crate) logins: usize,
    pub(crate) tokens: BTreeSet<String>,
    pub(crate) revoked: Vec<String>,
    /// Whether the API rejects tokens of new logins.
    pub(crate) rejecting: bool,
    /// The expiration in login responses.
    pub(crate) expires: Option<String>,
}

/// Holds back logins.
#[derive(Default)]
struct Gate {
    held: Mutex<bool>,
    released: Condvar,
}

pub(crate) struct StubEngine {
    pub(crate) server: Server,
    sessions: Arc<Mutex<Sessions>>,
    gate: Arc<Gate>,
}

impl StubEngine {
    /// Creates an engine with this handler for API requests with a valid token.
    pub(crate) fn new(api: impl Fn(&Request) -> Response + Send + Sync + 'static) -> Self {
        let sessions = Arc::<Mutex<Sessions>>::default();
        let gate = Arc::<Gate>::default();
        let server = Server::http({
            let (sessions, gate) = (Arc::clone(&sessions), Arc::clone(&gate));
            move |request| respond(request, &sessions, &gate, &api)
        });
        Self {
            server,
            sessions,
            gate,
        }
    }

    /// Creates an engine whose API has only a root.
    pub(crate) fn empty() -> Self {
        Self::new(|request| match request.target.as_str() {
            "/ovirt-engine/api" => Response::xml(200, "<api><product_info/></api>"),
            _ => Response::empty(404),
        })
    }

    pub(crate) fn url(&self) -> String {
        self.server.url_at("127.0.0.1")
    }

    /// A builder with valid credentials.
    pub(crate) fn builder(&self) -> ConnectionBuilder {
        self.server
            .builder()
            .credentials("admin@internal", PASSWORD)
    }

    /// A connection that logs in.
    pub(crate) fn connect(&self) -> Connection {
        self.builder().build().unwrap()
    }

    /// A builder with a token and no credentials.
    pub(crate) fn builder_with_token(&self, token: &str) -> ConnectionBuilder {
        self.server.builder().token(token)
    }

    /// A connection with a valid token, so that the API is all it requests.
    pub(crate) fn connect_with_token(&self) -> Connection {
        self.sessions().tokens.insert("t".to_owned());
        self.builder_with_token("t").build().unwrap()
    }

    /// The service of VMs on a new connection.
    pub(crate) fn vms(&self) -> VmsService {
        self.connect().system_service().vms_service()
    }

    pub(crate) fn sessions(&self) -> MutexGuard<'_, Sessions> {
        self.sessions.lock().unwrap()
    }

    /// Holds back the responses to logins.
    pub(crate) fn hold_logins(&self) {
        *self.gate.held.lock().unwrap() = true;
    }

    /// Releases the logins.
    pub(crate) fn release_logins(&self) {
        *self.gate.held.lock().unwrap() = false;
        self.gate.released.notify_all();
    }

    /// The requests to the API, without those to the SSO service.
    pub(crate) fn api_requests(&self) -> Vec<Request> {
        let mut requests = self.server.requests();
        requests.retain(|request| request.target.starts_with("/ovirt-engine/api"));
        requests
    }
}

fn respond(
    request: &Request,
    sessions: &Mutex<Sessions>,
    gate: &Gate,
    api: &dyn Fn(&Request) -> Response,
) -> Response {
    match request.target.as_str() {
        "/ovirt-engine/sso/oauth/token" => {
            sessions.lock().unwrap().logins += 1;
            let held = gate.held.lock().unwrap();
            drop(gate.released.wait_while(held, |held| *held).unwrap());
            login(request, &mut sessions.lock().unwrap())
        }
        "/ovirt-engine/services/sso-logout" => {
            let token = request.body.strip_prefix("token=").expect("a token");
            let token = token.split('&').next().unwrap().to_owned();
            let mut sessions = sessions.lock().unwrap();
            sessions.tokens.remove(&token);
            sessions.revoked.push(token);
            Response::json(200, "{ }")
        }
        _ => {
            let token = request
                .header("authorization")
                .and_then(|it| it.strip_prefix("Bearer "));
            let known = token.is_some_and(|token| sessions.lock().unwrap().tokens.contains(token));
            match known {
                true => api(request),
                false => Response::html(401, "<html><head><title>Error</title></head></html>"),
            }
        }
    }
}

fn login(request: &Request, sessions: &mut Sessions) -> Response {
    assert_eq!(request.method, "POST");
    assert_eq!(request.header("accept"), Some("application/json"));
    assert_eq!(
        request.header("content-type"),
        Some("application/x-www-form-urlencoded")
    );
    let begin = "grant_type=password&scope=ovirt-app-api&username=admin%40internal&password=";
    match request.body.strip_prefix(begin) {
        Some("pass+w%26rd-42") => {
            let token = format!("token-{}", sessions.logins);
            if !sessions.rejecting {
                sessions.tokens.insert(token.clone());
            }
            let exp = sessions.expires.as_deref().unwrap_or("9223372036854775807");
            let body =
                format!(r#"{{"access_token":"{token}","token_type":"bearer","exp":"{exp}"}}"#);
            Response::json(200, &body)
        }
        _ => Response::json(
            400,
            r#"{"error_code":"access_denied","error":"Cannot authenticate user 'x': Wrong.."}"#,
        ),
    }
}
