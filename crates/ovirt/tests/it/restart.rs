//! A restart of the engine: what survives it.

use std::time::Duration;

use ovirt::types::{Vm, VmStatus};
use ovirt::{Connection, Error, ErrorKind};

use ovirt_engine_sim::{Engine, Phase, Restart};

use crate::support::restarting_engine::{RESTART, RestartingEngine, Step};
use crate::support::server::{Response, Server};
use crate::support::{quick_retries, unused_address};

const FAST: Duration = Duration::from_millis(1);

/// An engine with the first documents, a restart, and the other documents.
fn engine(before: &[&'static str], after: &[&'static str]) -> RestartingEngine {
    let documents = |texts: &[&'static str]| -> Vec<Step> {
        texts.iter().map(|text| Step::Document(text)).collect()
    };
    let steps = [documents(before), RESTART.to_vec(), documents(after)];
    RestartingEngine::new(&steps.concat())
}

const DOWN: &str = "<vm id='7'><status>wait_for_launch</status></vm>";
const UP: &str = "<vm id='7'><status>up</status></vm>";

#[tokio::test]
async fn retries_survive_a_restart() {
    let engine = engine(&["<vms/>"], &["<vms><vm/></vms>"]);
    let builder = engine.builder().retries(quick_retries(1_000).budget(1_000));
    let vms = builder.build().unwrap().system_service().vms_service();
    assert_eq!(vms.list().await.unwrap().len(), 0);
    assert_eq!(vms.list().await.unwrap().len(), 1);
    assert_eq!(engine.count("POST /ovirt-engine/sso"), 4);
}

#[tokio::test]
async fn stream_with_retries_survives_a_restart_before_it_begins() {
    let engine = engine(&[], &["<events><event id='1'/></events>"]);
    let builder = engine.builder().retries(quick_retries(1_000).budget(1_000));
    let events = builder.build().unwrap().system_service().events_service();
    let mut events = events.list().stream();
    assert!(events.next().await.unwrap().is_ok());
    assert!(events.next().await.is_none());
}

#[tokio::test]
async fn changing_request_is_retried_while_there_is_no_engine_to_carry_it_out() {
    let login_fails = [Step::Down, Step::LoginFails, Step::NotDeployed];
    let engine = RestartingEngine::new(
        &[
            &[Step::NotDeployed],
            &login_fails[..],
            &[Step::Document("<vm/>")],
        ]
        .concat(),
    );
    let builder = engine.builder().retries(quick_retries(1_000).budget(1_000));
    let vms = builder.build().unwrap().system_service().vms_service();
    vms.add(Vm::named("a")).await.unwrap();

    // A request that was sent and not responded to may have been carried out.
    let engine = RestartingEngine::new(&[
        Step::Document("<vms/>"),
        Step::Held,
        Step::Document("<vm/>"),
    ]);
    let builder = engine.builder().retries(quick_retries(1_000).budget(1_000));
    let vms = builder.build().unwrap().system_service().vms_service();
    vms.list().await.unwrap();
    let error = vms.add(Vm::named("a")).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unreachable);
}

#[tokio::test]
async fn waits_survive_a_restart() {
    let engine = self::engine(&[DOWN], &[DOWN, UP]);
    let vm = engine
        .connect()
        .system_service()
        .vms_service()
        .vm_service("7");
    let vm = vm.wait_for_status(VmStatus::Up).interval(FAST).await;
    assert_eq!(vm.unwrap().status, Some(VmStatus::Up));
    assert_eq!(engine.count("POST /ovirt-engine/sso"), 4);

    let engine = self::engine(&[DOWN], &[DOWN, UP]);
    let vm = engine
        .connect()
        .system_service()
        .vms_service()
        .vm_service("7");
    let is_up = |vm: &Vm| vm.status == Some(VmStatus::Up);
    vm.wait_until(is_up).interval(FAST).await.unwrap();

    // Also if it begins during the restart.
    let engine = self::engine(&[], &[UP]);
    let vm = engine
        .connect()
        .system_service()
        .vms_service()
        .vm_service("7");
    vm.wait_until(is_up).interval(FAST * 10).await.unwrap();
}

#[tokio::test]
async fn object_is_not_gone_while_the_engine_restarts() {
    let engine = engine(&[UP], &[UP]);
    let vm = engine
        .connect()
        .system_service()
        .vms_service()
        .vm_service("7");
    let wait = vm.wait_until_gone().interval(FAST);
    let error = wait.timeout(Duration::from_millis(500)).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Timeout);
}

#[tokio::test]
async fn wait_for_the_vms_of_a_pool_survives_a_restart() {
    let pool = "<vm_pool id='7'><name>a</name><size>1</size></vm_pool>";
    let vms = "<vms><vm><status>up</status><vm_pool id='7'/></vm></vms>";
    let engine = engine(&[pool], &[pool, vms]);
    let pools = engine.connect().system_service().vm_pools_service();
    let wait = pools.pool_service("7").wait_for_vms().interval(FAST);
    assert_eq!(wait.await.unwrap().len(), 1);
}

