//! Memory that hostile responses can take. A test binary of its own, with a counting allocator.

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

use std::io::Write as _;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use flate2::Compression;
use flate2::write::GzEncoder;
use ovirt::{Connection, Error, ErrorKind};
use peak_alloc::PeakAlloc;

use crate::support::server::{Response, Server};
use crate::support::stub_engine::StubEngine;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

const MIB: usize = 1 << 20;

/// Runs tests one at a time: the allocator counts for the whole process.
static LOCK: tokio::sync::Mutex<()> = tokio::sync::Mutex::const_new(());

/// The output of some work, and the peak of memory in use meanwhile.
async fn peak_of<T>(work: impl Future<Output = T>) -> (T, usize) {
    let before = MEMORY.current_usage();
    MEMORY.reset_peak_usage();
    let output = work.await;
    (output, MEMORY.peak_usage().saturating_sub(before))
}

/// This many MiB of spaces, between a start and an end, in gzip.
fn bomb(start: &str, mib: usize, end: &str) -> Vec<u8> {
    let gzip = |text: &[u8]| {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(text).unwrap();
        encoder.finish().unwrap()
    };
    // gzip files can be concatenated.
    let spaces = gzip(&[b' '; MIB]).repeat(mib);
    [gzip(start.as_bytes()), spaces, gzip(end.as_bytes())].concat()
}

fn compressed(status: u16, content_type: &str, body: &[u8]) -> Response {
    let headers = vec![
        ("Content-Type", content_type.to_owned()),
        ("Content-Encoding", "gzip".to_owned()),
    ];
    Response::Http(status, headers, body.to_vec())
}

fn is_limit(error: &Error) -> bool {
    matches!(error, Error::Response(_))
        && error.kind() == ErrorKind::Limit
        && error.to_string().contains("response_limit")
        && error.to_string().contains(" bytes")
}

/// A million empty VMs, in 5 MB.
fn empty_vms() -> String {
    format!("<vms>{}</vms>", "<vm/>".repeat(1_000_000))
}

#[tokio::test]
async fn empty_objects_count_across_the_chunks_of_a_list() {
    let _lock = LOCK.lock().await;
    let document = empty_vms();
    let engine = StubEngine::new(move |_| Response::xml(200, &document));
    let (outcome, peak) = peak_of(engine.vms().list().into_future()).await;
    let error = outcome.unwrap_err();
    assert!(is_limit(&error), "{error}");
    assert!(
        error.to_string().contains("/ovirt-engine/api/vms"),
        "{error}"
    );
    // A growing list takes its old and its doubled size.
    assert!(peak < 4 * 64 * MIB, "{peak}");
}

#[tokio::test]
async fn higher_limit_admits_the_list() {
    let _lock = LOCK.lock().await;
    let document = format!("<vms>{}</vms>", "<vm/>".repeat(10_000));
    let engine = StubEngine::new(move |_| Response::xml(200, &document));
    let list = async |limit| {
        let connection = engine.builder().response_limit(limit).build().unwrap();
        connection.system_service().vms_service().list().await
    };
    let error = list(4 * MIB).await.unwrap_err();
    assert!(is_limit(&error), "{error}");
    assert_eq!(list(1 << 30).await.unwrap().len(), 10_000);
}

#[tokio::test]
async fn stream_of_any_length_holds_little() {
    let _lock = LOCK.lock().await;
    let document = empty_vms();
    let engine = StubEngine::new(move |_| Response::xml(200, &document));
    let connection = engine.builder().response_limit(64 * MIB).build().unwrap();
    let (count, peak) = peak_of(async {
        let mut stream = connection.system_service().vms_service().list().stream();
        let mut count = 0;
        while let Some(vm) = stream.next().await {
            vm.unwrap();
            count += 1;
        }
        count
    })
    .await;
    assert_eq!(count, 1_000_000);
    // The server holds copies of the document.
    assert!(peak < 40 * MIB, "{peak}");
}

