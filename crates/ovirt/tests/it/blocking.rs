//! Blocking calls, started calls, and mixing them with async code.

use std::pin::pin;
use std::sync::Arc;
use std::task::{Context, Poll, Wake};
use std::thread;

use ovirt::{Connection, Error, LazyCall, Pending, RawRequest, RawResponse};

use crate::support::server::Response;
use crate::support::stub_engine::StubEngine;

#[test]
fn blocking_call_needs_no_runtime() {
    let engine = StubEngine::empty();
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
fn threads_share_a_connection_and_its_login() {
    let engine = StubEngine::empty();
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
    let engine = StubEngine::empty();
    let connection = engine.connect();
    let error = connection.test().call().unwrap_err();
    assert!(matches!(error, Error::Usage(_)), "{error:?}");
    assert!(error.to_string().contains("use .await"), "{error}");
    assert!(engine.server.requests().is_empty());
    let pending = connection.test().spawn();
    assert!(matches!(pending.wait(), Err(Error::Usage(_))));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn blocking_works_on_threads_of_a_runtime_that_may_block() {
    let engine = StubEngine::empty();
    let connection = engine.connect();
    let clone = connection.clone();
    let task = tokio::task::spawn_blocking(move || {
        clone.test().call()?;
        clone.test().spawn().wait()
    });
    task.await.unwrap().unwrap();
    let task = tokio::spawn(async move {
        connection.test().call().unwrap_err();
        tokio::task::block_in_place(|| connection.test().call()).unwrap();
        // Afterwards the task is one as before.
        connection.test().call().unwrap_err();
    });
    task.await.unwrap();
}

#[test]
fn blocking_works_while_a_runtime_is_entered() {
    let engine = StubEngine::empty();
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let _entered = runtime.enter();
    engine.connect().test().call().unwrap();
}

#[tokio::test]
async fn an_error_of_a_blocking_call_leaves_the_task_its_share_of_time() {
    let engine = StubEngine::empty();
    engine.connect().test().call().unwrap_err();
    assert!(tokio::task::coop::has_budget_remaining());
}

#[test]
fn started_requests_are_concurrent() {
    // Responds once all requests have arrived.
    let barrier = std::sync::Barrier::new(5);
    let engine = StubEngine::new(move |_| {
        barrier.wait();
        Response::xml(200, "<api/>")
    });
    let connection = engine.connect();
    let pending: Vec<_> = (0..5).map(|_| connection.test().spawn()).collect();
    for pending in pending {
        pending.wait().unwrap();
    }
}

#[tokio::test]
async fn started_request_can_be_awaited() {
    let engine = StubEngine::empty();
    let connection = engine.connect();
    let pending = connection.raw("GET", "/").spawn();
    assert_eq!(pending.await.unwrap().status(), 200);
}

#[test]
fn connection_is_shared_by_blocking_calls_and_several_runtimes() {
    let engine = StubEngine::empty();
    let connection = engine.connect();
    let runtime = || {
        tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap()
    };
    let (first, second) = (runtime(), runtime());
    // A TCP connection of an idle runtime must not be used by another one.
    first.block_on(connection.test().into_future()).unwrap();
    connection.test().call().unwrap();
    second.block_on(connection.test().into_future()).unwrap();
    connection.test().call().unwrap();
    let pending = connection.test().spawn();
    first.block_on(pending.into_future()).unwrap();
    assert_eq!(engine.sessions().logins, 1);
}

/// A minimal executor other than tokio's.
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
fn await_needs_no_tokio_runtime() {
    let engine = StubEngine::empty();
    let connection = engine.connect();
    block_on(connection.test().into_future()).unwrap();
    block_on(connection.raw("GET", "/").into_future()).unwrap();
    assert_eq!(
        block_on(connection.authenticate().into_future()).unwrap(),
        "token-1"
    );
    block_on(connection.test().spawn().into_future()).unwrap();
    block_on(connection.close().into_future()).unwrap();
    assert_eq!(engine.sessions().revoked, ["token-1"]);
}

#[test]
fn dropping_the_last_clone_closes_all_tcp_connections() {
    let engine = StubEngine::empty();
    let connection = engine.connect();
    let clone = connection.clone();
    connection.test().call().unwrap();
    drop(connection);
    clone.test().call().unwrap();
    drop(clone);
    engine.server.wait_until_closed();
}

#[test]
fn connections_and_calls_are_send_and_sync() {
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
