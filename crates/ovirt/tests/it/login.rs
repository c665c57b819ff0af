//! Logging in, once and again, and giving the token back.

use ovirt::{Connection, Error, ErrorKind};
use tokio::task::JoinSet;

use crate::engine::{Engine, PASSWORD};
use crate::server::{Answer, Server};

/// Starts requests that all need a login, and lets the login go on once all of them wait for it.
async fn sixteen_at_once(engine: &Engine, connection: &Connection) -> Vec<Result<u16, Error>> {
    engine.hold_logins();
    let mut tasks = JoinSet::new();
    for _ in 0..16 {
        let request = connection.raw("GET", "/");
        tasks.spawn(async move { request.await.map(|answer| answer.status()) });
    }
    // On a runtime with one thread every task has had its turn after this.
    tokio::task::yield_now().await;
    engine.release_logins();
    tasks.join_all().await
}

#[tokio::test]
async fn sixteen_requests_share_one_login() {
    let engine = Engine::empty();
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
    let engine = Engine::empty();
    let connection = engine
        .builder()
        .credentials("admin@internal", "wrong")
        .build()
        .unwrap();
    let outcomes = sixteen_at_once(&engine, &connection).await;
    assert!(
        outcomes
            .iter()
            .all(|outcome| matches!(outcome, Err(Error::Auth(_)))),
        "{outcomes:?}"
    );
    assert_eq!(engine.sessions().logins, 1);
    // Who comes later tries anew.
    assert!(connection.test().await.is_err());
    assert_eq!(engine.sessions().logins, 2);
}