/// The error of a request for `path` to a server with this response, with a limit of 32 MiB, and
/// the peak of memory in use.
async fn bombed(
    path: &'static str,
    response: impl Fn() -> Response + Send + Sync + 'static,
) -> (Error, usize) {
    let server = Server::http(move |_| response());
    let builder = server.builder().response_limit(32 * MIB);
    let connection = match path {
        "login" => builder.credentials("admin@internal", "x"),
        _ => builder.token("t"),
    };
    let connection = connection.build().unwrap();
    peak_of(async {
        let vms = connection.system_service().vms_service();
        match path {
            "login" => connection.test().await.unwrap_err(),
            "vms" => vms.list().await.unwrap_err(),
            _ => vms.vm_service("1").get().await.unwrap_err(),
        }
    })
    .await
}

#[tokio::test]
async fn decompression_ends_at_the_limit() {
    let _lock = LOCK.lock().await;
    let table = [
        ("vms", 200, "application/xml", "<vms>"),
        ("vms", 200, "application/xml", "<vms><!--"),
        ("vms", 200, "application/xml", "<vms><vm>"),
        ("vm", 200, "application/xml", "<vm>"),
        ("vm", 200, "text/html", "<html>"),
        ("vm", 400, "application/xml", "<fault><detail>"),
        ("vm", 401, "text/html", "<html>"),
        ("vm", 503, "text/html", "<html>"),
        ("login", 200, "application/json", "{"),
        ("login", 503, "text/html", "<html>"),
    ];
    for (path, status, content_type, start) in table {
        let body = bomb(start, 100, "");
        let (error, peak) = bombed(path, move || compressed(status, content_type, &body)).await;
        assert!(is_limit(&error), "{path} {status} {start}: {error}");
        assert!(peak < 100 * MIB, "{path} {status} {start}: {peak}");
    }
}

#[tokio::test]
async fn announced_length_beyond_the_limit_is_refused_before_the_body() {
    let _lock = LOCK.lock().await;
    for path in ["vm", "login"] {
        let head =
            "HTTP/1.1 200 x\r\nContent-Type: application/json\r\nContent-Length: 999999999\r\n\r\n";
        let (error, peak) = bombed(path, move || Response::Raw(head.into())).await;
        assert!(is_limit(&error), "{path}: {error}");
        assert!(peak < MIB, "{path}: {peak}");
    }
}

#[tokio::test]
async fn nested_values_of_a_login_response_take_no_memory() {
    let _lock = LOCK.lock().await;
    let body = format!("{{\"x\":[{}0]}}", "[],".repeat(1_000_000));
    let server = Server::http(move |_| Response::json(200, &body));
    let builder = server.builder().credentials("admin@internal", "x");
    let connection = builder.build().unwrap();
    let (outcome, peak) = peak_of(connection.test().into_future()).await;
    let text = outcome.unwrap_err().to_string();
    assert!(text.contains("no token"), "{text}");
    // Copies of the body, in the server and the client.
    assert!(peak < 20 * MIB, "{peak}");
}

#[tokio::test]
async fn nested_objects_of_an_action_count() {
    let _lock = LOCK.lock().await;
    let hosts = "<host/>".repeat(500_000);
    let body = format!(
        "<vm><affinity_labels><affinity_label><hosts>{hosts}</hosts></affinity_label></affinity_labels></vm>"
    );
    let (error, peak) = bombed("vm", move || Response::xml(200, &body)).await;
    assert!(is_limit(&error), "{error}");
    assert!(peak < 100 * MIB, "{peak}");
}

#[tokio::test]
async fn other_tasks_run_during_decompression() {
    let _lock = LOCK.lock().await;
    let body = bomb("<vms>", 100, "</vms>");
    let engine = StubEngine::new(move |_| compressed(200, "application/xml", &body));
    let connection: Connection = engine.connect();
    connection.test().await.unwrap_err();
    let (turns, done) = (
        Arc::new(AtomicUsize::new(0)),
        Arc::new(AtomicBool::new(false)),
    );
    let other = tokio::spawn({
        let (turns, done) = (Arc::clone(&turns), Arc::clone(&done));
        async move {
            while !done.load(Ordering::Relaxed) {
                turns.fetch_add(1, Ordering::Relaxed);
                tokio::task::yield_now().await;
            }
        }
    });
    let list = connection.system_service().vms_service().list();
    assert!(list.await.unwrap().is_empty());
    done.store(true, Ordering::Relaxed);
    other.await.unwrap();
    // Once per 256 KiB.
    let turns = turns.load(Ordering::Relaxed);
    assert!(turns > 300, "{turns}");
}
