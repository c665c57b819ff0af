//! Passwords and tokens are in nothing that can be printed.

use std::error::Error as _;

use ovirt::{Connection, Error};

use crate::engine::Engine;
use crate::server::{Answer, Server};

const SECRETS: [&str; 3] = ["hush-password", "hush-token", "hush-header"];

#[track_caller]
fn assert_silent(text: &str) {
    for secret in SECRETS {
        assert!(!text.contains(secret), "{text}");
    }
}

fn assert_silent_error(error: &Error) {
    assert_silent(&format!("{error} {error:?} {error:#?}"));
    let mut source = error.source();
    while let Some(cause) = source {
        assert_silent(&format!("{cause} {cause:?}"));
        source = cause.source();
    }
}

fn connection(port: u16, with_token: bool) -> Connection {
    let url = format!("http://127.0.0.1:{port}/ovirt-engine/api");
    let mut builder = Connection::builder(url)
        .credentials("admin@internal", SECRETS[0])
        .header("X-Secret", SECRETS[2]);
    if with_token {
        builder = builder.token(SECRETS[1]);
    }
    assert_silent(&format!("{builder:?} {builder:#?}"));
    let connection = builder.build().unwrap();
    assert_silent(&format!("{connection:?} {connection:#?}"));
    connection
}

#[test]
fn values_do_not_show_secrets() {
    let connection = connection(9, true);
    let task = connection.authenticate();
    assert_silent(&format!("{task:?}"));
    let request = connection
        .raw("POST", "/vms")
        .header("Authorization", SECRETS[1])
        .query("password", SECRETS[0])
        .body(SECRETS[0]);
    assert_silent(&format!("{request:?}"));
    let builder = Connection::builder(format!("https://u:{}@e/ovirt-engine/api", SECRETS[0]));
    assert_silent(&format!("{builder:?}"));
    assert_silent_error(&builder.build().unwrap_err());
}

#[tokio::test]
async fn errors_do_not_show_secrets() {
    let answers: [fn() -> Answer; 7] = [
        || Answer::empty(404),
        || Answer::html(401, "<html></html>"),
        || Answer::xml(409, "<fault><reason>No</reason></fault>"),
        || Answer::html(500, "<html></html>"),
        || Answer::Raw(Vec::new()),
        || Answer::Raw(b"nonsense".to_vec()),
        || Answer::json(400, r#"{"error_code":"access_denied","error":"No"}"#),
    ];
    for answer in answers {
        let server = Server::http(move |_| answer());
        for with_token in [true, false] {
            let connection = connection(server.port(), with_token);
            let request = connection.raw("GET", "/vms").query("password", SECRETS[0]);
            assert_silent_error(&request.await.unwrap_err());
            let error = connection.test().await.unwrap_err();
            assert_silent_error(&error);
        }
    }
}

#[tokio::test]
async fn values_on_their_way_are_not_shown() {
    let body = format!(r#"{{"access_token":"{}"}}"#, SECRETS[1]);
    let server = Server::http(move |_| Answer::json(200, &body));
    let connection = connection(server.port(), false);
    let pending = connection.authenticate().start();
    assert_silent(&format!("{pending:?}"));
    assert_eq!(pending.await.unwrap(), SECRETS[1]);
    assert_silent(&format!("{connection:?}"));
    let answer = connection.raw("GET", "/").await.unwrap();
    assert_silent(&format!("{answer:?}"));
}

#[tokio::test]
async fn secrets_that_can_not_be_sent_are_not_shown() {
    let engine = Engine::empty();
    let bad = format!("{}\nx", SECRETS[1]);
    assert_silent_error(&engine.builder().token(&bad).build().unwrap_err());
    assert_silent_error(
        &engine
            .builder()
            .header("X-Secret", &bad)
            .build()
            .unwrap_err(),
    );
}
