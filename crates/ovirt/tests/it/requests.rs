//! What goes over the wire.

use ovirt::Error;
use ovirt::types::{Initialization, Vm};

use crate::engine::Engine;
use crate::server::{self, Answer};

fn engine() -> Engine {
    let engine = Engine::new(|_| Answer::xml(201, "<vm/>"));
    engine.sessions().tokens.insert("t".to_owned());
    engine
}

fn only(engine: &Engine) -> server::Request {
    let mut requests = engine.server.requests();
    assert_eq!(requests.len(), 1);
    requests.remove(0)
}

#[tokio::test]
async fn a_request_has_the_headers_that_engines_want() {
    let engine = engine();
    let connection = engine.builder().token("t").build().unwrap();
    let answer = connection
        .raw("POST", "vms")
        .query("clone", "true")
        .body("<vm/>")
        .await
        .unwrap();
    assert_eq!((answer.status(), answer.body()), (201, b"<vm/>".as_slice()));
    let request = only(&engine);
    assert_eq!(request.method, "POST");
    assert_eq!(request.target, "/ovirt-engine/api/vms?clone=true");
    assert_eq!(request.body, "<vm/>");
    assert_eq!(request.header("authorization"), Some("Bearer t"));
    assert_eq!(request.header("version"), Some("4"));
    assert_eq!(request.header("accept"), Some("application/xml"));
    assert_eq!(request.header("content-type"), Some("application/xml"));
    assert_eq!(request.header("all-content"), None);
    let agent = concat!("ovirt-rust/", env!("CARGO_PKG_VERSION"));
    assert_eq!(request.header("user-agent"), Some(agent));
}

#[tokio::test]
async fn a_request_without_a_body_has_no_content_type() {
    let engine = engine();
    let connection = engine.builder().token("t").build().unwrap();
    connection
        .raw("GET", "/")
        .query("all_content", "true")
        .await
        .unwrap();
    let request = only(&engine);
    assert_eq!(request.target, "/ovirt-engine/api?all_content=true");
    assert_eq!(request.header("content-type"), None);
    assert_eq!(request.header("all-content"), Some("true"));
}

#[tokio::test]
async fn headers_of_the_request_win_over_those_of_the_connection() {
    let engine = engine();
    let builder = engine
        .builder()
        .token("t")
        .header("Filter", "true")
        .header("X-A", "connection");
    let connection = builder.build().unwrap();
    connection
        .raw("GET", "/vms")
        .header("x-a", "request")
        .await
        .unwrap();
    let request = only(&engine);
    assert_eq!(request.header("filter"), Some("true"));
    assert_eq!(request.header("x-a"), Some("request"));
}

#[tokio::test]
async fn values_of_the_query_are_encoded() {
    let engine = engine();
    let connection = engine.builder().token("t").build().unwrap();
    connection
        .raw("GET", "/vms")
        .query("search", "name=ä* & up")
        .await
        .unwrap();
    assert_eq!(
        only(&engine).target,
        "/ovirt-engine/api/vms?search=name%3D%C3%A4*+%26+up"
    );
}

#[tokio::test]
async fn what_can_not_be_sent_is_not_sent() {
    let engine = engine();
    let connection = engine.builder().token("t").build().unwrap();
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
    for (request, words) in requests {
        let error = request.await.unwrap_err();
        assert!(matches!(error, Error::Usage(_)), "{error:?}");
        assert!(error.to_string().contains(words), "{words}: {error}");
    }
    assert!(engine.server.requests().is_empty());
}

#[test]
fn a_dry_run_shows_what_would_be_sent_and_sends_nothing() {
    let engine = engine();
    let connection = engine.builder().token("hush-token").build().unwrap();
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
