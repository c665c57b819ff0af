//! Expiration of tokens, the token cache, Negotiate logins and external SSO services.

use std::fs;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime};

use ovirt::negotiate::{Negotiation, NegotiationError, Negotiator};
use ovirt::{Connection, Error};

use crate::support::TempDir;
use crate::support::server::{Request, Response, Server};
use crate::support::stub_engine::{PASSWORD, StubEngine};

fn milliseconds_from_now(seconds: u64) -> Option<String> {
    let then = SystemTime::now() + Duration::from_secs(seconds);
    let since = then.duration_since(SystemTime::UNIX_EPOCH).unwrap();
    Some(since.as_millis().to_string())
}

#[tokio::test]
async fn token_about_to_expire_is_renewed_before_the_request() {
    for (seconds, logins) in [(0, 2), (30, 1), (3600, 1)] {
        let engine = StubEngine::empty();
        engine.sessions().expires = milliseconds_from_now(seconds);
        let connection = engine.connect();
        connection.test().await.unwrap();
        connection.test().await.unwrap();
        assert_eq!(engine.sessions().logins, logins, "{seconds}");
        assert_eq!(engine.api_requests().len(), 2);
    }
}

#[tokio::test]
async fn login_page_causes_a_new_login() {
    for (status, page) in [
        (
            200,
            "<html><form action='/ovirt-engine/sso/login-unauthorized'></form></html>",
        ),
        (
            400,
            "<html><title>Error</title>invalid_grant: The token is unknown</html>",
        ),
    ] {
        let first = Mutex::new(true);
        let engine =
            StubEngine::new(
                move |_| match std::mem::replace(&mut *first.lock().unwrap(), false) {
                    true => Response::html(status, page),
                    false => Response::xml(200, "<api/>"),
                },
            );
        engine.connect().test().await.unwrap();
        assert_eq!(engine.sessions().logins, 2);
        assert_eq!(engine.api_requests().len(), 2);
    }
}

/// A file with cached tokens.
struct Cache(TempDir);

impl Cache {
    fn new(name: &str) -> Self {
        Self(TempDir::new(name))
    }

    fn file(&self) -> PathBuf {
        self.0.join("tokens.json")
    }

    fn connect(&self, engine: &StubEngine, user: &str) -> Connection {
        let builder = engine.builder().credentials(user, PASSWORD);
        builder.token_cache(self.file()).build().unwrap()
    }
}

#[tokio::test]
async fn cached_token_replaces_the_login() {
    let cache = Cache::new("spared");
    let engine = StubEngine::empty();
    for _ in 0..3 {
        let connection = cache.connect(&engine, "admin@internal");
        connection.test().await.unwrap();
        connection.close().await.unwrap();
    }
    assert_eq!(engine.sessions().logins, 1);
    assert!(engine.sessions().revoked.is_empty());
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = fs::metadata(cache.file()).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
    // Another user has another entry.
    let other = cache.connect(&engine, "other@internal");
    assert!(matches!(other.test().await.unwrap_err(), Error::Auth(_)));
}

#[tokio::test]
async fn a_logout_revokes_the_cached_token_of_another_program() {
    let cache = Cache::new("logout");
    let engine = StubEngine::empty();
    let first = cache.connect(&engine, "admin@internal");
    first.test().await.unwrap();
    let second = cache.connect(&engine, "admin@internal");
    assert!(second.logout().await.unwrap());
    assert_eq!(engine.sessions().revoked.len(), 1);
    assert!(!second.logout().await.unwrap());
    cache
        .connect(&engine, "admin@internal")
        .test()
        .await
        .unwrap();
    assert_eq!(engine.sessions().logins, 2);
}

#[tokio::test]
async fn rejected_cached_token_is_replaced() {
    let cache = Cache::new("replaced");
    let engine = StubEngine::empty();
    cache
        .connect(&engine, "admin@internal")
        .test()
        .await
        .unwrap();
    engine.sessions().tokens.clear();
    cache
        .connect(&engine, "admin@internal")
        .test()
        .await
        .unwrap();
    cache
        .connect(&engine, "admin@internal")
        .test()
        .await
        .unwrap();
    assert_eq!(engine.sessions().logins, 2);
}

#[tokio::test]
async fn invalid_cache_file_is_ignored() {
    let cache = Cache::new("broken");
    for text in ["", "{", "[]", r#"{"admin@internal x": 1}"#] {
        fs::write(cache.file(), text).unwrap();
        let engine = StubEngine::empty();
        cache
            .connect(&engine, "admin@internal")
            .test()
            .await
            .unwrap();
        assert_eq!(engine.sessions().logins, 1);
    }
}

/// Sends the token `one`, and `two` in response to the challenge `more`.
#[derive(Default)]
struct FakeNegotiator {
    hosts: Arc<Mutex<Vec<String>>>,
}

struct FakeNegotiation(usize);

impl Negotiator for FakeNegotiator {
    fn begin(&self, host: &str) -> Result<Box<dyn Negotiation>, NegotiationError> {
        self.hosts.lock().unwrap().push(host.to_owned());
        Ok(Box::new(FakeNegotiation(0)))
    }
}

impl Negotiation for FakeNegotiation {
    fn step(&mut self, challenge: Option<&[u8]>) -> Result<Vec<u8>, NegotiationError> {
        self.0 += 1;
        match (self.0, challenge) {
            (1, None) => Ok(b"one".to_vec()),
            (_, Some(b"more")) => Ok(b"two".to_vec()),
            other => Err(format!("unexpected challenge {other:?}").into()),
        }
    }
}

