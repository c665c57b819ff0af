//! TLS and timeouts over real sockets. The errors of a network are in `error_texts`.

use std::time::Duration;

use ovirt::{Connection, ConnectionBuilder, Error};

use crate::support::server::{Identity, Request, Response, Server};
use crate::support::stub_engine::{PASSWORD, StubEngine};
use crate::support::{test, test_error};

fn builder(server: &Server) -> ConnectionBuilder {
    Connection::builder(server.url_at("localhost")).credentials("admin@internal", PASSWORD)
}

fn api(request: &Request) -> Response {
    match request.target.as_str() {
        "/ovirt-engine/sso/oauth/token" => Response::json(200, r#"{"access_token":"t"}"#),
        "/ovirt-engine/api" => Response::xml(200, "<api/>"),
        other => panic!("{other}"),
    }
}

#[tokio::test]
async fn server_is_trusted_by_its_ca_under_all_names_of_its_certificate() {
    let identity = Identity::new(&["localhost", "127.0.0.1"]);
    let server = Server::https(&identity, api);
    for host in ["localhost", "127.0.0.1"] {
        let builder = Connection::builder(server.url_at(host))
            .credentials("admin@internal", PASSWORD)
            .ca_pem(&identity.ca_pem);
        test(builder).await.unwrap();
    }
    assert_eq!(server.requests().len(), 4);
}

#[tokio::test]
async fn one_trusted_ca_of_a_bundle_is_enough() {
    let identity = Identity::new(&["localhost"]);
    let other = Identity::new(&["localhost"]);
    let server = Server::https(&identity, api);
    let bundle = format!("# a bundle\n{}\n{}", other.ca_pem, identity.ca_pem);
    test(builder(&server).ca_pem(bundle)).await.unwrap();
}

#[tokio::test]
async fn nothing_is_sent_to_a_server_with_an_untrusted_ca() {
    let identity = Identity::new(&["localhost"]);
    let server = Server::https(&identity, api);
    // A CA of the same name with another key is another CA.
    for names in [["other.example.com"], ["localhost"]] {
        let other = Identity::new(&names);
        let error = test_error(builder(&server).ca_pem(other.ca_pem)).await;
        assert!(error.to_string().contains("untrusted CA"), "{error}");
        let url = format!(
            "https://localhost:{}/ovirt-engine/services/pki",
            server.port()
        );
        assert!(error.to_string().contains(&url), "{error}");
        assert!(error.details().is_unsent());
    }
    assert!(server.requests().is_empty());
}

#[tokio::test]
async fn insecure_accepts_any_certificate() {
    let identity = Identity::new(&["other.example.com"]);
    let server = Server::https(&identity, api);
    test(builder(&server).insecure(true)).await.unwrap();
}

#[tokio::test]
async fn request_timeout_overrides_that_of_the_connection() {
    let engine = StubEngine::new(|_| Response::Never);
    let request = engine
        .connect()
        .raw("GET", "/")
        .timeout(Duration::from_millis(50));
    let error = request.await.unwrap_err();
    assert!(matches!(error, Error::Timeout(_)), "{error:?}");
}

#[tokio::test]
async fn timeout_includes_the_login() {
    let server = Server::http(|_| Response::Never);
    let builder = builder(&server).timeout(Duration::from_millis(50));
    let connection = builder.build().unwrap();
    assert!(matches!(connection.test().await, Err(Error::Timeout(_))));
    assert!(matches!(
        connection.authenticate().await,
        Err(Error::Timeout(_))
    ));
}

#[tokio::test]
async fn idle_connection_is_reused_for_less_than_five_seconds() {
    for (seconds, connections) in [(2, 1), (5, 2)] {
        let engine = StubEngine::empty();
        let connection = engine.connect();
        connection.test().await.unwrap();
        tokio::time::pause();
        // Less than the time that Apache waits, by what the test itself takes.
        tokio::time::advance(Duration::from_secs(seconds) - Duration::from_millis(200)).await;
        tokio::time::resume();
        connection.test().await.unwrap();
        assert_eq!(engine.server.accepted(), connections, "{seconds}");
    }
}
