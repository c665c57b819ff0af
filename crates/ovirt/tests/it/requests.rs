//! What requests look like on the wire.

use ovirt::Error;
use ovirt::types::{Initialization, Vm};

use crate::support::server::{Request, Response};
use crate::support::stub_engine::StubEngine;

/// An engine that accepts all requests.
fn engine() -> StubEngine {
    StubEngine::new(|_| Response::xml(201, "<vm/>"))
}

/// The only request that the engine received.
fn only_request(engine: &StubEngine) -> Request {
    let mut requests = engine.server.requests();
    assert_eq!(requests.len(), 1);
    requests.remove(0)
}

#[tokio::test]
async fn requests_have_the_headers_that_engines_require() {
    let engine = engine();
    let connection = engine.connect_with_token();
    let response = connection
        .raw("POST", "vms")
        .query("clone", "true")
        .body("<vm/>")
        .await
        .unwrap();
    assert_eq!(
        (response.status(), response.body()),
        (201, b"<vm/>".as_slice())
    );
    let request = only_request(&engine);
    assert_eq!(request.method, "POST");
    assert_eq!(request.target, "/ovirt-engine/api/vms?clone=true");
    assert_eq!(request.body, "<vm/>");
    let host = format!("127.0.0.1:{}", engine.server.port());
    assert_eq!(request.header("host"), Some(host.as_str()));
    assert_eq!(request.header("authorization"), Some("Bearer t"));
    assert_eq!(request.header("version"), Some("4"));
    assert_eq!(request.header("accept"), Some("application/xml"));
    assert_eq!(request.header("content-type"), Some("application/xml"));
    assert_eq!(request.header("all-content"), None);
    let agent = concat!("ovirt-rust/", env!("CARGO_PKG_VERSION"));
    assert_eq!(request.header("user-agent"), Some(agent));
}

#[tokio::test]
async fn request_without_a_body_has_no_content_type() {
    let engine = engine();
    let request = engine.connect_with_token().raw("GET", "/");
    request.query("all_content", "true").await.unwrap();
    let request = only_request(&engine);
    assert_eq!(request.target, "/ovirt-engine/api?all_content=true");
    assert_eq!(request.header("content-type"), None);
    assert_eq!(request.header("all-content"), Some("true"));
}

#[tokio::test]
async fn headers_of_a_request_override_those_of_the_connection() {
    let engine = engine();
    engine.sessions().tokens.insert("t".to_owned());
    let builder = engine
        .builder_with_token("t")
        .header("Filter", "true")
        .header("X-A", "connection");
    let request = builder.build().unwrap().raw("GET", "/vms");
    request.header("x-a", "request").await.unwrap();
    let request = only_request(&engine);
    assert_eq!(request.header("filter"), Some("true"));
    assert_eq!(request.header("x-a"), Some("request"));
}

#[tokio::test]
async fn query_values_are_percent_encoded() {
    let engine = engine();
    let request = engine.connect_with_token().raw("GET", "/vms");
    request.query("search", "name=ä* & up").await.unwrap();
    assert_eq!(
        only_request(&engine).target,
        "/ovirt-engine/api/vms?search=name%3D%C3%A4*+%26+up"
    );
}

#[tokio::test]
async fn invalid_requests_are_not_sent() {
    let engine = engine();
    let connection = engine.connect_with_token();
    let requests = [
        (connection.raw("GE T", "/"), "is not an HTTP method"),
        (connection.raw("GET", "/vms?max=1"), "query()"),
        (
            connection.raw("GET", "/vms/a b"),
            "percent-encode its segments",
        ),
        (
            connection.raw("GET", "/").header("a b", "c"),
            "not a valid header name",
        ),
        (
            connection.raw("GET", "/").header("X-A", "c\r\nX-B: d"),
            "value of the header X-A",
        ),
    ];
    for (request, text) in requests {
        let error = request.await.unwrap_err();
        assert!(matches!(error, Error::Usage(_)), "{error:?}");
        assert!(error.to_string().contains(text), "{text}: {error}");
    }
    assert!(engine.server.requests().is_empty());
}

#[test]
fn dry_run_shows_the_request_without_secrets_and_sends_nothing() {
    let engine = engine();
    let connection = engine.builder_with_token("hush-token").build().unwrap();
    let vms = connection.system_service().vms_service();
    let vm = Vm::named("a").initialization(Initialization::new().root_password("hush"));
    let add = vms.add(vm).clone_(true).with_correlation_id("c7");
    let request = add.dry_run().unwrap();
    assert_eq!(request.method(), "POST");
    assert_eq!(request.url(), format!("{}/vms?clone=true", engine.url()));
    assert_eq!(
        request.body(),
        "<vm><initialization><root_password>***</root_password></initialization><name>a</name></vm>"
    );
    let header = |name: &str| {
        let found = request.headers().iter().find(|(own, _)| own == name);
        found.map(|(_, value)| value.as_str())
    };
    assert_eq!(header("correlation-id"), Some("c7"));
    assert_eq!(header("content-type"), Some("application/xml"));
    assert_eq!(header("authorization"), None);
    let text = format!("{request}\n{}\n{request:?}", request.to_curl());
    assert!(text.contains("POST http://127.0.0.1"), "{text}");
    assert!(!text.contains("hush"), "{text}");
    assert!(engine.server.requests().is_empty());
}
