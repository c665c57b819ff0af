//! What comes of a network, or a server, that doesn't do what it should.

use std::net::TcpListener;
use std::time::Duration;

use ovirt::{Connection, ConnectionBuilder, Error};

use crate::engine::{Engine, PASSWORD};
use crate::server::{Answer, Identity, Request, Server};

fn builder(scheme: &str, host: &str, port: u16) -> ConnectionBuilder {
    Connection::builder(format!("{scheme}://{host}:{port}/ovirt-engine/api"))
        .credentials("admin@internal", PASSWORD)
}

async fn error_of(builder: ConnectionBuilder) -> Error {
    builder.build().unwrap().test().await.unwrap_err()
}

#[track_caller]
fn assert_connection(error: &Error, words: &str, retryable: bool) {
    assert!(matches!(error, Error::Connection(_)), "{error:?}");
    assert!(error.to_string().contains(words), "{error}");
    assert_eq!(error.is_retryable(), retryable, "{error}");
    // A cause is told by itself, and not again in the text.
    if let Some(source) = std::error::Error::source(error) {
        assert!(
            !error.to_string().contains(&source.to_string()),
            "{error}: {source}"
        );
    }
}

fn root(request: &Request) -> Answer {
    match request.target.as_str() {
        "/ovirt-engine/sso/oauth/token" => Answer::json(200, r#"{"access_token":"t"}"#),
        "/ovirt-engine/api" => Answer::xml(200, "<api/>"),
        other => panic!("{other}"),
    }
}

#[tokio::test]
async fn nobody_listens() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    drop(listener);
    let error = error_of(builder("http", "127.0.0.1", port)).await;
    assert_connection(&error, "refused the connection", true);
}

#[tokio::test]
async fn the_name_is_unknown() {
    let error = error_of(builder("http", "nosuchhost.invalid", 80)).await;
    assert_connection(&error, "cannot resolve the host name of", true);
}

#[tokio::test]
async fn tls_with_the_right_ca_works() {
    let identity = Identity::new(&["localhost", "127.0.0.1"]);
    let server = Server::https(&identity, root);
    for host in ["localhost", "127.0.0.1"] {
        let builder = builder("https", host, server.port()).ca_pem(&identity.ca_pem);
        builder.build().unwrap().test().await.unwrap();
    }
    assert_eq!(server.requests().len(), 4);
}

#[tokio::test]
async fn one_of_several_cas_is_enough() {
    let identity = Identity::new(&["localhost"]);
    let other = Identity::new(&["localhost"]);
    let server = Server::https(&identity, root);
    let bundle = format!("# a bundle\n{}\n{}", other.ca_pem, identity.ca_pem);
    let builder = builder("https", "localhost", server.port()).ca_pem(bundle);
    builder.build().unwrap().test().await.unwrap();
}

#[tokio::test]
async fn an_unknown_ca_is_told_with_what_to_do() {
    let identity = Identity::new(&["localhost"]);
    let server = Server::https(&identity, root);
    // Neither another authority nor an older one of the same name will do.
    for names in [["other.example.com"], ["localhost"]] {
        let other = Identity::new(&names);
        let builder = builder("https", "localhost", server.port()).ca_pem(other.ca_pem);
        let error = error_of(builder).await;
        assert_connection(&error, "was issued by an untrusted CA", false);
        let place = format!(
            "https://localhost:{}/ovirt-engine/services/pki",
            server.port()
        );
        assert!(error.to_string().contains(&place), "{error}");
    }
    assert!(server.requests().is_empty());
}

#[tokio::test]
async fn insecure_accepts_any_certificate() {
    let identity = Identity::new(&["other.example.com"]);
    let server = Server::https(&identity, root);
    let builder = builder("https", "localhost", server.port()).insecure(true);
    builder.build().unwrap().test().await.unwrap();
}

#[tokio::test]
async fn a_certificate_for_another_host_is_refused() {
    let identity = Identity::new(&["other.example.com"]);
    let server = Server::https(&identity, root);
    let builder = builder("https", "localhost", server.port()).ca_pem(&identity.ca_pem);
    assert_connection(&error_of(builder).await, "is for another host", false);
}

