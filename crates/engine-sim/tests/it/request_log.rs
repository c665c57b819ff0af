//! The request log: what tests can query about received requests.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use ovirt_engine_sim::{Engine, Rule};

use crate::client::{Client, engine};

const LONG: Duration = Duration::from_secs(60);

#[test]
fn requests_are_counted_by_operation_until_cleared() {
    let engine = engine();
    let client = Client::new(&engine);
    client.get("/vms");
    client.get("/v4/vms/x");
    client.post("/tags", "<tag><name>a</name></tag>");
    client.post("/vms/x/start", "<action/>");
    let table = [
        ("vms.list", 1),
        ("vm.get", 1),
        ("vm.start", 1),
        ("tags.add", 1),
        ("*.list", 1),
        ("vm", 2),
        ("vm.stop", 0),
    ];
    for (operation, count) in table {
        assert_eq!(engine.count(operation), count, "{operation}");
    }
    let bodies: Vec<String> = engine.requests().iter().map(|one| one.text()).collect();
    assert_eq!(bodies[3..], ["<tag><name>a</name></tag>", "<action/>"]);
    engine.clear_requests();
    assert_eq!((engine.requests().len(), engine.count("*.*")), (0, 0));
}

#[test]
fn a_test_can_wait_for_requests() {
    let engine = engine();
    assert!(!engine.wait_for_requests(1, Duration::from_millis(1)));
    std::thread::scope(|scope| {
        scope.spawn(|| {
            let client = Client::new(&engine);
            client.get("/vms");
        });
        assert!(engine.wait_for_requests(2, LONG));
        assert_eq!(engine.count("vms.list"), 1);
    });
    let runtime = tokio::runtime::Builder::new_current_thread().build();
    let runtime = runtime.expect("a runtime");
    std::thread::scope(|scope| {
        scope.spawn(|| {
            let client = Client::new(&engine);
            client.get("/vms");
        });
        runtime.block_on(engine.received(4));
    });
    assert_eq!(engine.count("vms.list"), 2);
}

#[test]
fn an_observer_sees_requests_with_their_outcome() {
    let lines = Arc::new(Mutex::new(Vec::new()));
    let seen = Arc::clone(&lines);
    let engine = Engine::builder()
        .plain(true)
        .record(false)
        .password("secret")
        .observe(move |exchange| {
            let line = (
                exchange.path.to_owned(),
                exchange.status,
                exchange.to_string(),
            );
            seen.lock().expect("no panic").push(line);
        })
        .start()
        .expect("the engine starts");
    let client = Client::new(&engine);
    client.get("/vms?max=1");
    engine.inject(Rule::status(503));
    client.get("/vms");
    let lines = lines.lock().expect("no panic");
    let statuses: Vec<Option<u16>> = lines.iter().map(|line| line.1).collect();
    assert_eq!(statuses, [Some(200), Some(200), Some(503)]);
    let (_, _, text) = &lines[1];
    assert!(
        text.contains(" GET /ovirt-engine/api/vms?max=1 200 0/"),
        "{text}"
    );
    assert!(lines.iter().all(|(_, _, text)| !text.contains("secret")));
    assert_eq!(engine.requests().len(), 0);
}

#[test]
fn simulators_run_side_by_side_and_end_when_dropped() {
    let engines: Vec<Engine> = (0..20).map(|_| engine()).collect();
    for engine in &engines {
        assert_eq!(Client::new(engine).get("/vms").status, 200);
    }
    let addresses: Vec<_> = engines.iter().map(Engine::address).collect();
    drop(engines);
    for address in addresses {
        assert!(std::net::TcpStream::connect(address).is_err());
    }
}

#[tokio::test]
async fn a_simulator_starts_and_ends_within_async_code() {
    let engine = engine();
    engine.received(0).await;
    drop(engine);
}
