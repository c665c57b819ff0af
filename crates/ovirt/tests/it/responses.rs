//! How untyped responses of an engine become results and errors.

use std::sync::atomic::AtomicUsize;
use std::sync::atomic::Ordering::SeqCst;
use std::time::Duration;

use ovirt::{Connection, Error, ErrorKind, Retries};

use crate::support::server::{Response, Server};
use crate::support::stub_engine::StubEngine;
use crate::support::{gzip, variant};

async fn error_for(response: impl Fn() -> Response + Send + Sync + 'static) -> Error {
    let engine = StubEngine::new(move |_| response());
    engine.connect().raw("GET", "/vms/123").await.unwrap_err()
}

#[tokio::test]
async fn empty_404_is_not_found() {
    let error = error_for(|| Response::empty(404)).await;
    assert!(matches!(error, Error::NotFound(_)), "{error:?}");
    assert_eq!(
        error.to_string(),
        "not found (raw: GET /ovirt-engine/api/vms/123, status 404)"
    );
    assert_eq!(error.operation(), Some("raw"));
}

#[tokio::test]
async fn fault_sets_messages_kind_and_correlation_id() {
    let error = error_for(|| {
        let headers = vec![
            ("Content-Type", "application/xml".to_owned()),
            ("Correlation-Id", "abc-1".to_owned()),
        ];
        let body = "<fault><detail>[Cannot run VM. VM is locked., Wait.]</detail>\
                    <reason>Operation Failed</reason></fault>";
        Response::Http(409, headers, body.into())
    })
    .await;
    assert!(matches!(error, Error::Fault(_)), "{error:?}");
    assert!(error.is_conflict() && error.is_retryable());
    assert_eq!(
        error.fault().unwrap().reason.as_deref(),
        Some("Operation Failed")
    );
    assert_eq!(error.messages(), ["Cannot run VM. VM is locked.", "Wait."]);
    assert_eq!(error.correlation_id(), Some("abc-1"));
    assert_eq!(
        error.to_string(),
        "Operation Failed: Cannot run VM. VM is locked. Wait. \
         (raw: GET /ovirt-engine/api/vms/123, status 409): \
         retry in a moment, or use with_wait_while_locked to wait for the lock"
    );
    assert_eq!(error.kind(), ErrorKind::Locked);
}

#[tokio::test]
async fn name_in_place_of_an_id_is_pointed_out() {
    let engine = StubEngine::new(|_| Response::empty(404));
    let vms = engine.vms();
    let hint = |error: Error| error.details().hint().unwrap_or_default().to_owned();
    let by_name = vms.vm_service("web1").nics_service().list().await;
    let by_name = hint(by_name.unwrap_err());
    assert!(by_name.contains("\"web1\" looks like a name"), "{by_name}");
    assert!(by_name.contains("search(\"name=web1\")"), "{by_name}");
    let system = engine.connect().system_service();
    let tag = hint(
        system
            .tags_service()
            .tag_service("a")
            .get()
            .await
            .unwrap_err(),
    );
    assert!(
        tag.ends_with("look it up with list()"),
        "no searches: {tag}"
    );
    let level = system.cluster_levels_service().level_service("4.9");
    assert_eq!(hint(level.get().await.unwrap_err()), "");

    let fault =
        || "<fault><reason>Operation Failed</reason><detail>Entity not found</detail></fault>";
    let engine = StubEngine::new(move |_| Response::xml(404, fault()));
    let error = engine.vms().vm_service("web1").get().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::NotFound);
    assert!(hint(error).contains("\"web1\" looks like a name"));

    let id = "0a1b2c3d-0000-4000-8000-0123456789ab";
    let by_id = vms.vm_service(id).start().await.unwrap_err();
    assert_eq!(by_id.kind(), ErrorKind::NotFound);
    assert_eq!(hint(by_id), "");
}

