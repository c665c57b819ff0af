//! Objects found by their names.

use std::time::Duration;

use ovirt::types::{Disk, DiskFormat, Snapshot, StorageDomain};
use ovirt::{Connection, Error, ErrorKind};
use ovirt_engine_sim::Engine;

use crate::support::new_vm;

fn engine() -> (Engine, Connection) {
    let engine = Engine::builder()
        .life_cycle(Duration::from_millis(2))
        .start()
        .expect("the engine starts");
    let connection = engine.connection().expect("a connection");
    (engine, connection)
}

/// The queries of the lists that the engine received since `clear`.
fn queries(engine: &Engine) -> Vec<String> {
    let requests = engine.requests().into_iter();
    let lists = requests.filter(|request| request.method == "GET");
    lists.map(|request| request.query).collect()
}

#[tokio::test]
async fn an_object_is_found_by_its_name_in_one_request() {
    let (engine, connection) = engine();
    let vms = connection.system_service().vms_service();
    for name in ["web1", "web10", "Web1", "a.b-c_d"] {
        vms.add(new_vm(name)).await.unwrap();
    }
    let found = vms.named("web1").await.unwrap();
    assert_eq!(found.name.as_deref(), Some("web1"));
    assert_eq!(queries(&engine), ["search=name%3D%22web1%22"]);
    let special = vms.named("a.b-c_d").await.unwrap();
    assert_eq!(vms.vm_service(&special).get().await.unwrap().id, special.id);
}

#[test]
fn named_has_all_verbs_and_can_be_repeated() {
    let (_engine, connection) = engine();
    let clusters = connection.system_service().clusters_service();
    let default = clusters.named("Default");
    let one = default.clone().call().unwrap();
    let other = default.spawn().wait().unwrap();
    assert_eq!(one.id, other.id);
}

#[tokio::test]
async fn types_without_names_are_found_by_their_label() {
    let (_engine, connection) = engine();
    let system = connection.system_service();
    let domains = system
        .storage_domains_service()
        .list()
        .search("type=nfs")
        .await
        .unwrap();
    let domain = StorageDomain::with_id(domains[0].try_id().unwrap());
    let disk = Disk::new()
        .alias("data 1")
        .provisioned_size(1 << 20)
        .format(DiskFormat::Cow)
        .storage_domains([domain]);
    let disk = system.disks_service().add(disk).await.unwrap();
    assert_eq!(
        system.disks_service().named("data 1").await.unwrap().id,
        disk.id
    );

    let vm = system.vms_service().add(new_vm("web1")).await.unwrap();
    let vm = system.vms_service().vm_service(&vm);
    let snapshots = vm.snapshots_service();
    snapshots
        .add(Snapshot::new().description("before"))
        .await
        .unwrap();
    let snapshot = snapshots.named("before").await.unwrap();
    assert_eq!(snapshot.description.as_deref(), Some("before"));

    let user = system
        .users_service()
        .named("admin@internal-authz")
        .await
        .unwrap();
    assert_eq!(user.user_name.as_deref(), Some("admin@internal-authz"));
}

#[tokio::test]
async fn a_missing_object_is_not_found_and_similar_names_are_suggested() {
    let (_engine, connection) = engine();
    let vms = connection.system_service().vms_service();
    for name in ["Web1", "web10", "database"] {
        vms.add(new_vm(name)).await.unwrap();
    }
    let error = vms.named("web1").await.unwrap_err();
    assert!(matches!(error, Error::NotFound(_)), "{error:?}");
    assert_eq!(error.kind(), ErrorKind::NotFound);
    assert_eq!(
        error.to_string(),
        "no object in /vms has the name \"web1\" (case-sensitive): did you mean \"Web1\"?"
    );
    let error = vms.named("dtabase").await.unwrap_err();
    assert!(
        error.to_string().ends_with("did you mean \"database\"?"),
        "{error}"
    );
    let error = vms.named("mail").await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "no object in /vms has the name \"mail\" (case-sensitive)"
    );
    let tags = connection.system_service().tags_service();
    let error = tags.named("nothing").await.unwrap_err();
    assert!(matches!(error, Error::NotFound(_)), "{error:?}");
}

#[tokio::test]
async fn a_name_of_several_objects_is_an_error_with_all_ids() {
    let (_engine, connection) = engine();
    let system = connection.system_service();
    let vm = system.vms_service().add(new_vm("web1")).await.unwrap();
    let snapshots = system.vms_service().vm_service(&vm).snapshots_service();
    let mut ids = Vec::new();
    for _ in 0..2 {
        let snapshot = snapshots
            .add(Snapshot::new().description("nightly"))
            .with_wait_while_locked(Duration::from_secs(60))
            .await
            .unwrap();
        ids.push(snapshot.id.unwrap());
    }
    ids.sort();
    let error = snapshots.named("nightly").await.unwrap_err();
    assert!(matches!(error, Error::Usage(_)), "{error:?}");
    let text = error.to_string();
    assert!(text.starts_with("2 objects in /vms/"), "{text}");
    assert!(text.ends_with(&ids.join(", ")), "{text}");
}

#[tokio::test]
async fn names_that_searches_cannot_quote_are_found() {
    let (engine, connection) = engine();
    let tags = connection.system_service().groups_service();
    let error = tags.named("it's \"mine\"; or all\n").await.unwrap_err();
    assert!(matches!(error, Error::NotFound(_)), "{error:?}");
    assert_eq!(
        queries(&engine).first().map(String::as_str),
        Some("search=name%3D%22it*s+*mine**+or+all*%22")
    );
    let error = tags.named("").await.unwrap_err();
    assert!(matches!(error, Error::Usage(_)), "{error:?}");
}
