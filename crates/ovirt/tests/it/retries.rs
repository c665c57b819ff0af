//! Which requests are sent again, and that nothing is done twice.

use std::net::TcpListener;
use std::sync::Mutex;
use std::time::Duration;

use ovirt::types::Vm;
use ovirt::{Connection, Error, Retries};

use crate::engine::{Engine, PASSWORD};
use crate::server::{Answer, Request};

fn quick(tries: u32) -> Retries {
    Retries::new(tries).delay(Duration::from_millis(1), Duration::from_millis(2))
}

/// An engine that gives these answers one after the other, then this one.
fn engine(answers: Vec<Answer>, then: fn() -> Answer) -> Engine {
    let answers = Mutex::new(answers.into_iter());
    Engine::new(move |_| answers.lock().unwrap().next().unwrap_or_else(then))
}

fn connect(engine: &Engine, retries: Retries) -> Connection {
    engine
        .builder()
        .credentials("admin@internal", PASSWORD)
        .retries(retries)
        .build()
        .unwrap()
}

fn unavailable() -> Answer {
    Answer::html(503, "<html><title>503 Service Unavailable</title></html>")
}

fn broken() -> Answer {
    Answer::Raw(
        b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\nContent-Type: application/xml\r\n\r\n<vms>"
            .to_vec(),
    )
}

fn vms() -> Answer {
    Answer::xml(200, "<vms><vm id='1'/></vms>")
}

fn locked() -> Answer {
    let fault = "<fault><detail>[Cannot edit VM. VM is locked.]</detail>\
                 <reason>Operation Failed</reason></fault>";
    Answer::xml(409, fault)
}

#[tokio::test]
async fn what_only_reads_is_sent_again_and_the_tries_are_told() {
    for failure in [unavailable, broken, || Answer::Raw(Vec::new())] {
        let engine = engine(vec![failure(), failure()], vms);
        let connection = connect(&engine, quick(3));
        let list = connection.system_service().vms_service().list();
        let (list, info) = list.with_info().await.unwrap();
        assert_eq!((list.len(), info.status(), info.tries()), (1, 200, 3));
        assert_eq!(engine.api_requests().len(), 3);
        assert_eq!(engine.sessions().logins, 1);
    }
}

#[tokio::test]
async fn nothing_is_sent_again_unless_asked_for() {
    let engine = engine(Vec::new(), unavailable);
    let list = engine.connect().system_service().vms_service().list();
    let error = list.await.unwrap_err();
    assert!(error.is_retryable());
    assert_eq!((error.tries(), engine.api_requests().len()), (1, 1));
}

#[tokio::test]
async fn what_changes_something_is_sent_once() {
    for failure in [unavailable, broken, || Answer::Raw(Vec::new())] {
        let engine = engine(Vec::new(), failure);
        let vms = connect(&engine, quick(5)).system_service().vms_service();
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
async fn what_can_not_have_been_sent_is_tried_again_whatever_it_is() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}/ovirt-engine/api", listener.local_addr().unwrap());
    drop(listener);
    let connection = Connection::builder(url)
        .token("t")
        .retries(quick(3))
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
async fn a_request_can_have_retries_of_its_own() {
    let engine = engine(vec![unavailable()], vms);
    let vms = connect(&engine, quick(9)).system_service().vms_service();
    assert!(vms.list().with_retries(Retries::none()).await.is_err());
    assert_eq!(engine.api_requests().len(), 1);
}

#[tokio::test]
async fn the_tries_of_a_connection_are_limited_together() {
    let engine = engine(Vec::new(), unavailable);
    let connection = connect(&engine, quick(10).budget(3));
    for expected in [4, 1, 1] {
        let error = connection.test().await.unwrap_err();
        assert_eq!(error.tries(), expected);
    }
}

#[tokio::test]
async fn what_the_server_asks_for_is_told() {
    let after = |text: &str| Answer::Http(503, vec![("Retry-After", text.to_owned())], Vec::new());
    let dates = ["7", "Fri, 01 Jan 2100 00:00:00 GMT", "soon"];
    let engine = engine(dates.map(after).into(), unavailable);
    let connection = engine.connect();
    let mut asked = Vec::new();
    for _ in dates {
        let error = connection.test().await.unwrap_err();
        asked.push(error.details().retry_after());
    }
    assert_eq!(asked[0], Some(Duration::from_secs(7)));
    assert!(asked[1].is_some_and(|until| until > Duration::from_secs(86_400)));
    assert_eq!(asked[2], None);
}

#[tokio::test]
async fn the_time_limit_holds_for_all_tries_together() {
    let wait = || Answer::Http(503, vec![("Retry-After", "3600".to_owned())], Vec::new());
    let engine = engine(Vec::new(), wait);
    let connection = connect(&engine, quick(9));
    let list = connection.system_service().vms_service().list();
    let error = list
        .with_timeout(Duration::from_millis(50))
        .await
        .unwrap_err();
    assert!(matches!(error, Error::Timeout(_)), "{error}");
}

#[tokio::test]
async fn a_lock_is_waited_for_where_that_is_asked_for() {
    let engine = engine(vec![locked(), locked()], || Answer::xml(200, "<vm/>"));
    let service = engine
        .connect()
        .system_service()
        .vms_service()
        .vm_service("1");
    let error = service.update(Vm::named("a")).await.unwrap_err();
    assert!(error.is_conflict() && error.tries() == 1, "{error}");
    let update = service.update(Vm::named("a"));
    let update = update.with_wait_while_locked(Duration::from_secs(60));
    let (_, info) = update.with_info().await.unwrap();
    assert_eq!(info.tries(), 2);
}

#[tokio::test]
async fn a_lock_is_not_waited_for_longer_than_asked() {
    let engine = engine(Vec::new(), locked);
    let service = engine
        .connect()
        .system_service()
        .vms_service()
        .vm_service("1");
    let update = service.update(Vm::named("a"));
    let update = update.with_wait_while_locked(Duration::from_nanos(1));
    let error = update.await.unwrap_err();
    assert!(error.is_conflict() && error.tries() == 1, "{error}");
}

#[tokio::test]
async fn each_try_of_an_operation_has_a_correlation_id_of_its_own() {
    let engine = engine(vec![locked()], || Answer::xml(200, "<action/>"));
    let vm = engine
        .connect()
        .system_service()
        .vms_service()
        .vm_service("1");
    let start = vm.start().with_wait_while_locked(Duration::from_secs(60));
    let operation = start.operation().await.unwrap();
    let id = |request: &Request| request.header("correlation-id").unwrap().to_owned();
    let ids: Vec<String> = engine.api_requests().iter().map(id).collect();
    assert_eq!(ids.len(), 2);
    assert_ne!(ids[0], ids[1]);
    assert_eq!(operation.correlation_id(), ids[1]);
}