#[tokio::test]
async fn status_code_decides_the_variant_of_a_fault_in_an_action() {
    let body = "<action><status>failed</status><fault><reason>No</reason></fault></action>";
    for (status, expected) in [
        (400, "Fault"),
        (403, "Auth"),
        (404, "NotFound"),
        (500, "Fault"),
    ] {
        let engine = StubEngine::new(move |_| Response::xml(status, body));
        let request = engine.connect().raw("POST", "/vms/123/start");
        let error = request.await.unwrap_err();
        assert_eq!(variant(&error), expected, "{status}: {error:?}");
        assert_eq!(error.fault().unwrap().reason.as_deref(), Some("No"));
        assert_eq!(error.status(), Some(status));
    }
}

#[tokio::test]
async fn web_page_is_named_by_its_title() {
    let error = error_for(|| Response::html(500, "<html><title>JBWEB: Error</title></html>")).await;
    assert!(matches!(error, Error::Fault(_)), "{error:?}");
    assert!(error.to_string().contains("\"JBWEB: Error\""), "{error}");
    let error = error_for(|| Response::html(503, "<html><title>Busy</title></html>")).await;
    assert!(error.is_retryable(), "{error}");
    let engine = StubEngine::new(|_| Response::html(200, "<html><title>Welcome</title></html>"));
    let error = engine.connect().test().await.unwrap_err();
    assert!(matches!(error, Error::Response(_)), "{error:?}");
    assert!(
        error
            .to_string()
            .contains("a web page (\"Welcome\"), not XML"),
        "{error}"
    );
}

const UNDEPLOYED: &str = "<html><head><title>Error</title></head><body>Not Found</body></html>";

#[tokio::test]
async fn retries_survive_a_restart_of_the_engine() {
    let remaining = AtomicUsize::new(2);
    let engine = StubEngine::new(move |_| {
        let count = |left: usize| left.checked_sub(1);
        match remaining.fetch_update(SeqCst, SeqCst, count) {
            Ok(_) => Response::html(404, UNDEPLOYED),
            Err(_) => Response::xml(200, "<vms/>"),
        }
    });
    let vms = engine.vms();
    let error = vms.list().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Starting, "{error}");
    assert!(error.is_retryable());
    let retries = Retries::new(3).delay(Duration::ZERO, Duration::ZERO);
    assert!(vms.list().with_retries(retries).await.unwrap().is_empty());
}

#[tokio::test]
async fn unknown_path_is_not_found_and_not_a_restart() {
    let error = error_for(|| Response::html(404, "RESTEASY003210: Could not find resource")).await;
    assert_eq!(error.kind(), ErrorKind::NotFound, "{error}");
    assert!(
        error.to_string().contains("Could not find resource"),
        "{error}"
    );
}

#[tokio::test]
async fn user_without_permissions_is_denied_with_the_text_of_the_page() {
    let page = "<html><head><title>Error</title></head><body>The user jane@internal-authz with \
                profile [internal] is not authorized to perform login</body></html>";
    let engine = StubEngine::new(move |_| Response::html(401, page));
    let error = engine.vms().list().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Permission, "{error}");
    assert!(
        error.to_string().contains("The user jane@internal-authz"),
        "{error}"
    );
    assert_eq!(engine.sessions().logins, 1);
}

#[tokio::test]
async fn stack_trace_is_summarized_by_its_cause() {
    let error = error_for(|| {
        Response::html(
            500,
            "<html><head><title>ERROR</title></head><body><pre>java.lang.RuntimeException: x\n\
             \tat y\nCaused by: java.lang.IllegalStateException: no host\n\tat z</pre></body></html>",
        )
    })
    .await;
    let text = error.to_string();
    assert!(
        text.contains("java.lang.IllegalStateException: no host"),
        "{text}"
    );
    assert!(!text.contains("at z"), "{text}");
}

