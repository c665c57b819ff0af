//! Calls that block, requests in flight, and how they go together with async ones.

use std::pin::pin;
use std::sync::Arc;
use std::task::{Context, Poll, Wake};
use std::thread;

use ovirt::{Connection, Error, LazyCall, Pending, RawRequest, RawResponse};

use crate::engine::Engine;
use crate::server::Answer;

#[test]
fn a_blocking_call_needs_no_runtime() {
    let engine = Engine::empty();
    let connection = engine.connect();
    connection.test().call().unwrap();
    assert_eq!(connection.authenticate().call().unwrap(), "token-1");
    assert_eq!(connection.raw("GET", "/").call().unwrap().status(), 200);
    assert!(matches!(
        connection.raw("GET", "/vms/1").call(),
        Err(Error::NotFound(_))
    ));
    connection.close().call().unwrap();
    assert_eq!(engine.sessions().revoked, ["token-1"]);
}

#[test]
fn many_threads_share_a_connection() {
    let engine = Engine::empty();
    let connection = engine.connect();
    thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| connection.test().call().unwrap());
        }
    });
    assert_eq!(engine.sessions().logins, 1);
}

#[tokio::test]
async fn blocking_inside_an_async_task_is_an_error() {
    let engine = Engine::empty();
    let connection = engine.connect();
    let error = connection.test().call().unwrap_err();
    assert!(matches!(error, Error::Usage(_)), "{error:?}");
    assert!(error.to_string().contains("use .await"), "{error}");
    assert!(engine.server.requests().is_empty());
    let pending = connection.test().start();
    assert!(matches!(pending.wait(), Err(Error::Usage(_))));
}

#[test]
fn started_requests_are_in_flight_together() {
    // The engine answers to none of them before all are there.
    let barrier = std::sync::Barrier::new(5);
    let engine = Engine::new(move |_| {
        barrier.wait();
        Answer::xml(200, "<api/>")
    });
    let connection = engine.connect();
    let pending: Vec<_> = (0..5).map(|_| connection.test().start()).collect();
    for pending in pending {
        pending.wait().unwrap();
    }
}

#[tokio::test]
async fn a_started_request_can_be_awaited() {
    let engine = Engine::empty();
    let connection = engine.connect();
    let pending = connection.raw("GET", "/").start();
    assert_eq!(pending.await.unwrap().status(), 200);
}

#[test]
fn blocking_and_async_calls_go_together() {
    let engine = Engine::empty();
    let connection = engine.connect();
    let runtime = || {
        tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap()
    };
    let (first, second) = (runtime(), runtime());
    // A connection that belongs to a runtime that stands still must not be used by another one.
    first.block_on(connection.test().into_future()).unwrap();
    connection.test().call().unwrap();
    second.block_on(connection.test().into_future()).unwrap();
    connection.test().call().unwrap();
    let pending = connection.test().start();
    first.block_on(pending.into_future()).unwrap();
    assert_eq!(engine.sessions().logins, 1);
}

/// Polls a future to its end, as executors other than tokio's do.
fn block_on<F: Future>(future: F) -> F::Output {
    struct Unpark(thread::Thread);
    impl Wake for Unpark {
        fn wake(self: Arc<Self>) {
            self.0.unpark();
        }
    }
    let waker = Arc::new(Unpark(thread::current())).into();
    let mut future = pin!(future);
    loop {
        match future.as_mut().poll(&mut Context::from_waker(&waker)) {
            Poll::Ready(output) => return output,
            Poll::Pending => thread::park(),
        }
    }
}

#[test]
fn awaiting_needs_no_runtime_of_tokio() {
    let engine = Engine::empty();
    let connection = engine.connect();
    block_on(connection.test().into_future()).unwrap();
    block_on(connection.raw("GET", "/").into_future()).unwrap();
    assert_eq!(
        block_on(connection.authenticate().into_future()).unwrap(),
        "token-1"
    );
    block_on(connection.test().start().into_future()).unwrap();
    block_on(connection.close().into_future()).unwrap();
    assert_eq!(engine.sessions().revoked, ["token-1"]);
}

#[test]
fn the_last_clone_leaves_the_engine() {
    let engine = Engine::empty();
    let connection = engine.connect();
    let clone = connection.clone();
    connection.test().call().unwrap();
    drop(connection);
    clone.test().call().unwrap();
    drop(clone);
    engine.server.wait_until_left();
}

#[test]
fn values_can_go_where_they_are_needed() {
    fn send<T: Send + 'static>() {}
    fn sync<T: Sync>() {}
    send::<Connection>();
    sync::<Connection>();
    send::<LazyCall<()>>();
    send::<RawRequest>();
    sync::<RawRequest>();
    send::<Pending<RawResponse>>();
    sync::<Pending<RawResponse>>();
}
