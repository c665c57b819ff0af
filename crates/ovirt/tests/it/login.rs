//! Logging in, renewing the token and revoking it.

use ovirt::{Connection, Error, ErrorKind};
use tokio::task::JoinSet;

use crate::support::server::{Response, Server};
use crate::support::stub_engine::{PASSWORD, StubEngine};
use crate::support::{test_error, variant};

/// Starts requests that need a login, and releases the login once all of them wait for it.
async fn sixteen_at_once(engine: &StubEngine, connection: &Connection) -> Vec<Result<u16, Error>> {
    engine.hold_logins();
    let mut tasks = JoinSet::new();
    for _ in 0..16 {
        let request = connection.raw("GET", "/");
        tasks.spawn(async move { request.await.map(|response| response.status()) });
    }
    // On a single-threaded runtime this runs each task until it waits.
    tokio::task::yield_now().await;
    engine.release_logins();
    tasks.join_all().await
}

#[tokio::test]
async fn sixteen_requests_share_one_login() {
    let engine = StubEngine::empty();
    let outcomes = sixteen_at_once(&engine, &engine.connect()).await;
    assert!(
        outcomes.iter().all(|outcome| matches!(outcome, Ok(200))),
        "{outcomes:?}"
    );
    assert_eq!(engine.sessions().logins, 1);
    assert_eq!(engine.api_requests().len(), 16);
}

#[tokio::test]
async fn sixteen_requests_share_one_refused_login() {
    let engine = StubEngine::empty();
    let builder = engine.builder().credentials("admin@internal", "wrong");
    let connection = builder.build().unwrap();
    let outcomes = sixteen_at_once(&engine, &connection).await;
    assert!(
        outcomes
            .iter()
            .all(|outcome| matches!(outcome, Err(Error::Auth(_)))),
        "{outcomes:?}"
    );
    assert_eq!(engine.sessions().logins, 1);
    // A later request tries again.
    assert!(connection.test().await.is_err());
    assert_eq!(engine.sessions().logins, 2);
}

#[tokio::test]
async fn a_password_is_obtained_when_it_is_needed() {
    let engine = StubEngine::empty();
    let source = || Ok(PASSWORD.to_owned());
    let builder = engine.builder().password_from("admin@internal", source);
    let connection = builder.build().unwrap();
    connection.test().await.unwrap();
    let source = || Err("the vault is locked".into());
    let builder = engine.builder().password_from("admin@internal", source);
    assert!(!format!("{builder:?}").contains("vault"), "{builder:?}");
    // Not needed with a token.
    let token = engine.sessions().tokens.iter().next().unwrap().clone();
    builder
        .clone()
        .token(token)
        .build()
        .unwrap()
        .test()
        .await
        .unwrap();
    let error = builder.build().unwrap().test().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Credentials);
    let text = error.to_string();
    assert!(
        text.contains("cannot obtain the password: the vault is locked"),
        "{text}"
    );
}

#[tokio::test]
async fn sixteen_requests_share_one_new_login() {
    let engine = StubEngine::empty();
    let connection = engine.connect();
    connection.test().await.unwrap();
    engine.sessions().tokens.clear();
    let outcomes = sixteen_at_once(&engine, &connection).await;
    assert!(
        outcomes.iter().all(|outcome| matches!(outcome, Ok(200))),
        "{outcomes:?}"
    );
    assert_eq!(engine.sessions().logins, 2);
}

