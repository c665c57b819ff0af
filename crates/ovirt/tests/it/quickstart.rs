//! The example `quickstart`: it removes what it creates, and says what an engine lacks.

use std::future::pending;
use std::time::Duration;

use ovirt::Connection;
use ovirt_engine_sim::{Engine, EngineBuilder, Rule};

#[expect(dead_code, reason = "the test calls `run`, not `main`")]
#[path = "../../examples/quickstart.rs"]
mod example;

fn start(builder: EngineBuilder) -> (Engine, Connection) {
    let builder = builder.vms(0).life_cycle(Duration::from_millis(2));
    let engine = builder.start().unwrap();
    let connection = engine.connection().unwrap();
    (engine, connection)
}

/// Which requests changed something, such as `POST vms`.
fn changes(engine: &Engine) -> Vec<String> {
    let changes = engine.requests().into_iter();
    let changes =
        changes.filter(|request| request.method != "GET" && request.path.contains("/api/"));
    let segment = |path: &str| path.rsplit('/').next().unwrap().to_owned();
    let line = |method: &str, path: &str| format!("{method} {}", segment(path));
    changes.map(|it| line(&it.method, &it.path)).collect()
}

async fn assert_nothing_left(connection: &Connection) {
    let system = connection.system_service();
    assert_eq!(system.vms_service().list().await.unwrap().len(), 0);
    assert_eq!(system.disks_service().list().await.unwrap().len(), 0);
}

#[tokio::test]
async fn example_leaves_nothing_behind() {
    let (engine, connection) = start(Engine::builder());
    example::run(&connection, pending::<()>()).await.unwrap();
    let changes = changes(&engine);
    assert_eq!(changes[..2], ["POST vms", "POST diskattachments"]);
    assert!(changes.contains(&"POST start".to_owned()), "{changes:?}");
    assert_nothing_left(&connection).await;
}

#[tokio::test]
async fn example_cleans_up_after_an_error() {
    for operation in ["vm.start", "disk_attachments.add"] {
        let (engine, connection) = start(Engine::builder());
        let fault = Rule::fault(409, "Operation Failed", "[Cannot do it. No.]");
        engine.inject(fault.operation(operation));
        let error = example::run(&connection, pending::<()>())
            .await
            .unwrap_err();
        assert!(error.to_string().contains("Cannot do it"), "{error}");
        assert_nothing_left(&connection).await;
    }
}

#[tokio::test]
async fn example_cleans_up_after_an_interrupt() {
    let (_engine, connection) = start(Engine::builder());
    let error = example::run(&connection, async {}).await.unwrap_err();
    assert_eq!(error.to_string(), "interrupted");
    assert_nothing_left(&connection).await;
}

#[tokio::test]
async fn example_says_what_an_engine_lacks_before_it_changes_anything() {
    let (engine, connection) = start(Engine::builder().hosts(0));
    let error = example::run(&connection, pending::<()>())
        .await
        .unwrap_err();
    assert!(error.to_string().starts_with("no host is up: "), "{error}");
    assert!(changes(&engine).is_empty());

    let (engine, connection) = start(Engine::builder());
    let system = connection.system_service();
    for center in system.data_centers_service().list().await.unwrap() {
        let center = system
            .data_centers_service()
            .data_center_service(center.try_id().unwrap());
        let domains = center.storage_domains_service();
        for domain in domains.list().await.unwrap() {
            let domain = domains.storage_domain_service(domain.try_id().unwrap());
            domain.deactivate().await.unwrap();
        }
    }
    let before = changes(&engine).len();
    let error = example::run(&connection, pending::<()>())
        .await
        .unwrap_err();
    assert!(
        error
            .to_string()
            .starts_with("no storage domain is active: "),
        "{error}"
    );
    assert_eq!(changes(&engine).len(), before);
}
