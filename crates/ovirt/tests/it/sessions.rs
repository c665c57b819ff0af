//! Tokens that end, tokens on disk, and logging in without a password.

use std::fs;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime};

use ovirt::negotiate::{Negotiation, NegotiationError, Negotiator};
use ovirt::{Connection, Error};

use crate::engine::{Engine, PASSWORD};
use crate::server::{Answer, Request, Server};

fn milliseconds_from_now(seconds: u64) -> Option<String> {
    let then = SystemTime::now() + Duration::from_secs(seconds);
    let since = then.duration_since(SystemTime::UNIX_EPOCH).unwrap();
    Some(since.as_millis().to_string())
}

#[tokio::test]
async fn a_token_that_is_about_to_end_is_renewed_before() {
    for (seconds, logins) in [(0, 2), (30, 2), (3600, 1)] {
        let engine = Engine::empty();
        engine.sessions().expires = milliseconds_from_now(seconds);
        let connection = engine.connect();
        connection.test().await.unwrap();
        connection.test().await.unwrap();
        assert_eq!(engine.sessions().logins, logins, "{seconds}");
        assert_eq!(engine.api_requests().len(), 2);
    }
}

#[tokio::test]
async fn a_page_of_the_login_means_a_new_login_too() {
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
            Engine::new(
                move |_| match std::mem::replace(&mut *first.lock().unwrap(), false) {
                    true => Answer::html(status, page),
                    false => Answer::xml(200, "<api/>"),
                },
            );
        engine.connect().test().await.unwrap();
        assert_eq!(engine.sessions().logins, 2);
        assert_eq!(engine.api_requests().len(), 2);
    }
}

/// A file of tokens, gone with this.
struct Cache(PathBuf);

impl Cache {
    fn new(name: &str) -> Self {
        let name = format!("ovirt-{}-{name}.json", std::process::id());
        Self(std::env::temp_dir().join(name))
    }

    fn connect(&self, engine: &Engine, user: &str) -> Connection {
        let builder = engine.builder().credentials(user, PASSWORD);
        builder.token_cache(&self.0).build().unwrap()
    }
}

impl Drop for Cache {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.0);
    }
}

#[tokio::test]
async fn a_token_on_disk_spares_the_login() {
    let cache = Cache::new("spared");
    let engine = Engine::empty();
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
        let mode = fs::metadata(&cache.0).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
    // It is that of one user only.
    let other = cache.connect(&engine, "other@internal");
    assert!(matches!(other.test().await.unwrap_err(), Error::Auth(_)));
}

#[tokio::test]
async fn a_token_on_disk_that_is_no_longer_known_is_replaced() {
    let cache = Cache::new("replaced");
    let engine = Engine::empty();
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
async fn whatever_is_in_the_file_of_tokens_a_login_helps() {
    let cache = Cache::new("broken");
    for text in ["", "{", "[]", r#"{"admin@internal x": 1}"#] {
        fs::write(&cache.0, text).unwrap();
        let engine = Engine::empty();
        cache
            .connect(&engine, "admin@internal")
            .test()
            .await
            .unwrap();
        assert_eq!(engine.sessions().logins, 1);
    }
}

/// Says `one` first, and `two` when it hears `more`.
#[derive(Default)]
struct Fake {
    hosts: Arc<Mutex<Vec<String>>>,
}

struct Talk(usize);

impl Negotiator for Fake {
    fn begin(&self, host: &str) -> Result<Box<dyn Negotiation>, NegotiationError> {
        self.hosts.lock().unwrap().push(host.to_owned());
        Ok(Box::new(Talk(0)))
    }
}

impl Negotiation for Talk {
    fn step(&mut self, challenge: Option<&[u8]>) -> Result<Vec<u8>, NegotiationError> {
        self.0 += 1;
        match (self.0, challenge) {
            (1, None) => Ok(b"one".to_vec()),
            (_, Some(b"more")) => Ok(b"two".to_vec()),
            other => Err(format!("heard {other:?}").into()),
        }
    }
}

/// A single sign-on that answers so to what is said, `one` and `two` in base 64.
fn sso(answer: impl Fn(&str) -> Answer + Send + Sync + 'static) -> Server {
    Server::http(move |request: &Request| match request.target.as_str() {
        "/ovirt-engine/sso/oauth/token-http-auth" => {
            let form =
                "grant_type=urn%3Aovirt%3Aparams%3Aoauth%3Agrant-type%3Ahttp&scope=ovirt-app-api";
            assert_eq!(request.body, form);
            let said = request.header("authorization").unwrap();
            answer(said.strip_prefix("Negotiate ").unwrap())
        }
        "/ovirt-engine/api" => Answer::xml(200, "<api/>"),
        other => panic!("{other}"),
    })
}

fn challenge(text: &str) -> Answer {
    Answer::Http(401, vec![("WWW-Authenticate", text.to_owned())], Vec::new())
}

fn negotiating(server: &Server, negotiator: Fake) -> Connection {
    let url = format!("http://127.0.0.1:{}/ovirt-engine/api", server.port());
    Connection::builder(url)
        .negotiate(negotiator)
        .build()
        .unwrap()
}

#[tokio::test]
async fn a_negotiation_goes_on_as_long_as_the_server_asks() {
    let token = || Answer::json(200, r#"{"access_token":"t"}"#);
    let one_step = sso(move |said| {
        assert_eq!(said, "b25l");
        token()
    });
    let two_steps = sso(move |said| match said {
        "b25l" => challenge("Negotiate bW9yZQ=="),
        _ => {
            assert_eq!(said, "dHdv");
            token()
        }
    });
    for (server, requests) in [(one_step, 2), (two_steps, 3)] {
        let fake = Fake::default();
        let hosts = Arc::clone(&fake.hosts);
        negotiating(&server, fake).test().await.unwrap();
        assert_eq!(*hosts.lock().unwrap(), ["127.0.0.1"]);
        assert_eq!(server.requests().len(), requests);
    }
}

#[tokio::test]
async fn a_negotiation_that_fails_is_told() {
    let table = [
        (sso(|_| challenge("Negotiate")), "requires a login"),
        (sso(|_| challenge("Basic realm=\"x\"")), "requires a login"),
        (
            sso(|_| challenge("Negotiate eA==")),
            "heard (2, Some([120]))",
        ),
        (
            sso(|_| challenge("Negotiate bW9yZQ==")),
            "requests more steps",
        ),
        (
            sso(|_| Answer::json(400, r#"{"error_code":"access_denied","error":"No ticket"}"#)),
            "No ticket (access_denied)",
        ),
    ];
    for (server, words) in table {
        let error = negotiating(&server, Fake::default())
            .test()
            .await
            .unwrap_err();
        assert!(matches!(error, Error::Auth(_)), "{error}");
        assert!(error.to_string().contains(words), "{error}");
    }
}

#[tokio::test]
async fn another_service_for_logins_is_asked_where_one_is_named() {
    let provider = Server::http(|request| match request.target.as_str() {
        "/realms/x/token" => Answer::json(200, "{\"id_token\":\"theirs\",\"expires_in\":300}"),
        "/realms/x/revoke" => Answer::empty(200),
        _ => Answer::empty(404),
    });
    let engine = Server::http(|request| match request.header("authorization") {
        Some("Bearer theirs") => Answer::xml(200, "<api/>"),
        _ => Answer::empty(401),
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
        error.to_string().contains("sso_url can't be used"),
        "{error}"
    );
}
