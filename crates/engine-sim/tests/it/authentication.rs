//! Authentication, and what is refused without it.

use crate::client::{Client, Response, engine, send};

#[test]
fn the_api_requires_a_login() {
    let engine = engine();
    for path in [
        "/ovirt-engine/api",
        "/ovirt-engine/api/vms",
        "/ovirt-engine/api/nowhere",
    ] {
        let response = send(&engine, "GET", path, &[], "");
        assert_eq!(response.status, 401, "{path}");
        assert!(response.header("WWW-Authenticate").is_some(), "{path}");
        assert!(response.body.contains("<html>"), "{path}");
    }
    let wrong = [("Authorization", "Bearer nonsense")];
    let response = send(&engine, "GET", "/ovirt-engine/api", &wrong, "");
    assert_eq!(response.status, 401);
    assert!(response.body.contains("invalid_grant"));
}

#[test]
fn a_wrong_password_is_refused_in_the_format_of_the_scope() {
    let engine = engine();
    let login = |scope: &str, user: &str| {
        let form = format!("grant_type=password&scope={scope}&username={user}&password=wrong");
        let accept = [("Accept", "application/json")];
        send(
            &engine,
            "POST",
            "/ovirt-engine/sso/oauth/token",
            &accept,
            &form,
        )
    };
    let response = login("ovirt-app-api", "admin%40internal");
    assert_eq!(response.status, 400);
    assert!(
        response.body.contains(r#""error_code":"access_denied""#),
        "{}",
        response.body
    );
    let response = login("ovirt-app-admin", "admin%40internal");
    assert!(
        response.body.contains(r#""error":"access_denied""#),
        "{}",
        response.body
    );
    let response = login("ovirt-app-api", "admin");
    assert!(response.body.contains("admin@N/A"), "{}", response.body);
}

#[test]
fn revoked_and_expired_tokens_are_refused() {
    let engine = engine();
    let client = Client::new(&engine);
    assert_eq!(client.get("").status, 200);
    engine.expire_tokens();
    assert_eq!(client.get("").status, 401);
}

#[test]
fn basic_authentication_is_accepted() {
    use base64::Engine as _;
    let engine = engine();
    let pair = format!("{}:{}", engine.username(), engine.password());
    let header = format!("Basic {}", base64::prelude::BASE64_STANDARD.encode(pair));
    let response = send(
        &engine,
        "GET",
        "/ovirt-engine/api",
        &[("Authorization", &header)],
        "",
    );
    assert_eq!(response.status, 200);
}

#[test]
fn public_resources_require_no_login() {
    let engine = engine();
    let health = send(&engine, "GET", "/ovirt-engine/services/health", &[], "");
    assert_eq!(
        (health.status, health.body.as_str()),
        (200, "DB Up!Welcome to Health Status!")
    );
    let status = send(&engine, "GET", "/ovirt-engine/sso/status", &[], "");
    assert!(status.body.contains(r#""status":"active""#));
}

#[test]
fn the_welcome_page_needs_a_client_that_keeps_cookies() {
    let engine = engine();
    let get = |path: &str, cookie: &str| {
        let cookie = [("Cookie", cookie)];
        send(
            &engine,
            "GET",
            path,
            &cookie[usize::from(cookie[0].1.is_empty())..],
            "",
        )
    };
    let next = |response: &Response| {
        let location = response.header("Location").expect("a redirect").to_owned();
        let origin = engine.url().replace("/ovirt-engine/api", "");
        location
            .strip_prefix(&origin)
            .expect("this server")
            .to_owned()
    };
    let login = next(&get("/ovirt-engine/", ""));
    let back = get(&login, "");
    assert_eq!((back.status, next(&back).as_str()), (302, "/ovirt-engine/"));
    assert_eq!(
        get("/ovirt-engine/", "").status,
        302,
        "no end without cookies"
    );
    let cookie = back.header("Set-Cookie").expect("a cookie");
    let page = get("/ovirt-engine/", cookie.split(';').next().expect("a pair"));
    assert_eq!(page.status, 200);
    assert!(
        page.header("Content-Type")
            .expect("a type")
            .starts_with("text/html")
    );
}

#[test]
fn requests_are_recorded() {
    let engine = engine();
    let client = Client::new(&engine);
    client.get("/vms?max=1");
    let last = engine.requests().pop().expect("a request");
    assert_eq!(
        (last.method.as_str(), last.query.as_str()),
        ("GET", "max=1")
    );
    assert!(
        last.header("authorization")
            .is_some_and(|value| value.starts_with("Bearer "))
    );
    assert!(!format!("{last:?}").contains("Bearer"));
}
