//! As much of an engine as these tests need: it gives tokens, knows them, takes them back, and
//! answers to everything else as the test says.

use std::collections::BTreeSet;
use std::sync::{Arc, Condvar, Mutex, MutexGuard};

use ovirt::{Connection, ConnectionBuilder};

use crate::server::{Answer, Request, Server};

pub(crate) const PASSWORD: &str = "pass w&rd-42";

#[derive(Default)]
pub(crate) struct Sessions {
    pub(crate) logins: usize,
    pub(crate) tokens: BTreeSet<String>,
    pub(crate) revoked: Vec<String>,
    /// Whether tokens are given but never accepted.
    pub(crate) distrustful: bool,
    /// What the login says of the end of a token.
    pub(crate) expires: Option<String>,
}

/// Where logins wait.
#[derive(Default)]
struct Gate {
    held: Mutex<bool>,
    released: Condvar,
}

pub(crate) struct Engine {
    pub(crate) server: Server,
    sessions: Arc<Mutex<Sessions>>,
    gate: Arc<Gate>,
}

impl Engine {
    /// An engine whose API answers so to who is logged in.
    pub(crate) fn new(api: impl Fn(&Request) -> Answer + Send + Sync + 'static) -> Self {
        let sessions = Arc::<Mutex<Sessions>>::default();
        let gate = Arc::<Gate>::default();
        let server = Server::http({
            let (sessions, gate) = (Arc::clone(&sessions), Arc::clone(&gate));
            move |request| answer(request, &sessions, &gate, &api)
        });
        Self {
            server,
            sessions,
            gate,
        }
    }

    /// An engine whose API has a root and nothing else.
    pub(crate) fn empty() -> Self {
        Self::new(|request| match request.target.as_str() {
            "/ovirt-engine/api" => Answer::xml(200, "<api><product_info/></api>"),
            _ => Answer::empty(404),
        })
    }

    pub(crate) fn url(&self) -> String {
        format!("http://127.0.0.1:{}/ovirt-engine/api", self.server.port())
    }

    pub(crate) fn builder(&self) -> ConnectionBuilder {
        Connection::builder(self.url())
    }

    /// A connection that can log in.
    pub(crate) fn connect(&self) -> Connection {
        self.builder()
            .credentials("admin@internal", PASSWORD)
            .build()
            .unwrap()
    }

    pub(crate) fn sessions(&self) -> MutexGuard<'_, Sessions> {
        self.sessions.lock().unwrap()
    }

    /// Keeps logins waiting until they are let go on.
    pub(crate) fn hold_logins(&self) {
        *self.gate.held.lock().unwrap() = true;
    }

    /// Lets logins go on.
    pub(crate) fn release_logins(&self) {
        *self.gate.held.lock().unwrap() = false;
        self.gate.released.notify_all();
    }

    /// Requests to the API, without those to the single sign-on.
    pub(crate) fn api_requests(&self) -> Vec<Request> {
        let mut requests = self.server.requests();
        requests.retain(|request| request.target.starts_with("/ovirt-engine/api"));
        requests
    }
}

fn answer(
    request: &Request,
    sessions: &Mutex<Sessions>,
    gate: &Gate,
    api: &dyn Fn(&Request) -> Answer,
) -> Answer {
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
            Answer::json(200, "{ }")
        }
        _ => {
            let token = request
                .header("authorization")
                .and_then(|it| it.strip_prefix("Bearer "));
            let known = token.is_some_and(|token| sessions.lock().unwrap().tokens.contains(token));
            match known {
                true => api(request),
                false => Answer::html(401, "<html><head><title>Error</title></head></html>"),
            }
        }
    }
}

fn login(request: &Request, sessions: &mut Sessions) -> Answer {
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
            if !sessions.distrustful {
                sessions.tokens.insert(token.clone());
            }
            let exp = sessions.expires.as_deref().unwrap_or("9223372036854775807");
            let body =
                format!(r#"{{"access_token":"{token}","token_type":"bearer","exp":"{exp}"}}"#);
            Answer::json(200, &body)
        }
        _ => Answer::json(
            400,
            r#"{"error_code":"access_denied","error":"Cannot authenticate user 'x': Wrong.."}"#,
        ),
    }
}