#[tokio::test]
async fn a_certificate_out_of_its_time_is_refused() {
    let expired = Identity::with(&["localhost"], |params| {
        params.not_after = rcgen::date_time_ymd(2001, 1, 1);
    });
    let future = Identity::with(&["localhost"], |params| {
        params.not_before = rcgen::date_time_ymd(3001, 1, 1);
    });
    for (identity, words) in [(expired, "has expired"), (future, "not valid yet")] {
        let server = Server::https(&identity, root);
        let builder = builder("https", "localhost", server.port()).ca_pem(&identity.ca_pem);
        assert_connection(&error_of(builder).await, words, false);
    }
}

#[tokio::test]
async fn https_to_a_plain_port_is_recognised() {
    let server = Server::http(|request| panic!("{request:?}"));
    let identity = Identity::new(&["localhost"]);
    let builder = builder("https", "localhost", server.port()).ca_pem(identity.ca_pem);
    assert_connection(&error_of(builder).await, "does not speak TLS", false);
}

#[tokio::test]
async fn plain_http_to_a_tls_port_is_recognised() {
    let identity = Identity::new(&["localhost"]);
    let server = Server::https(&identity, root);
    let error = error_of(builder("http", "localhost", server.port())).await;
    assert_connection(&error, "if it expects TLS, use https://", false);
    assert!(server.requests().is_empty());
}

#[tokio::test]
async fn plain_http_is_recognised_when_the_web_server_says_so() {
    let page = "<html><title>400 Bad Request</title>Reason: You're speaking plain HTTP to an \
                SSL-enabled server port.</html>";
    let server = Server::http(move |_| Answer::html(400, page));
    let error = error_of(builder("http", "localhost", server.port())).await;
    assert_connection(&error, "use https://", false);
}

#[tokio::test]
async fn a_connection_that_ends_early_is_worth_another_try() {
    let answers: [&[u8]; 2] = [b"", b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n<api"];
    for answer in answers {
        let server = Server::http(move |_| Answer::Raw(answer.to_vec()));
        let error = error_of(builder("http", "localhost", server.port())).await;
        assert_connection(&error, "closed the connection", true);
    }
}

#[tokio::test]
async fn an_answer_that_does_not_come_is_a_timeout() {
    let engine = Engine::new(|_| Answer::Never);
    engine.sessions().tokens.insert("t".to_owned());
    let connection = engine
        .builder()
        .token("t")
        .timeout(Duration::from_millis(50))
        .build();
    let error = connection.unwrap().test().await.unwrap_err();
    assert!(matches!(error, Error::Timeout(_)), "{error:?}");
    assert!(error.is_retryable());
    assert!(error.to_string().contains("within 50ms"), "{error}");
}

#[tokio::test]
async fn a_request_can_have_a_time_limit_of_its_own() {
    let engine = Engine::new(|_| Answer::Never);
    let request = engine
        .connect()
        .raw("GET", "/")
        .timeout(Duration::from_millis(50));
    let error = request.await.unwrap_err();
    assert!(matches!(error, Error::Timeout(_)), "{error:?}");
}

#[tokio::test]
async fn the_time_limit_holds_for_the_login_too() {
    let server = Server::http(|_| Answer::Never);
    let limited = builder("http", "localhost", server.port()).timeout(Duration::from_millis(50));
    let connection = limited.build().unwrap();
    assert!(matches!(connection.test().await, Err(Error::Timeout(_))));
    assert!(matches!(
        connection.authenticate().await,
        Err(Error::Timeout(_))
    ));
}

#[tokio::test]
async fn a_server_that_accepts_nothing_is_a_timeout_of_connecting() {
    // The system takes the connection, but nobody answers to TLS.
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let identity = Identity::new(&["localhost"]);
    let builder = builder("https", "127.0.0.1", port).ca_pem(identity.ca_pem);
    let error = error_of(builder.connect_timeout(Duration::from_millis(50))).await;
    assert!(matches!(error, Error::Timeout(_)), "{error:?}");
    assert!(error.to_string().contains("connect_timeout"), "{error}");
}
