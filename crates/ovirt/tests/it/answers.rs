//! What comes of each kind of answer of the engine.

use std::io::Write as _;

use flate2::Compression;
use flate2::write::GzEncoder;
use ovirt::{Connection, Error, ErrorKind};

use crate::engine::Engine;
use crate::server::Answer;

async fn error_for(answer: fn() -> Answer) -> Error {
    let engine = Engine::new(move |_| answer());
    engine.connect().raw("GET", "/vms/123").await.unwrap_err()
}

#[tokio::test]
async fn an_empty_404_is_not_found() {
    let error = error_for(|| Answer::empty(404)).await;
    assert!(matches!(error, Error::NotFound(_)), "{error:?}");
    assert_eq!(
        error.to_string(),
        "not found (raw: GET /ovirt-engine/api/vms/123, status 404)"
    );
    assert_eq!(error.operation(), Some("raw"));
}

#[tokio::test]
async fn a_fault_is_told_with_its_messages() {
    let error = error_for(|| {
        let headers = vec![
            ("Content-Type", "application/xml".to_owned()),
            ("Correlation-Id", "abc-1".to_owned()),
        ];
        let body = "<fault><detail>[Cannot run VM. VM is locked., Wait.]</detail>\
                    <reason>Operation Failed</reason></fault>";
        Answer::Http(409, headers, body.into())
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
async fn a_name_where_an_identifier_is_needed_is_pointed_out() {
    let engine = Engine::new(|_| Answer::empty(404));
    let vms = engine.connect().system_service().vms_service();
    let hint = |error: Error| error.details().hint().unwrap_or_default().to_owned();
    let by_name = vms.vm_service("web1").nics_service().list().await;
    let by_name = hint(by_name.unwrap_err());
    assert!(by_name.contains("\"web1\" looks like a name"), "{by_name}");
    let id = "0a1b2c3d-0000-4000-8000-0123456789ab";
    let by_id = vms.vm_service(id).start().await.unwrap_err();
    assert_eq!(by_id.kind(), ErrorKind::NotFound);
    assert_eq!(hint(by_id), "");
}

#[tokio::test]
async fn a_fault_in_an_action_keeps_the_kind_of_its_status() {
    let body = "<action><status>failed</status><fault><reason>No</reason></fault></action>";
    for (status, kind) in [
        (400, "Fault"),
        (403, "Auth"),
        (404, "NotFound"),
        (500, "Fault"),
    ] {
        let engine = Engine::new(move |_| Answer::xml(status, body));
        let error = engine
            .connect()
            .raw("POST", "/vms/123/start")
            .await
            .unwrap_err();
        assert!(
            format!("{error:?}").starts_with(kind),
            "{status}: {error:?}"
        );
        assert_eq!(error.fault().unwrap().reason.as_deref(), Some("No"));
        assert_eq!(error.status(), Some(status));
    }
}

#[tokio::test]
async fn web_pages_are_explained() {
    let error = error_for(|| Answer::html(500, "<html><title>JBWEB: Error</title></html>")).await;
    assert!(matches!(error, Error::Fault(_)), "{error:?}");
    assert!(error.to_string().contains("\"JBWEB: Error\""), "{error}");
    let error = error_for(|| Answer::html(503, "<html><title>Busy</title></html>")).await;
    assert!(error.is_retryable(), "{error}");
    let engine = Engine::new(|_| Answer::html(200, "<html><title>Welcome</title></html>"));
    let error = engine.connect().test().await.unwrap_err();
    assert!(matches!(error, Error::Response(_)), "{error:?}");
    assert!(
        error
            .to_string()
            .contains("a web page (\"Welcome\"), not XML"),
        "{error}"
    );
}

#[tokio::test]
async fn what_is_no_api_is_no_success() {
    type Case = (fn() -> Answer, &'static str);
    let table: &[Case] = &[
        (|| Answer::empty(200), "the answer is empty"),
        (|| Answer::json(200, "{}"), "\"application/json\", not XML"),
        (|| Answer::xml(200, "<vms/>"), "<vms> where <api>"),
        (|| Answer::xml(200, "nonsense"), "not well-formed"),
    ];
    for (answer, words) in table {
        let engine = Engine::new(move |_| answer());
        let error = engine.connect().test().await.unwrap_err();
        assert!(matches!(error, Error::Response(_)), "{error:?}");
        assert!(error.to_string().contains(words), "{words}: {error}");
    }
}

#[tokio::test]
async fn an_unusual_path_is_pointed_out() {
    let engine = Engine::empty();
    let url = engine
        .url()
        .replace("/ovirt-engine/api", "/ovirt-engine/rest/api");
    engine.sessions().tokens.insert("t".to_owned());
    let connection = Connection::builder(url).token("t").build().unwrap();
    let error = connection.test().await.unwrap_err();
    assert!(
        error
            .to_string()
            .ends_with("typically it is /ovirt-engine/api"),
        "{error}"
    );
}

#[tokio::test]
async fn redirects_are_not_followed() {
    let error = error_for(|| {
        let place = "https://user:pw@other.example.com/x?token=t".to_owned();
        Answer::Http(301, vec![("Location", place)], Vec::new())
    })
    .await;
    assert!(matches!(error, Error::Response(_)), "{error:?}");
    assert!(
        error
            .to_string()
            .contains("to https://other.example.com/x (status 301)"),
        "{error}"
    );
}

fn gzip(text: &str) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(text.as_bytes()).unwrap();
    encoder.finish().unwrap()
}

fn compressed(status: u16, body: Vec<u8>) -> Answer {
    let headers = vec![
        ("Content-Type", "application/xml".to_owned()),
        ("Content-Encoding", "gzip".to_owned()),
    ];
    Answer::Http(status, headers, body)
}

#[tokio::test]
async fn compressed_answers_are_inflated() {
    let engine = Engine::new(|request| {
        assert_eq!(request.header("accept-encoding"), Some("gzip"));
        match request.target.as_str() {
            "/ovirt-engine/api/vms" => compressed(200, gzip(&"<vms/>".repeat(100))),
            "/ovirt-engine/api/vms/1" => compressed(404, Vec::new()),
            "/ovirt-engine/api/vms/2" => {
                compressed(400, gzip("<fault><reason>No</reason></fault>"))
            }
            "/ovirt-engine/api/vms/3" => compressed(200, b"no gzip".to_vec()),
            other => panic!("{other}"),
        }
    });
    let connection = engine.connect();
    let body = connection.raw("GET", "/vms").await.unwrap();
    assert_eq!(body.text(), "<vms/>".repeat(100));
    let error = connection.raw("GET", "/vms/1").await.unwrap_err();
    assert!(matches!(error, Error::NotFound(_)), "{error:?}");
    let error = connection.raw("GET", "/vms/2").await.unwrap_err();
    assert_eq!(error.fault().unwrap().reason.as_deref(), Some("No"));
    let error = connection.raw("GET", "/vms/3").await.unwrap_err();
    assert!(matches!(error, Error::Response(_)), "{error:?}");
}

#[tokio::test]
async fn compression_can_be_switched_off() {
    let engine = Engine::new(|request| {
        assert_eq!(request.header("accept-encoding"), None);
        Answer::xml(200, "<api/>")
    });
    engine.sessions().tokens.insert("t".to_owned());
    engine
        .builder()
        .token("t")
        .compress(false)
        .build()
        .unwrap()
        .test()
        .await
        .unwrap();
}
