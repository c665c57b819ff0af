//! Defects measured in other SDKs of this API, which this SDK must not have.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Barrier};
use std::time::Duration;

use ovirt::Error;

use crate::support::server::Response;
use crate::support::stub_engine::StubEngine;

#[test]
fn threads_send_requests_concurrently() {
    // Responds once all requests have arrived.
    let barrier = Barrier::new(4);
    let engine = StubEngine::new(move |_| {
        barrier.wait();
        Response::xml(200, "<vms/>")
    });
    let connection = engine.connect();
    connection.authenticate().call().unwrap();
    std::thread::scope(|scope| {
        for _ in 0..4 {
            let vms = connection.system_service().vms_service();
            scope.spawn(move || vms.list().call().unwrap());
        }
    });
}

#[tokio::test]
async fn tcp_connections_are_reused() {
    let engine = StubEngine::empty();
    let connection = engine.connect();
    for _ in 0..14 {
        connection.test().await.unwrap();
    }
    assert_eq!(engine.server.accepted(), 1);
}

#[tokio::test]
async fn timeout_of_one_request_does_not_affect_another() {
    let engine = StubEngine::new(|request| match request.target.as_str() {
        "/ovirt-engine/api/vms/1" => Response::Never,
        _ => Response::xml(200, "<vm id='2'/>"),
    });
    let connection = engine.connect();
    connection.authenticate().await.unwrap();
    let vms = connection.system_service().vms_service();
    let slow = vms.vm_service("1").get();
    let slow = slow.with_timeout(Duration::from_millis(50)).spawn();
    let fast = vms.vm_service("2").get().spawn();
    assert!(matches!(slow.await, Err(Error::Timeout(_))));
    assert_eq!(fast.await.unwrap().id.as_deref(), Some("2"));
}

#[tokio::test]
async fn concurrent_connections_are_limited() {
    const REQUESTS: usize = 20;
    let (count, active, max) = (
        AtomicUsize::new(0),
        AtomicUsize::new(0),
        Arc::new(AtomicUsize::new(0)),
    );
    let (pair, max_active) = (Barrier::new(2), Arc::clone(&max));
    let engine = StubEngine::new(move |_| {
        let now = active.fetch_add(1, Ordering::SeqCst) + 1;
        max_active.fetch_max(now, Ordering::SeqCst);
        // Pairs of requests wait for each other, which proves that two are sent at once.
        if count.fetch_add(1, Ordering::SeqCst) < REQUESTS {
            pair.wait();
        }
        active.fetch_sub(1, Ordering::SeqCst);
        Response::xml(200, "<vms><vm/></vms>")
    });
    let connection = engine.builder().connections(2).build().unwrap();
    let vms = connection.system_service().vms_service();
    let pending: Vec<_> = (0..REQUESTS).map(|_| vms.list().spawn()).collect();
    for pending in pending {
        assert_eq!(pending.await.unwrap().len(), 1);
    }
    // A stream occupies a connection while it receives the response.
    let mut stream = vms.list().stream();
    assert!(stream.next().await.unwrap().is_ok());
    assert!(vms.list().await.is_ok());
    assert_eq!(max.load(Ordering::SeqCst), 2);
    assert!(engine.builder().connections(0).build().is_err());
}