#[tokio::test]
async fn wait_for_jobs_survives_a_restart() {
    let open = "<jobs><job id='1'><status>started</status></job></jobs>";
    let done = "<jobs><job id='1'><status>finished</status></job></jobs>";
    let engine = engine(&[open], &[open, done]);
    engine
        .connect()
        .wait_for_jobs("a")
        .interval(FAST)
        .await
        .unwrap();
}

#[tokio::test]
async fn watching_events_survives_a_restart() {
    let engine = engine(
        &["<events><event id='6'/></events>"],
        &["<events><event id='8'/><event id='7'/><event id='6'/></events>"],
    );
    let events = engine.connect().system_service().events_service();
    let mut events = events.watch_every(Some(5), FAST);
    for id in ["6", "7", "8"] {
        let event = events.next().await.unwrap().unwrap();
        assert_eq!(event.id.as_deref(), Some(id));
    }
}

#[tokio::test]
async fn polling_an_address_without_an_engine_ends_with_an_error() {
    let page = |status| move |_: &_| Response::html(status, "<html><body>Hello</body></html>");
    let empty = Server::http(|_| Response::empty(404));
    let servers = [Server::http(page(200)), Server::http(page(404)), empty];
    let urls = servers.iter().map(|server| server.url_at("127.0.0.1"));
    let unused = format!("http://{}/ovirt-engine/api", unused_address());
    for url in urls.chain([unused]) {
        let system = Connection::builder(url)
            .token("t")
            .build()
            .unwrap()
            .system_service();
        let mut events = system.events_service().watch_every(Some(1), FAST);
        assert!(events.next().await.unwrap().is_err());
        assert!(events.next().await.is_none());
        let vm = system.vms_service().vm_service("7");
        let wait = vm.wait_for_status(VmStatus::Up).interval(FAST);
        let error = wait.await.unwrap_err();
        assert!(!matches!(error, Error::Timeout(_)), "{error}");
    }
}

#[tokio::test]
async fn wait_timeout_during_an_outage_states_its_reason() {
    let engine = RestartingEngine::new(&[Step::Document(DOWN), Step::NotDeployed]);
    let vm = engine
        .connect()
        .system_service()
        .vms_service()
        .vm_service("7");
    let wait = vm.wait_for_status(VmStatus::Up).interval(FAST);
    let error = wait.timeout(Duration::from_millis(300)).await.unwrap_err();
    let text = error.to_string();
    assert!(
        text.contains(
            "the last status was wait_for_launch; the last request failed: the engine is"
        ),
        "{text}"
    );
}

/// A simulated engine, the connection of which had a response.
async fn simulator(proxy: bool) -> (Engine, Connection) {
    let builder = Engine::builder().plain(true).life_cycle(FAST);
    let restart = Restart::new().stopping(FAST * 20).stopped(FAST * 20);
    let restart = restart.starting(FAST * 20).proxy(proxy);
    let engine = builder.restarts(restart).start().unwrap();
    let builder = Connection::builder(engine.url()).allow_plain_http(true);
    let builder = builder.credentials(engine.username(), engine.password());
    let builder = builder.retries(quick_retries(1_000).budget(1_000));
    let connection = builder.build().unwrap();
    connection.system_service().get().await.unwrap();
    (engine, connection)
}

#[tokio::test]
async fn requests_waits_and_events_survive_a_restart_of_the_simulator() {
    for proxy in [false, true] {
        let (engine, connection) = simulator(proxy).await;
        let system = connection.system_service();
        let vms = system.vms_service();
        let down = vms.list().search("status=down").await.unwrap();
        let vm = vms.vm_service(&down[0]);
        engine.restart();
        assert_eq!(vms.list().await.unwrap().len(), 2);
        vm.start().await.unwrap();
        engine.restart();
        vm.wait_for_status(VmStatus::Up)
            .interval(FAST)
            .await
            .unwrap();
        engine.restart();
        let mut events = system.events_service().watch_every(Some(0), FAST);
        assert!(events.next().await.unwrap().is_ok());
    }
}

#[tokio::test]
async fn nothing_is_gone_while_the_simulator_is_stopped() {
    let (engine, connection) = simulator(true).await;
    let vms = connection.system_service().vms_service();
    let vm = vms.vm_service(&vms.list().await.unwrap()[0]);
    for phase in [Phase::Stopping, Phase::Stopped] {
        engine.enter(phase);
        let wait = vm.wait_until_gone().interval(FAST);
        let error = wait.timeout(Duration::from_millis(200)).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Timeout, "{phase:?}: {error}");
    }
}
