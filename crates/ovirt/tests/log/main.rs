//! The wire log and the spans of requests.
//!
//! A test binary of its own: `tracing` caches per process whether a call site is enabled, which
//! tests running in parallel would spoil.

// Test helpers may panic.
#![allow(clippy::unwrap_used, clippy::expect_used)]
// The bans of clippy.toml concern the library.
#![allow(clippy::disallowed_methods)]

#[expect(dead_code, reason = "the tests in `it` use all of it")]
#[path = "../it/support"]
mod support {
    pub(crate) mod server;
    pub(crate) mod stub_engine;
}

use std::io::{self, Write};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use ovirt::types::Host;
use ovirt::{Connection, Retries};
use tracing::instrument::WithSubscriber as _;
use tracing_subscriber::filter::Targets;
use tracing_subscriber::fmt::MakeWriter;
use tracing_subscriber::fmt::format::FmtSpan;
use tracing_subscriber::layer::SubscriberExt as _;

use crate::support::server::Response;
use crate::support::stub_engine::StubEngine;

/// An in-memory log.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Log {
    fn text(&self) -> String {
        String::from_utf8(self.0.lock().unwrap().clone()).unwrap()
    }
}

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl MakeWriter<'_> for Log {
    type Writer = Self;

    fn make_writer(&self) -> Self {
        self.clone()
    }
}

/// Serializes the tests.
static LOCK: tokio::sync::Mutex<()> = tokio::sync::Mutex::const_new(());

/// The log of some work with a connection to an engine. `filter` is as in `RUST_LOG`.
async fn log_of<T>(
    filter: &str,
    engine: &StubEngine,
    work: impl AsyncFnOnce(Connection) -> T,
) -> String {
    let _lock = LOCK.lock().await;
    let log = Log::default();
    let subscriber = tracing_subscriber::fmt()
        .with_writer(log.clone())
        .with_max_level(tracing::Level::TRACE)
        .with_span_events(FmtSpan::CLOSE)
        .with_ansi(false)
        .finish()
        .with(filter.parse::<Targets>().unwrap());
    let builder = engine.builder().header("X-Api-Key", "s3cret-key");
    let connection = builder.build().unwrap();
    work(connection).with_subscriber(subscriber).await;
    log.text()
}

async fn logged(filter: &str) -> String {
    let engine = StubEngine::new(|_| {
        let headers = vec![
            ("Content-Type", "application/xml".to_owned()),
            ("Set-Cookie", "JSESSIONID=s3cret-cookie".to_owned()),
            ("Correlation-Id", "abc-7".to_owned()),
        ];
        let body = "<host id='7'><root_password>s3cret</root_password></host>";
        Response::Http(201, headers, body.as_bytes().to_vec())
    });
    log_of(filter, &engine, async |connection| {
        let host = Host::named("h").root_password("s3cret");
        let add = connection.system_service().hosts_service().add(host);
        add.with_query("password", "s3cret-query").await.unwrap();
    })
    .await
}

#[tokio::test]
async fn wire_log_is_redacted() {
    let text = logged("ovirt=trace").await;
    for part in [
        "ovirt::traffic",
        "> POST http://",
        "/ovirt-engine/sso/oauth/token\n",
        "username=admin%40internal&password=***",
        "< 200 OK",
        "authorization: Bearer ***",
        "<root_password>***</root_password>",
        "< 201 Created",
        "set-cookie: ***",
        "hosts?password=***",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    for secret in ["s3cret", "rd-42", "token-1"] {
        assert!(!text.contains(secret), "{secret}: {text}");
    }
}

#[tokio::test]
async fn request_spans_have_opentelemetry_attributes() {
    let text = logged("ovirt=debug").await;
    assert!(!text.contains("ovirt::traffic"), "{text}");
    for part in [
        "otel.name=hosts.add",
        "http.request.method=POST",
        "url.path=/ovirt-engine/api/hosts",
        "http.response.status_code=201",
        "http.response.body.size=57",
        "http.request.resend_count=0",
        "otel.name=login",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
}

/// The one line of a log that contains this text, other than those of logins.
#[track_caller]
fn line<'a>(log: &'a str, text: &str) -> &'a str {
    let lines = log.lines().filter(|line| !line.contains("otel.name=login"));
    let lines: Vec<&str> = lines.filter(|line| line.contains(text)).collect();
    assert_eq!(lines.len(), 1, "{text}: {log}");
    lines[0]
}