/// An SSO service with these responses to the tokens `one` and `two`, in Base64.
fn sso(response: impl Fn(&str) -> Response + Send + Sync + 'static) -> Server {
    Server::http(move |request: &Request| match request.target.as_str() {
        "/ovirt-engine/sso/oauth/token-http-auth" => {
            let form =
                "grant_type=urn%3Aovirt%3Aparams%3Aoauth%3Agrant-type%3Ahttp&scope=ovirt-app-api";
            assert_eq!(request.body, form);
            let value = request.header("authorization").unwrap();
            response(value.strip_prefix("Negotiate ").unwrap())
        }
        "/ovirt-engine/api" => Response::xml(200, "<api/>"),
        other => panic!("{other}"),
    })
}

fn challenge(value: &str) -> Response {
    Response::header(401, "WWW-Authenticate", value)
}

fn connect(server: &Server, negotiator: FakeNegotiator) -> Connection {
    server.builder().negotiate(negotiator).build().unwrap()
}

#[tokio::test]
async fn negotiation_takes_as_many_steps_as_the_server_requests() {
    let token = || Response::json(200, r#"{"access_token":"t"}"#);
    let one_step = sso(move |value| {
        assert_eq!(value, "b25l");
        token()
    });
    let two_steps = sso(move |value| match value {
        "b25l" => challenge("Negotiate bW9yZQ=="),
        _ => {
            assert_eq!(value, "dHdv");
            token()
        }
    });
    for (server, requests) in [(one_step, 2), (two_steps, 3)] {
        let negotiator = FakeNegotiator::default();
        let hosts = Arc::clone(&negotiator.hosts);
        connect(&server, negotiator).test().await.unwrap();
        assert_eq!(*hosts.lock().unwrap(), ["127.0.0.1"]);
        assert_eq!(server.requests().len(), requests);
    }
}

#[tokio::test]
async fn failed_negotiation_is_an_auth_error_with_the_reason() {
    let table = [
        (sso(|_| challenge("Negotiate")), "requires a login"),
        (sso(|_| challenge("Basic realm=\"x\"")), "requires a login"),
        (
            sso(|_| challenge("Negotiate eA==")),
            "unexpected challenge (2, Some([120]))",
        ),
        (
            sso(|_| challenge("Negotiate bW9yZQ==")),
            "requests more steps",
        ),
        (
            sso(|_| Response::json(400, r#"{"error_code":"access_denied","error":"No ticket"}"#)),
            "No ticket (access_denied)",
        ),
    ];
    for (server, text) in table {
        let connection = connect(&server, FakeNegotiator::default());
        let error = connection.test().await.unwrap_err();
        assert!(matches!(error, Error::Auth(_)), "{error}");
        assert!(error.to_string().contains(text), "{error}");
    }
}

#[tokio::test]
async fn external_sso_service_issues_and_revokes_tokens() {
    let provider = Server::http(|request| match request.target.as_str() {
        "/realms/x/token" => Response::json(200, "{\"id_token\":\"theirs\",\"expires_in\":300}"),
        "/realms/x/revoke" => Response::empty(200),
        _ => Response::empty(404),
    });
    let engine = Server::http(|request| match request.header("authorization") {
        Some("Bearer theirs") => Response::xml(200, "<api/>"),
        _ => Response::empty(401),
    });
    let url = format!("http://localhost:{}/ovirt-engine/api", engine.port());
    let builder = Connection::builder(url).credentials("admin@internal", PASSWORD);
    let base = format!("http://localhost:{}/realms/x", provider.port());
    let connection = builder
        .clone()
        .sso_url(format!("{base}/token"))
        .sso_revoke_url(format!("{base}/revoke"))
        .sso_token_name("id_token")
        .build()
        .unwrap();
    assert_eq!(connection.authenticate().await.unwrap(), "theirs");
    connection.test().await.unwrap();
    connection.close().await.unwrap();
    let asked = provider.requests().into_iter();
    let asked: Vec<String> = asked.map(|request| request.target).collect();
    assert_eq!(asked, ["/realms/x/token", "/realms/x/revoke"]);
    assert_eq!(engine.requests().len(), 1);
    let error = builder.sso_url("nonsense").build().unwrap_err();
    assert!(
        error.to_string().contains("sso_url is not valid"),
        "{error}"
    );
}

#[tokio::test]
async fn empty_token_in_a_login_response_is_refused() {
    for token in ["", " ", "\\n"] {
        let body = format!(r#"{{"access_token":"{token}"}}"#);
        let server = Server::http(move |request| match request.target.as_str() {
            "/ovirt-engine/sso/oauth/token" => Response::json(200, &body),
            other => panic!("{other}"),
        });
        let builder = server.builder().credentials("admin@internal", PASSWORD);
        let error = builder.build().unwrap().test().await.unwrap_err();
        assert!(matches!(error, Error::Response(_)), "{error:?}");
        assert!(
            error
                .to_string()
                .contains("the token in the login response is empty"),
            "{error}"
        );
    }
}

#[cfg(unix)]
#[tokio::test]
async fn token_cache_that_others_can_access_is_refused() {
    use std::os::unix::fs::PermissionsExt as _;

    let cache = Cache::new("exposed");
    let engine = StubEngine::empty();
    let connect = || cache.connect(&engine, "admin@internal");
    connect().test().await.unwrap();
    for mode in [0o644, 0o640, 0o620, 0o604] {
        fs::set_permissions(cache.file(), fs::Permissions::from_mode(mode)).unwrap();
        let connection = connect();
        for _ in 0..2 {
            let error = connection.test().await.unwrap_err();
            assert!(matches!(error, Error::Usage(_)), "{error:?}");
            assert!(error.to_string().contains("chmod 600"), "{error}");
        }
    }
    fs::set_permissions(cache.file(), fs::Permissions::from_mode(0o400)).unwrap();
    connect().test().await.unwrap();
    assert_eq!(engine.sessions().logins, 1);
}