#[tokio::test]
async fn sixteen_requests_share_one_new_login() {
    let engine = Engine::empty();
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
async fn requests_refused_with_the_same_token_share_one_refused_login() {
    // The password is no longer right when the token expires; both requests were sent before.
    let barrier = std::sync::Barrier::new(2);
    let server = Server::http(move |request| match request.target.as_str() {
        "/ovirt-engine/sso/oauth/token" => Answer::json(400, r#"{"error":"Locked"}"#),
        _ => {
            barrier.wait();
            Answer::empty(401)
        }
    });
    let url = format!("http://127.0.0.1:{}/ovirt-engine/api", server.port());
    let builder = Connection::builder(url).token("old");
    let connection = builder.credentials("a@b", PASSWORD).build().unwrap();
    let (one, two) = (connection.test().start(), connection.test().start());
    assert!(matches!(one.await, Err(Error::Auth(_))));
    assert!(matches!(two.await, Err(Error::Auth(_))));
    let sent = server.requests();
    assert_eq!(
        sent.iter()
            .filter(|request| request.target.contains("sso"))
            .count(),
        1
    );
}

#[tokio::test]
async fn a_login_that_was_given_up_does_not_stop_the_others() {
    let engine = Engine::empty();
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
async fn nothing_is_sent_before_it_is_needed() {
    let engine = Engine::empty();
    let connection = engine.connect();
    drop(connection.test());
    assert!(engine.server.requests().is_empty());
    connection.test().await.unwrap();
    assert_eq!(engine.sessions().logins, 1);
}

#[tokio::test]
async fn a_token_that_expired_is_renewed_once() {
    let engine = Engine::empty();
    let connection = engine.connect();
    connection.test().await.unwrap();
    engine.sessions().tokens.clear();
    connection.test().await.unwrap();
    assert_eq!(engine.sessions().logins, 2);
    assert_eq!(engine.api_requests().len(), 3);
}

#[tokio::test]
async fn a_new_token_that_is_refused_too_is_an_error() {
    let engine = Engine::empty();
    engine.sessions().distrustful = true;
    let error = engine.connect().test().await.unwrap_err();
    assert!(matches!(error, Error::Auth(_)), "{error}");
    assert_eq!(error.status(), Some(401));
    assert_eq!(error.request().unwrap().path(), "/ovirt-engine/api");
    assert_eq!(engine.sessions().logins, 2);
    assert_eq!(engine.api_requests().len(), 2);
}

#[tokio::test]
async fn a_token_that_was_given_is_used_and_never_revoked() {
    let engine = Engine::empty();
    engine.sessions().tokens.insert("given".to_owned());
    let connection = engine.builder().token("given\n").build().unwrap();
    connection.test().await.unwrap();
    assert_eq!(connection.authenticate().await.unwrap(), "given");
    connection.close().await.unwrap();
    connection.test().await.unwrap();
    assert_eq!(engine.sessions().logins, 0);
    assert!(engine.sessions().revoked.is_empty());
}

#[tokio::test]
async fn a_token_that_was_given_and_is_refused_is_an_error() {
    let engine = Engine::empty();
    let connection = engine.builder().token("stale").build().unwrap();
    let error = connection.test().await.unwrap_err();
    assert!(matches!(error, Error::Auth(_)), "{error}");
    assert!(error.to_string().contains("unknown or expired"), "{error}");
    assert_eq!(engine.api_requests().len(), 1);
}

#[tokio::test]
async fn a_token_that_was_given_gives_way_to_credentials() {
    let engine = Engine::empty();
    let builder = engine
        .builder()
        .token("stale")
        .credentials("admin@internal", PASSWORD);
    let connection = builder.build().unwrap();
    connection.test().await.unwrap();
    connection.close().await.unwrap();
    assert_eq!(engine.sessions().revoked, ["token-1"]);
}

#[tokio::test]
async fn closing_revokes_the_own_token_once() {
    let engine = Engine::empty();
    let connection = engine.connect();
    connection.close().await.unwrap();
    assert!(engine.server.requests().is_empty());
    assert_eq!(connection.authenticate().await.unwrap(), "token-1");
    connection.close().await.unwrap();
    connection.clone().close().await.unwrap();
    assert_eq!(engine.sessions().revoked, ["token-1"]);
    // A request after it logs in again.
    connection.test().await.unwrap();
    assert_eq!(engine.sessions().logins, 2);
}

#[tokio::test]
async fn without_token_and_credentials_it_is_said_what_to_give() {
    let engine = Engine::empty();
    let error = engine.builder().build().unwrap().test().await.unwrap_err();
    assert!(matches!(error, Error::Usage(_)), "{error}");
    assert!(error.to_string().contains("credentials("), "{error}");
    assert!(engine.server.requests().is_empty());
}

#[tokio::test]
async fn an_authorization_of_the_users_own_is_left_alone() {
    let engine = Engine::empty();
    engine.sessions().tokens.insert("mine".to_owned());
    let connection = engine
        .builder()
        .header("Authorization", "Bearer mine")
        .build()
        .unwrap();
    connection.test().await.unwrap();
    assert_eq!(engine.sessions().logins, 0);
}

/// What the single sign-on answers, the kind of the error, and words in it.
#[tokio::test]
async fn answers_to_the_login_are_understood() {
    type Case = (fn() -> Answer, &'static str, &'static str);
    let table: &[Case] = &[
        (
            || Answer::json(400, r#"{"error_code":"access_denied","error":"No.."}"#),
            "Auth",
            "refused the login: No (access_denied)",
        ),
        (
            || {
                Answer::json(
                    400,
                    r#"{"error":"invalid_grant","error_description":"Gone."}"#,
                )
            },
            "Auth",
            "Gone (invalid_grant)",
        ),
        (
            || Answer::json(400, r#"[{"error_code":"x","error":"In a list"}]"#),
            "Auth",
            "In a list",
        ),
        (
            || Answer::json(200, r#"{"error":"odd"}"#),
            "Auth",
            "admin@ovirt@internalsso",
        ),
        (
            || Answer::html(401, "<html><title>Unauthorized</title>"),
            "Auth",
            "Unauthorized",
        ),
        (
            || Answer::html(404, "<html><title>Nothing</title>"),
            "Response",
            "Nothing",
        ),
        (
            || Answer::html(200, "<html><title>Welcome</title>"),
            "Response",
            "Welcome",
        ),
        (
            || Answer::html(503, "<html><title>Busy</title>"),
            "Fault",
            "retry later",
        ),
        (|| Answer::json(200, "{}"), "Response", "has no token"),
        (
            || Answer::json(200, "{"),
            "Response",
            "not from an engine's single sign-on",
        ),
        (
            || {
                Answer::Http(
                    302,
                    vec![("Location", "https://e/x?secret=1".into())],
                    vec![],
                )
            },
            "Response",
            "to https://e/x (status 302)",
        ),
    ];
    for (answer, kind, words) in table {
        let server = Server::http(move |_| answer());
        let url = format!("http://127.0.0.1:{}/ovirt-engine/api", server.port());
        let builder = Connection::builder(url).credentials("admin@internal", PASSWORD);
        let error = builder.build().unwrap().test().await.unwrap_err();
        assert!(format!("{error:?}").starts_with(kind), "{words}: {error:?}");
        assert!(error.to_string().contains(words), "{words}: {error}");
        assert_eq!(
            error.request().unwrap().path(),
            "/ovirt-engine/sso/oauth/token"
        );
    }
}

#[tokio::test]
async fn a_user_without_a_profile_that_the_engine_has_is_told_which_to_try() {
    let refused = r#"{"error_code":"access_denied",
        "error":"Cannot authenticate user 'x': No valid profile found in credentials.."}"#;
    let server = Server::http(move |_| Answer::json(400, refused));
    let url = format!("http://127.0.0.1:{}/ovirt-engine/api", server.port());
    for (user, words) in [
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
        let builder = Connection::builder(&url).credentials(user, PASSWORD);
        let error = builder.build().unwrap().test().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::WrongProfile);
        assert!(error.to_string().contains(words), "{error}");
    }
}

#[tokio::test]
async fn a_token_in_a_list_is_accepted() {
    let server = Server::http(|request| match request.target.as_str() {
        "/ovirt-engine/sso/oauth/token" => Answer::json(200, r#"[{"access_token":"t"}]"#),
        other => panic!("{other}"),
    });
    let url = format!("http://127.0.0.1:{}/ovirt-engine/api", server.port());
    let connection = Connection::builder(url)
        .credentials("a@b", "c")
        .build()
        .unwrap();
    assert_eq!(connection.authenticate().await.unwrap(), "t");
}