#[track_caller]
fn assert_contains(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(text.contains(part), "{part}: {text}");
    }
}

#[tokio::test]
async fn failure_is_recorded_in_the_span_with_its_reason() {
    let engine = StubEngine::new(|request| match request.target.as_str() {
        "/ovirt-engine/api/vms/1" => Response::empty(404),
        "/ovirt-engine/api/vms/2" => Response::xml(200, "<vm><memory>much</memory></vm>"),
        "/ovirt-engine/api/vms" => Response::xml(200, "<vms><vm/><vm><memory>much</memory></vm>"),
        _ => Response::Never,
    });
    let log = log_of("ovirt=debug", &engine, async |connection| {
        let vms = connection.system_service().vms_service();
        vms.vm_service("1").get().await.unwrap_err();
        vms.vm_service("2").get().await.unwrap_err();
        let never = vms.vm_service("3").get();
        let never = never.with_timeout(Duration::from_millis(50));
        never.await.unwrap_err();
        let mut stream = vms.list().stream();
        while let Some(Ok(_)) = stream.next().await {}
    })
    .await;
    let failed = "otel.status_code=\"ERROR\"";
    assert_contains(
        line(&log, "url.path=/ovirt-engine/api/vms/1"),
        &[
            failed,
            "http.response.status_code=404",
            "error.type=NotFound",
            "error.message=not found",
        ],
    );
    assert_contains(
        line(&log, "url.path=/ovirt-engine/api/vms/2"),
        &[failed, "error.message=the response cannot be decoded"],
    );
    assert_contains(
        line(&log, "url.path=/ovirt-engine/api/vms/3"),
        &[
            failed,
            "error.type=Timeout",
            "error.message=no complete response within 50ms",
        ],
    );
    assert_contains(
        line(&log, "url.path=/ovirt-engine/api/vms "),
        &[failed, "error.message=the response cannot be decoded"],
    );
}

#[tokio::test]
async fn retries_are_logged_at_info_with_their_reason() {
    let attempts = AtomicUsize::new(0);
    let engine = StubEngine::new(move |_| match attempts.fetch_add(1, Ordering::SeqCst) {
        0 => Response::empty(503),
        _ => Response::xml(200, "<vms/>"),
    });
    let log = log_of("ovirt=info", &engine, async |connection| {
        let retries = Retries::new(2).delay(Duration::ZERO, Duration::ZERO);
        let list = connection.system_service().vms_service().list();
        list.with_retries(retries).await.unwrap();
    })
    .await;
    let retry = line(&log, "retrying");
    assert_contains(retry, &["INFO", "status 503", "tries=1", "delay="]);
}

#[tokio::test]
async fn documented_filter_keeps_the_noise_of_the_http_library_apart() {
    let log = logged("trace").await;
    assert!(log.contains(" hyper"), "{log}");
    for filter in ["ovirt=trace", "info,ovirt=trace"] {
        let log = logged(filter).await;
        assert!(log.contains("ovirt::traffic"), "{log}");
        assert!(!log.contains(" hyper"), "{log}");
    }
    let log = logged("ovirt=trace,ovirt::traffic=off").await;
    assert!(log.contains("otel.name=hosts.add"), "{log}");
    assert!(!log.contains("ovirt::traffic"), "{log}");
}

#[tokio::test]
async fn wire_log_is_redacted_in_every_format_and_by_value() {
    let engine = StubEngine::new(|request| match request.body.as_str() {
        "" => Response::typed(200, "text/plain", "your password is pass w&rd-42\u{1b}[31m"),
        json => Response::json(200, json),
    });
    let json = r#"{"initialization": {"custom_script": "s3cret"}, "url": "vpx://u:s3cret@vc"}"#;
    let text = log_of("ovirt=trace", &engine, async |connection| {
        let post = connection.raw("POST", "/vms").body(json);
        let post = post.header("Content-Type", "application/json");
        post.query("options", "s3cret").await.unwrap();
        connection.raw("GET", "/vms").await.unwrap();
    })
    .await;
    for part in [
        "/vms?options=***",
        r#"{"initialization":{"custom_script":"***"},"url":"vpx://u:***@vc"}"#,
        "your password is ***",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    for secret in ["s3cret", "rd-42", "token-1", "\u{1b}"] {
        assert!(!text.contains(secret), "{secret:?}: {text}");
    }
}