#[tokio::test]
async fn requests_rejected_with_the_same_token_share_one_refused_login() {
    // Both requests are sent before the token expires; then the password is wrong.
    let barrier = std::sync::Barrier::new(2);
    let server = Server::http(move |request| match request.target.as_str() {
        "/ovirt-engine/sso/oauth/token" => Response::json(400, r#"{"error":"Locked"}"#),
        _ => {
            barrier.wait();
            Response::empty(401)
        }
    });
    let builder = server.builder().token("old");
    let connection = builder.credentials("a@b", PASSWORD).build().unwrap();
    let (one, two) = (connection.test().spawn(), connection.test().spawn());
    assert!(matches!(one.await, Err(Error::Auth(_))));
    assert!(matches!(two.await, Err(Error::Auth(_))));
    let requests = server.requests();
    assert_eq!(
        requests
            .iter()
            .filter(|request| request.target.contains("sso"))
            .count(),
        1
    );
}

#[tokio::test]
async fn canceled_login_does_not_block_other_requests() {
    let engine = StubEngine::empty();
    let connection = engine.connect();
    engine.hold_logins();
    let first = tokio::spawn(connection.test().into_future());
    tokio::task::yield_now().await;
    let second = tokio::spawn(connection.test().into_future());
    tokio::task::yield_now().await;
    first.abort();
    assert!(first.await.unwrap_err().is_cancelled());
    engine.release_logins();
    second.await.unwrap().unwrap();
}

#[tokio::test]
async fn login_is_lazy() {
    let engine = StubEngine::empty();
    let connection = engine.connect();
    drop(connection.test());
    assert!(engine.server.requests().is_empty());
    connection.test().await.unwrap();
    assert_eq!(engine.sessions().logins, 1);
}

#[tokio::test]
async fn expired_token_is_renewed_once() {
    let engine = StubEngine::empty();
    let connection = engine.connect();
    connection.test().await.unwrap();
    engine.sessions().tokens.clear();
    connection.test().await.unwrap();
    assert_eq!(engine.sessions().logins, 2);
    assert_eq!(engine.api_requests().len(), 3);
}

#[tokio::test]
async fn rejected_new_token_is_an_error() {
    let engine = StubEngine::empty();
    engine.sessions().rejecting = true;
    let error = engine.connect().test().await.unwrap_err();
    assert!(matches!(error, Error::Auth(_)), "{error}");
    assert_eq!(error.status(), Some(401));
    assert_eq!(error.request().unwrap().path(), "/ovirt-engine/api");
    assert_eq!(engine.sessions().logins, 2);
    assert_eq!(engine.api_requests().len(), 2);
}

#[tokio::test]
async fn given_token_is_used_and_never_revoked() {
    let engine = StubEngine::empty();
    engine.sessions().tokens.insert("given".to_owned());
    let connection = engine.builder_with_token("given\n").build().unwrap();
    connection.test().await.unwrap();
    assert_eq!(connection.authenticate().await.unwrap(), "given");
    connection.close().await.unwrap();
    connection.test().await.unwrap();
    assert_eq!(engine.sessions().logins, 0);
    assert!(engine.sessions().revoked.is_empty());
}

#[tokio::test]
async fn rejected_given_token_is_an_error() {
    let engine = StubEngine::empty();
    let error = test_error(engine.builder_with_token("stale")).await;
    assert!(matches!(error, Error::Auth(_)), "{error}");
    assert!(error.to_string().contains("unknown or expired"), "{error}");
    assert_eq!(engine.api_requests().len(), 1);
}

#[tokio::test]
async fn rejected_given_token_is_replaced_by_a_login() {
    let engine = StubEngine::empty();
    let connection = engine.builder().token("stale").build().unwrap();
    connection.test().await.unwrap();
    connection.close().await.unwrap();
    assert_eq!(engine.sessions().revoked, ["token-1"]);
}

#[tokio::test]
async fn close_revokes_the_token_once() {
    let engine = StubEngine::empty();
    let connection = engine.connect();
    connection.close().await.unwrap();
    assert!(engine.server.requests().is_empty());
    assert_eq!(connection.authenticate().await.unwrap(), "token-1");
    connection.close().await.unwrap();
    connection.clone().close().await.unwrap();
    assert_eq!(engine.sessions().revoked, ["token-1"]);
    // A later request logs in again.
    connection.test().await.unwrap();
    assert_eq!(engine.sessions().logins, 2);
}

#[tokio::test]
async fn missing_credentials_are_a_usage_error() {
    let engine = StubEngine::empty();
    let error = test_error(engine.server.builder()).await;
    assert!(matches!(error, Error::Usage(_)), "{error}");
    assert!(engine.server.requests().is_empty());
}

#[tokio::test]
async fn authorization_header_of_the_user_prevents_the_login() {
    let engine = StubEngine::empty();
    engine.sessions().tokens.insert("mine".to_owned());
    let connection = engine
        .builder()
        .header("Authorization", "Bearer mine")
        .build()
        .unwrap();
    connection.test().await.unwrap();
    assert_eq!(engine.sessions().logins, 0);
}

#[tokio::test]
async fn login_errors_are_parsed() {
    // The response of the SSO service, the variant and a part of the text.
    type Case = (fn() -> Response, &'static str, &'static str);
    let table: &[Case] = &[
        (
            || Response::json(400, r#"{"error_code":"access_denied","error":"No.."}"#),
            "Auth",
            "refused the login: No (access_denied)",
        ),
        (
            || {
                Response::json(
                    400,
                    r#"{"error":"invalid_grant","error_description":"Gone."}"#,
                )
            },
            "Auth",
            "Gone (invalid_grant)",
        ),
        (
            || Response::json(400, r#"[{"error_code":"x","error":"In a list"}]"#),
            "Auth",
            "In a list",
        ),
        (
            || Response::json(200, r#"{"error":"odd"}"#),
            "Auth",
            "admin@ovirt@internalsso",
        ),
        (
            || Response::html(401, "<html><title>Unauthorized</title>"),
            "Auth",
            "Unauthorized",
        ),
        (
            || Response::html(404, "<html><title>Nothing</title>"),
            "Response",
            "Nothing",
        ),
        (
            || Response::html(200, "<html><title>Welcome</title>"),
            "Response",
            "Welcome",
        ),
        (
            || Response::html(503, "<html><title>Busy</title>"),
            "Fault",
            "retry later",
        ),
        (|| Response::json(200, "{}"), "Response", "has no token"),
        (
            || Response::json(200, "{"),
            "Response",
            "not from an engine's single sign-on",
        ),
        (
            || {
                Response::Http(
                    302,
                    vec![("Location", "https://e/x?secret=1".into())],
                    vec![],
                )
            },
            "Response",
            "to https://e/x (login: POST /ovirt-engine/sso/oauth/token, status 302)",
        ),
    ];
    for (response, expected, text) in table {
        let server = Server::http(move |_| response());
        let builder = server.builder().credentials("admin@internal", PASSWORD);
        let error = test_error(builder).await;
        assert_eq!(variant(&error), *expected, "{text}: {error:?}");
        assert!(error.to_string().contains(text), "{text}: {error}");
        assert_eq!(
            error.request().unwrap().path(),
            "/ovirt-engine/sso/oauth/token"
        );
    }
}

#[tokio::test]
async fn unknown_profile_error_suggests_user_names() {
    let refused = r#"{"error_code":"access_denied",
        "error":"Cannot authenticate user 'x': No valid profile found in credentials.."}"#;
    let server = Server::http(move |_| Response::json(400, refused));
    for (user, text) in [
        ("admin@internal", "try admin@ovirt@internalsso"),
        (
            "admin",
            "has no profile: try admin@internal, or admin@ovirt@internalsso",
        ),
        (
            "admin@ovirt@sso",
            "no profile \"sso\": try admin@internal, or admin@ovirt@internalsso",
        ),
    ] {
        let error = test_error(server.builder().credentials(user, PASSWORD)).await;
        assert_eq!(error.kind(), ErrorKind::WrongProfile);
        assert!(error.to_string().contains(text), "{error}");
    }
}

#[tokio::test]
async fn login_response_can_be_an_array_of_one() {
    let server = Server::http(|request| match request.target.as_str() {
        "/ovirt-engine/sso/oauth/token" => Response::json(200, r#"[{"access_token":"t"}]"#),
        other => panic!("{other}"),
    });
    let connection = server.builder().credentials("a@b", "c").build().unwrap();
    assert_eq!(connection.authenticate().await.unwrap(), "t");
}
