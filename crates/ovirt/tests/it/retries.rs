//! Retries: which requests are sent again, and that nothing is done twice.

use std::sync::Mutex;
use std::time::Duration;

use ovirt::types::Vm;
use ovirt::{Connection, Error, Retries};

use crate::support::server::{Request, Response};
use crate::support::stub_engine::StubEngine;
use crate::support::{quick_retries, unused_address};

/// An engine with these responses, one per request, and `then` after them.
fn engine(responses: Vec<Response>, then: fn() -> Response) -> StubEngine {
    let responses = Mutex::new(responses.into_iter());
    StubEngine::new(move |_| responses.lock().unwrap().next().unwrap_or_else(then))
}

fn connect(engine: &StubEngine, retries: Retries) -> Connection {
    engine.builder().retries(retries).build().unwrap()
}

fn unavailable() -> Response {
    Response::html(503, "<html><title>503 Service Unavailable</title></html>")
}

fn truncated() -> Response {
    Response::Raw(
        b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\nContent-Type: application/xml\r\n\r\n<vms>"
            .to_vec(),
    )
}

fn vms() -> Response {
    Response::xml(200, "<vms><vm id='1'/></vms>")
}

fn locked() -> Response {
    let fault = "<fault><detail>[Cannot edit VM. VM is locked.]</detail>\
                 <reason>Operation Failed</reason></fault>";
    Response::xml(409, fault)
}

#[tokio::test]
async fn reading_requests_are_retried_and_the_attempts_counted() {
    for failure in [unavailable, truncated, || Response::Raw(Vec::new())] {
        let engine = engine(vec![failure(), failure()], vms);
        let connection = connect(&engine, quick_retries(3));
        let list = connection.system_service().vms_service().list();
        let (list, info) = list.with_info().await.unwrap();
        assert_eq!((list.len(), info.status(), info.tries()), (1, 200, 3));
        assert_eq!(engine.api_requests().len(), 3);
        assert_eq!(engine.sessions().logins, 1);
    }
}

#[tokio::test]
async fn retries_are_off_by_default() {
    let engine = engine(Vec::new(), unavailable);
    let error = engine.vms().list().await.unwrap_err();
    assert!(error.is_retryable());
    assert_eq!((error.tries(), engine.api_requests().len()), (1, 1));
}

#[tokio::test]
async fn changing_requests_are_not_retried_if_possibly_sent() {
    for failure in [unavailable, truncated, || Response::Raw(Vec::new())] {
        let engine = engine(Vec::new(), failure);
        let vms = connect(&engine, quick_retries(5))
            .system_service()
            .vms_service();
        let vm = vms.vm_service("1");
        for error in [
            vms.add(Vm::named("a")).await.unwrap_err(),
            vm.update(Vm::named("a")).await.unwrap_err(),
            vm.remove().await.unwrap_err(),
            vm.start().await.unwrap_err(),
        ] {
            assert_eq!(error.tries(), 1, "{error}");
            assert!(!error.details().is_unsent(), "{error}");
        }
        assert_eq!(engine.api_requests().len(), 4);
    }
}

#[tokio::test]
async fn unsent_requests_are_retried_with_any_method() {
    let url = format!("http://{}/ovirt-engine/api", unused_address());
    let connection = Connection::builder(url)
        .token("t")
        .retries(quick_retries(3))
        .build();
    let vms = connection.unwrap().system_service().vms_service();
    let error = vms.add(Vm::named("a")).await.unwrap_err();
    assert!(matches!(error, Error::Connection(_)), "{error}");
    assert_eq!(error.tries(), 3);
    assert!(
        error.details().is_unsent() && error.to_string().contains("tried 3 times"),
        "{error}"
    );
}

#[tokio::test]
async fn request_overrides_the_retries_of_the_connection() {
    let engine = engine(vec![unavailable()], vms);
    let vms = connect(&engine, quick_retries(9))
        .system_service()
        .vms_service();
    assert!(vms.list().with_retries(Retries::none()).await.is_err());
    assert_eq!(engine.api_requests().len(), 1);
}

#[tokio::test]
async fn retry_budget_is_shared_by_all_requests_of_a_connection() {
    let engine = engine(Vec::new(), unavailable);
    let connection = connect(&engine, quick_retries(10).budget(3));
    for expected in [4, 1, 1] {
        let error = connection.test().await.unwrap_err();
        assert_eq!(error.tries(), expected);
    }
}

#[tokio::test]
async fn retry_after_is_parsed_as_seconds_and_as_date() {
    let after =
        |text: &str| Response::Http(503, vec![("Retry-After", text.to_owned())], Vec::new());
    let dates = ["7", "Fri, 01 Jan 2100 00:00:00 GMT", "soon"];
    let engine = engine(dates.map(after).into(), unavailable);
    let connection = engine.connect();
    let mut delays = Vec::new();
    for _ in dates {
        let error = connection.test().await.unwrap_err();
        delays.push(error.details().retry_after());
    }
    assert_eq!(delays[0], Some(Duration::from_secs(7)));
    assert!(delays[1].is_some_and(|until| until > Duration::from_secs(86_400)));
    assert_eq!(delays[2], None);
}

