//! Mistakes that other SDKs of this API make, measured on them: none of them is made here.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Barrier};
use std::time::Duration;

use ovirt::Error;

use crate::engine::Engine;
use crate::server::Answer;

#[test]
fn threads_do_not_wait_for_each_other() {
    // Nobody gets an answer before all have asked.
    let barrier = Barrier::new(4);
    let engine = Engine::new(move |_| {
        barrier.wait();
        Answer::xml(200, "<vms/>")
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
async fn connections_are_used_again() {
    let engine = Engine::empty();
    let connection = engine.connect();
    for _ in 0..14 {
        connection.test().await.unwrap();
    }
    assert_eq!(engine.server.accepted(), 1);
}

#[tokio::test]
async fn one_request_that_times_out_does_not_disturb_another() {
    let engine = Engine::new(|request| match request.target.as_str() {
        "/ovirt-engine/api/vms/1" => Answer::Never,
        _ => Answer::xml(200, "<vm id='2'/>"),
    });
    let connection = engine.connect();
    connection.authenticate().await.unwrap();
    let vms = connection.system_service().vms_service();
    let slow = vms.vm_service("1").get();
    let slow = slow.with_timeout(Duration::from_millis(50)).start();
    let fine = vms.vm_service("2").get().start();
    assert!(matches!(slow.await, Err(Error::Timeout(_))));
    assert_eq!(fine.await.unwrap().id.as_deref(), Some("2"));
}

#[tokio::test]
async fn no_more_connections_are_used_than_allowed() {
    const REQUESTS: usize = 20;
    let (come, inside, most) = (
        AtomicUsize::new(0),
        AtomicUsize::new(0),
        Arc::new(AtomicUsize::new(0)),
    );
    let (pair, highest) = (Barrier::new(2), Arc::clone(&most));
    let engine = Engine::new(move |_| {
        let now = inside.fetch_add(1, Ordering::SeqCst) + 1;
        highest.fetch_max(now, Ordering::SeqCst);
        // Each waits for another one, so that as many as may be are under way.
        if come.fetch_add(1, Ordering::SeqCst) < REQUESTS {
            pair.wait();
        }
        inside.fetch_sub(1, Ordering::SeqCst);
        Answer::xml(200, "<vms><vm/></vms>")
    });
    let builder = engine
        .builder()
        .credentials("admin@internal", crate::engine::PASSWORD);
    let connection = builder.connections(2).build().unwrap();
    let vms = connection.system_service().vms_service();
    let pending: Vec<_> = (0..REQUESTS).map(|_| vms.list().start()).collect();
    for pending in pending {
        assert_eq!(pending.await.unwrap().len(), 1);
    }
    // A stream holds one of them as long as its answer comes.
    let mut stream = vms.list().stream();
    assert!(stream.next().await.unwrap().is_ok());
    assert!(vms.list().await.is_ok());
    assert_eq!(most.load(Ordering::SeqCst), 2);
    assert!(engine.builder().connections(0).token("t").build().is_err());
}