#[tokio::test]
async fn connection_test_fails_unless_the_document_is_an_api() {
    type Case = (fn() -> Response, &'static str);
    let table: &[Case] = &[
        (|| Response::empty(200), "the response is empty"),
        (
            || Response::json(200, "{}"),
            "\"application/json\", not XML",
        ),
        (|| Response::xml(200, "<vms/>"), "<vms>, expected <api>"),
        (|| Response::xml(200, "nonsense"), "not well-formed"),
    ];
    for (response, text) in table {
        let engine = StubEngine::new(move |_| response());
        let error = engine.connect().test().await.unwrap_err();
        assert!(matches!(error, Error::Response(_)), "{error:?}");
        assert!(error.to_string().contains(text), "{text}: {error}");
    }
}

#[tokio::test]
async fn unusual_url_path_is_pointed_out() {
    let engine = StubEngine::empty();
    let url = engine
        .url()
        .replace("/ovirt-engine/api", "/ovirt-engine/rest/api");
    engine.sessions().tokens.insert("t".to_owned());
    let connection = ovirt::Connection::builder(url).token("t").build().unwrap();
    let error = connection.test().await.unwrap_err();
    assert!(
        error
            .to_string()
            .ends_with("typically it is /ovirt-engine/api"),
        "{error}"
    );
}

#[tokio::test]
async fn redirect_is_an_error_without_the_secrets_of_its_url() {
    let error = error_for(|| {
        let location = "https://user:pw@other.example.com/x?token=t";
        Response::header(301, "Location", location)
    })
    .await;
    assert!(matches!(error, Error::Response(_)), "{error:?}");
    assert!(
        error.to_string().contains(
            "to https://other.example.com/x (raw: GET /ovirt-engine/api/vms/123, status 301)"
        ),
        "{error}"
    );
}

#[tokio::test]
async fn compressed_bodies_are_decompressed() {
    let engine = StubEngine::new(|request| {
        assert_eq!(request.header("accept-encoding"), Some("gzip"));
        match request.target.as_str() {
            "/ovirt-engine/api/vms" => Response::compressed(200, gzip(&"<vms/>".repeat(100))),
            "/ovirt-engine/api/vms/1" => Response::compressed(404, Vec::new()),
            "/ovirt-engine/api/vms/2" => {
                Response::compressed(400, gzip("<fault><reason>No</reason></fault>"))
            }
            "/ovirt-engine/api/vms/3" => Response::compressed(200, b"no gzip".to_vec()),
            other => panic!("{other}"),
        }
    });
    let connection = engine.connect();
    let response = connection.raw("GET", "/vms").await.unwrap();
    assert_eq!(response.text(), "<vms/>".repeat(100));
    let error = connection.raw("GET", "/vms/1").await.unwrap_err();
    assert!(matches!(error, Error::NotFound(_)), "{error:?}");
    let error = connection.raw("GET", "/vms/2").await.unwrap_err();
    assert_eq!(error.fault().unwrap().reason.as_deref(), Some("No"));
    let error = connection.raw("GET", "/vms/3").await.unwrap_err();
    assert!(matches!(error, Error::Response(_)), "{error:?}");
}

#[tokio::test]
async fn compression_can_be_disabled() {
    let engine = StubEngine::new(|request| {
        assert_eq!(request.header("accept-encoding"), None);
        Response::xml(200, "<api/>")
    });
    engine.sessions().tokens.insert("t".to_owned());
    let builder = engine.builder_with_token("t").compress(false);
    builder.build().unwrap().test().await.unwrap();
}

#[tokio::test]
async fn error_texts_have_no_control_characters_and_are_not_too_long() {
    let harmful = "a\u{9b}31m\u{7f}\u{202e}b\nERROR forged\r\n\t";
    let escape = "\u{1b}[31mred\u{1b}]0;title\u{7}";
    let fault = format!("<fault><reason>{harmful}</reason><detail>{harmful}</detail></fault>");
    let login = r#"{"error":"a\u001b[31m\nERROR forged","error_code":"x"}"#;
    let responses: Vec<Response> = vec![
        Response::xml(409, &fault),
        Response::xml(500, &format!("<action>{fault}</action>")),
        Response::html(500, &format!("<html><title>{harmful}{escape}</title>")),
        Response::html(500, &format!("{harmful}{escape}")),
        Response::typed(200, "text/\u{9b}html", "x"),
        Response::xml(200, &format!("<vm><memory>{harmful}{escape}</memory></vm>")),
        Response::xml(200, &format!("<{escape}/>")),
        Response::json(400, login),
    ];
    for response in responses {
        let server = Server::once(response);
        let connection = server.builder().token("t").build().unwrap();
        let vm = connection.system_service().vms_service().vm_service("1");
        let error = vm.get().await.unwrap_err();
        let mut texts = vec![error.to_string(), error.details().message().to_owned()];
        let mut source = std::error::Error::source(&error);
        while let Some(error) = source {
            texts.push(error.to_string());
            source = error.source();
        }
        for text in texts {
            assert!(!text.contains(char::is_control), "{text:?}");
            assert!(!text.contains('\u{202e}'), "{text:?}");
        }
    }
    let server = Server::http(move |_| Response::json(400, login));
    let builder = server.builder().credentials("a\nb", "password");
    let error = builder.build().unwrap().test().await.unwrap_err();
    assert!(!error.to_string().contains(char::is_control), "{error}");

    let long = "word ".repeat(10_000);
    let fault = format!("<fault><reason>No</reason><detail>{long}</detail></fault>");
    let error = error_for(move || Response::xml(409, &fault)).await;
    assert!(
        error.to_string().len() < 1_000,
        "{}",
        error.to_string().len()
    );
    assert!(error.to_string().contains("… (raw: GET"), "{error}");
    assert_eq!(error.messages(), [long.trim()]);
    assert!(error.details().message().ends_with("word word"));
}

#[tokio::test]
async fn status_is_set_whenever_there_was_a_response() {
    let encoded = |encoding: &str| {
        let headers = vec![
            ("Content-Type", "application/xml".to_owned()),
            ("Content-Encoding", encoding.to_owned()),
        ];
        Response::Http(200, headers, b"x".to_vec())
    };
    let cut = b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n<api";
    let responses = vec![
        (Response::empty(200), 200),
        (Response::xml(200, "<other/>"), 200),
        (Response::xml(200, "<vm><memory>x</memory></vm>"), 200),
        (Response::json(200, "{}"), 200),
        (Response::html(200, "<html>"), 200),
        (encoded("gzip"), 200),
        (encoded("br"), 200),
        (Response::Raw(cut.to_vec()), 200),
        (Response::header(302, "Location", "/x"), 302),
        (Response::empty(401), 401),
        (Response::html(400, "plain HTTP to an SSL-enabled"), 400),
        (Response::empty(503), 503),
    ];
    for (response, status) in responses {
        let server = Server::once(response);
        let connection = server.builder().token("t").build().unwrap();
        let vm = connection.system_service().vms_service().vm_service("1");
        let error = vm.get().await.unwrap_err();
        assert_eq!(error.status(), Some(status), "{error}");
    }
    for (response, status) in [
        (Response::json(200, "{}"), 200),
        (Response::html(404, "x"), 404),
    ] {
        let server = Server::once(response);
        let builder = server.builder().credentials("u@internal", "password");
        let error = builder.build().unwrap().test().await.unwrap_err();
        assert_eq!(error.status(), Some(status), "{error}");
    }
    // The response begins, and its end does not arrive in time.
    let (sender, receiver) = std::sync::mpsc::channel();
    let server = Server::once(Response::Chunks(receiver));
    sender.send(b"<vm>".to_vec()).unwrap();
    let builder = server
        .builder()
        .token("t")
        .timeout(Duration::from_millis(300));
    let vms = builder.build().unwrap().system_service().vms_service();
    let error = vms.vm_service("1").get().await.unwrap_err();
    assert!(matches!(error, Error::Timeout(_)), "{error:?}");
    assert_eq!(error.status(), Some(200));
    drop(sender);
}

#[test]
fn kind_of_a_usage_error_is_the_same_everywhere() {
    let error = Connection::builder("").build().unwrap_err();
    for error in [error, ovirt::UsageError::new("x").into()] {
        assert_eq!(error.kind(), ErrorKind::Usage);
        assert_eq!(error.details().kind(), ErrorKind::Usage);
    }
}
