//! Requests in generic code: cloned, awaited, joined and spawned.

use std::future::IntoFuture;

use ovirt::services::VmsList;
use ovirt::types::{List, Vm};
use ovirt::{Request, Result};

use crate::support::server::Response;
use crate::support::stub_engine::StubEngine;

/// Code that knows nothing of this crate but its result.
async fn twice<R, T>(request: R) -> Result<T>
where
    R: IntoFuture<Output = Result<T>> + Clone,
{
    match request.clone().await {
        Ok(output) => Ok(output),
        Err(_) => request.await,
    }
}

/// Code for any request.
async fn twice_named<R: Request>(request: R) -> Result<R::Response> {
    let request = request.with_header("Prefer", "persistent-auth");
    request.clone().await?;
    request.await
}

/// An engine that refuses every first request.
fn moody() -> StubEngine {
    let requests = std::sync::atomic::AtomicUsize::new(0);
    StubEngine::new(move |_| {
        let number = requests.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        Response::xml(if number.is_multiple_of(2) { 409 } else { 200 }, "<vms/>")
    })
}

#[tokio::test]
async fn requests_are_cloned_and_awaited_in_generic_code() {
    let engine = moody();
    let vms = engine.connect_with_token().system_service().vms_service();
    twice(vms.list().max(5)).await.unwrap();
    let targets: Vec<_> = engine
        .server
        .requests()
        .into_iter()
        .map(|r| r.target)
        .collect();
    assert_eq!(targets, ["/ovirt-engine/api/vms?max=5"; 2]);
    twice_named(vms.list()).await.unwrap_err();
}

#[tokio::test]
async fn a_changed_clone_leaves_the_original_as_it_is() {
    let engine = StubEngine::new(|_| Response::xml(200, "<action/>"));
    let vms = engine.connect_with_token().system_service().vms_service();
    let start = vms.vm_service("1").start().use_cloud_init(true);
    let paused = start.clone().pause(true);
    start.await.unwrap();
    paused.await.unwrap();
    let bodies: Vec<_> = engine
        .server
        .requests()
        .into_iter()
        .map(|r| r.body)
        .collect();
    assert_eq!(
        bodies,
        [
            "<action><use_cloud_init>true</use_cloud_init></action>",
            "<action><pause>true</pause><use_cloud_init>true</use_cloud_init></action>"
        ]
    );
}

#[tokio::test]
async fn requests_are_joined_and_spawned() {
    let engine = StubEngine::new(|_| Response::xml(200, "<vms><vm id=\"1\"/></vms>"));
    let vms = engine.connect_with_token().system_service().vms_service();
    let requests: Vec<VmsList> = (1..=3).map(|page| vms.list().max(page)).collect();
    let joined = futures_util::future::join_all(requests.into_iter().map(IntoFuture::into_future));
    let lists: Vec<List<Vm>> = joined.await.into_iter().map(Result::unwrap).collect();
    assert_eq!(lists.len(), 3);
    let task = tokio::spawn(vms.list().into_future());
    assert_eq!(task.await.unwrap().unwrap().len(), 1);
    let service = vms.clone();
    let task = tokio::spawn(async move { service.list().await });
    assert_eq!(task.await.unwrap().unwrap().len(), 1);
}
