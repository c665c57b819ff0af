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
use std::sync::{Arc, Mutex};

use ovirt::types::Host;
use tracing::instrument::WithSubscriber as _;
use tracing_subscriber::fmt::MakeWriter;
use tracing_subscriber::fmt::format::FmtSpan;

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

async fn logged(level: tracing::Level) -> String {
    let _lock = LOCK.lock().await;
    let engine = StubEngine::new(|_| {
        let headers = vec![
            ("Content-Type", "application/xml".to_owned()),
            ("Set-Cookie", "JSESSIONID=s3cret-cookie".to_owned()),
            ("Correlation-Id", "abc-7".to_owned()),
        ];
        let body = "<host id='7'><root_password>s3cret</root_password></host>";
        Response::Http(201, headers, body.as_bytes().to_vec())
    });
    let log = Log::default();
    let subscriber = tracing_subscriber::fmt()
        .with_writer(log.clone())
        .with_max_level(level)
        .with_span_events(FmtSpan::CLOSE)
        .with_ansi(false)
        .finish();
    let builder = engine.builder().header("X-Api-Key", "s3cret-key");
    let connection = builder.build().unwrap();
    let host = Host::named("h").root_password("s3cret");
    let add = connection.system_service().hosts_service().add(host);
    let add = add.with_query("password", "s3cret-query").into_future();
    add.with_subscriber(subscriber).await.unwrap();
    log.text()
}

#[tokio::test]
async fn wire_log_is_redacted() {
    let text = logged(tracing::Level::TRACE).await;
    for part in [
        "ovirt::traffic",
        "> POST /ovirt-engine/sso/oauth/token",
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
    let text = logged(tracing::Level::DEBUG).await;
    assert!(!text.contains("ovirt::traffic"), "{text}");
    for part in [
        "otel.name=hosts.add",
        "http.request.method=POST",
        "url.path=/ovirt-engine/api/hosts",
        "http.response.status_code=201",
        "http.request.resend_count=0",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
}