#[tokio::test]
async fn timeout_covers_all_attempts() {
    let engine = engine(Vec::new(), unavailable);
    let hour = Duration::from_secs(3600);
    let connection = connect(&engine, Retries::new(9).delay(hour, hour));
    let list = connection.system_service().vms_service().list();
    let error = list
        .with_timeout(Duration::from_millis(50))
        .await
        .unwrap_err();
    assert!(matches!(error, Error::Timeout(_)), "{error}");
}

#[tokio::test]
async fn retry_after_beyond_the_timeout_or_a_minute_ends_the_retries() {
    const SECOND: Duration = Duration::from_secs(1);
    for (seconds, timeout) in [
        ("50", 40 * SECOND),
        ("61", Duration::MAX),
        ("18446744073709551615", Duration::MAX),
    ] {
        let wait = move || Response::header(503, "Retry-After", seconds);
        let engine = engine(vec![wait()], unavailable);
        let connection = connect(&engine, quick_retries(9));
        let list = connection.system_service().vms_service().list();
        let error = list.with_timeout(timeout).await.unwrap_err();
        assert_eq!((error.status(), error.tries()), (Some(503), 1), "{error}");
        let requested = error.details().retry_after().map(|after| after.as_secs());
        assert_eq!(requested, seconds.parse().ok());
        assert_eq!(engine.api_requests().len(), 1);
    }
}

#[tokio::test]
async fn longest_durations_are_accepted_everywhere() {
    let longest = Duration::MAX;
    let engine = StubEngine::new(|request| match request.target.as_str() {
        "/ovirt-engine/api/vms" => vms(),
        "/ovirt-engine/api/vms/1" => Response::xml(200, "<vm><status>down</status></vm>"),
        target if target.starts_with("/ovirt-engine/api/jobs") => Response::xml(200, "<jobs/>"),
        _ => unavailable(),
    });
    let builder = engine.builder().timeout(longest).connect_timeout(longest);
    let retries = Retries::new(9).delay(longest, longest);
    let connection = builder.retries(retries).build().unwrap();
    let (system, vms) = (
        connection.system_service(),
        connection.system_service().vms_service(),
    );
    let list = vms.list().with_timeout(longest);
    list.with_wait_while_locked(longest).await.unwrap();
    let mut stream = vms.list().stream();
    stream.next().await.unwrap().unwrap();
    let vm = vms.vm_service("1");
    let wait = vm.wait_until(|_| true).timeout(longest).interval(longest);
    wait.await.unwrap();
    // The second request is never due.
    let jobs = connection.wait_for_jobs("x").timeout(longest);
    let jobs = jobs.interval(longest).grace_period(longest);
    let mut events = system.events_service().watch_every(Some(1), longest);
    let disks = system.disks_service().list();
    let short = Duration::from_millis(50);
    for is_over in [
        tokio::time::timeout(short, jobs.into_future())
            .await
            .is_ok(),
        tokio::time::timeout(short, events.next()).await.is_ok(),
        tokio::time::timeout(short, disks.into_future())
            .await
            .is_ok(),
    ] {
        assert!(!is_over);
    }
}

#[tokio::test]
async fn locked_object_is_waited_for_on_request() {
    let engine = engine(vec![locked(), locked()], || Response::xml(200, "<vm/>"));
    let service = engine.vms().vm_service("1");
    let error = service.update(Vm::named("a")).await.unwrap_err();
    assert!(error.is_conflict() && error.tries() == 1, "{error}");
    let update = service.update(Vm::named("a"));
    let update = update.with_wait_while_locked(Duration::from_secs(60));
    let (_, info) = update.with_info().await.unwrap();
    assert_eq!(info.tries(), 2);
}

#[tokio::test]
async fn wait_for_a_locked_object_is_limited() {
    let engine = engine(Vec::new(), locked);
    let service = engine.vms().vm_service("1");
    let update = service.update(Vm::named("a"));
    let update = update.with_wait_while_locked(Duration::from_nanos(1));
    let error = update.await.unwrap_err();
    assert!(error.is_conflict() && error.tries() == 1, "{error}");
}

#[tokio::test]
async fn each_attempt_of_an_operation_has_its_own_correlation_id() {
    let engine = engine(vec![locked()], || Response::xml(200, "<action/>"));
    let vm = engine.vms().vm_service("1");
    let start = vm.start().with_wait_while_locked(Duration::from_secs(60));
    let operation = start.operation().await.unwrap();
    let id = |request: &Request| request.header("correlation-id").unwrap().to_owned();
    let ids: Vec<String> = engine.api_requests().iter().map(id).collect();
    assert_eq!(ids.len(), 2);
    assert_ne!(ids[0], ids[1]);
    assert_eq!(operation.correlation_id(), ids[1]);
}
