//! `Debug` and `Display` never show passwords and tokens.

use ovirt::{Connection, Error};

use crate::support::all_texts;
use crate::support::server::{Response, Server};
use crate::support::stub_engine::StubEngine;

const SECRETS: [&str; 3] = ["hush-password", "hush-token", "hush-header"];

#[track_caller]
fn assert_redacted(text: &str) {
    for secret in SECRETS {
        assert!(!text.contains(secret), "{text}");
    }
}

#[track_caller]
fn assert_redacted_error(error: &Error) {
    assert_redacted(&all_texts(error));
}

fn connection(port: u16, with_token: bool) -> Connection {
    let url = format!("http://127.0.0.1:{port}/ovirt-engine/api");
    let mut builder = Connection::builder(url)
        .credentials("admin@internal", SECRETS[0])
        .header("X-Secret", SECRETS[2]);
    if with_token {
        builder = builder.token(SECRETS[1]);
    }
    assert_redacted(&format!("{builder:?} {builder:#?}"));
    let connection = builder.build().unwrap();
    assert_redacted(&format!("{connection:?} {connection:#?}"));
    connection
}

#[test]
fn builders_connections_and_requests_are_redacted() {
    let connection = connection(9, true);
    let call = connection.authenticate();
    assert_redacted(&format!("{call:?}"));
    let request = connection
        .raw("POST", "/vms")
        .header("Authorization", SECRETS[1])
        .query("password", SECRETS[0])
        .body(SECRETS[0]);
    assert_redacted(&format!("{request:?}"));
    let builder = Connection::builder(format!("https://u:{}@e/ovirt-engine/api", SECRETS[0]));
    assert_redacted(&format!("{builder:?}"));
    assert_redacted_error(&builder.build().unwrap_err());
}

#[tokio::test]
async fn errors_are_redacted() {
    let responses: [fn() -> Response; 7] = [
        || Response::empty(404),
        || Response::html(401, "<html></html>"),
        || Response::xml(409, "<fault><reason>No</reason></fault>"),
        || Response::html(500, "<html></html>"),
        || Response::Raw(Vec::new()),
        || Response::Raw(b"nonsense".to_vec()),
        || Response::json(400, r#"{"error_code":"access_denied","error":"No"}"#),
    ];
    for response in responses {
        let server = Server::http(move |_| response());
        for with_token in [true, false] {
            let connection = connection(server.port(), with_token);
            let request = connection.raw("GET", "/vms").query("password", SECRETS[0]);
            assert_redacted_error(&request.await.unwrap_err());
            let error = connection.test().await.unwrap_err();
            assert_redacted_error(&error);
        }
    }
}

#[tokio::test]
async fn pending_calls_and_responses_are_redacted() {
    let body = format!(r#"{{"access_token":"{}"}}"#, SECRETS[1]);
    let server = Server::http(move |_| Response::json(200, &body));
    let connection = connection(server.port(), false);
    let pending = connection.authenticate().spawn();
    assert_redacted(&format!("{pending:?}"));
    assert_eq!(pending.await.unwrap(), SECRETS[1]);
    assert_redacted(&format!("{connection:?}"));
    let response = connection.raw("GET", "/").await.unwrap();
    assert_redacted(&format!("{response:?}"));
}

#[tokio::test]
async fn errors_for_invalid_secrets_are_redacted() {
    let engine = StubEngine::empty();
    let invalid = format!("{}\nx", SECRETS[1]);
    for builder in [
        engine.builder().token(&invalid),
        engine.builder().header("X-Secret", &invalid),
    ] {
        assert_redacted_error(&builder.build().unwrap_err());
    }
}
