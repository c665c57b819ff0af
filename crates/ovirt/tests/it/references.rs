//! References to existing objects in requests.

// An object by value means something else.
#![allow(clippy::needless_borrows_for_generic_args)]

use ovirt::types::{
    AffinityLabel, Cluster, Disk, Host, Network, NetworkAttachment, StorageDomain, Tag, Template,
    Vm,
};
use ovirt::{Connection, Error};

use crate::support::server::Response;
use crate::support::stub_engine::StubEngine;

fn engine() -> StubEngine {
    StubEngine::new(|_| Response::xml(201, "<action/>"))
}

/// The body of the last request.
fn last_body(engine: &StubEngine) -> String {
    engine.server.requests().pop().expect("a request").body
}

fn vm_service(connection: &Connection) -> ovirt::services::VmService {
    connection.system_service().vms_service().vm_service("123")
}

#[tokio::test]
async fn an_existing_object_is_added_by_its_id() {
    let engine = StubEngine::new(|request| {
        let tag = if request.target.ends_with("tags") {
            "tag"
        } else {
            "affinity_label"
        };
        Response::xml(201, &format!("<{tag}/>"))
    });
    let connection = engine.connect_with_token();
    let vm = vm_service(&connection);
    let label = AffinityLabel::with_id("1").name("fast").comment("not sent");
    vm.affinity_labels_service().add(&label).await.unwrap();
    assert_eq!(last_body(&engine), "<affinity_label id=\"1\"/>");
    vm.affinity_labels_service().add("1").await.unwrap();
    assert_eq!(last_body(&engine), "<affinity_label id=\"1\"/>");
    vm.affinity_labels_service()
        .add(AffinityLabel::named("fast"))
        .await
        .unwrap();
    assert_eq!(
        last_body(&engine),
        "<affinity_label><name>fast</name></affinity_label>"
    );
    vm.tags_service()
        .add(&Tag::named("web").comment("not sent"))
        .await
        .unwrap();
    assert_eq!(last_body(&engine), "<tag><name>web</name></tag>");
}

#[tokio::test]
async fn an_owned_object_is_added_with_its_members() {
    let engine = StubEngine::new(|_| Response::xml(201, "<network/>"));
    let connection = engine.connect_with_token();
    let cluster = connection
        .system_service()
        .clusters_service()
        .cluster_service("1");
    let network = Network::with_id("2").required(false);
    cluster.networks_service().add(network).await.unwrap();
    assert_eq!(
        last_body(&engine),
        "<network id=\"2\"><required>false</required></network>"
    );
}

#[tokio::test]
async fn parameters_of_actions_are_references() {
    let engine = engine();
    let connection = engine.connect_with_token();
    let host = Host::with_id("1").name("node1").comment("not sent");
    vm_service(&connection).migrate().host(&host).await.unwrap();
    assert_eq!(last_body(&engine), "<action><host id=\"1\"/></action>");

    let disk = connection
        .system_service()
        .disks_service()
        .disk_service("5");
    let domain = StorageDomain::with_id("2").name("data").available(7);
    disk.move_(&domain).disk_profile("3").await.unwrap();
    assert_eq!(
        last_body(&engine),
        "<action><disk_profile id=\"3\"/><storage_domain id=\"2\"/></action>"
    );

    let host = connection
        .system_service()
        .hosts_service()
        .host_service("1");
    let attachments = [NetworkAttachment::with_id("8").comment("not sent")];
    host.setup_networks()
        .removed_network_attachments(&attachments)
        .await
        .unwrap();
    assert!(last_body(&engine).contains("<network_attachment id=\"8\"/>"));
}

#[tokio::test]
async fn a_reference_without_id_and_name_is_refused_before_sending() {
    let engine = engine();
    let connection = engine.connect_with_token();
    let system = connection.system_service();
    let (nowhere, nothing) = (Cluster::new(), StorageDomain::new());
    let labels = vm_service(&connection).affinity_labels_service();
    let errors = [
        (
            "`cluster`",
            system
                .vms_service()
                .add(Vm::named("a").cluster(&nowhere))
                .await
                .err(),
        ),
        (
            "`cluster`",
            system
                .vms_service()
                .add(Vm::named("a").cluster(""))
                .await
                .err(),
        ),
        (
            "`storage_domains`",
            system
                .disks_service()
                .add(Disk::new().storage_domains([&nothing]))
                .await
                .err(),
        ),
        (
            "`vm`",
            system
                .templates_service()
                .add(Template::named("t").vm(&Vm::new()))
                .await
                .err(),
        ),
        (
            "`host`",
            vm_service(&connection)
                .migrate()
                .host(&Host::new())
                .await
                .err(),
        ),
    ];
    for (member, error) in errors {
        let error = error.expect("an error");
        assert!(matches!(error, Error::Usage(_)), "{error}");
        assert!(error.to_string().contains(member), "{error}");
        assert!(error.to_string().contains("without id and name"), "{error}");
    }
    let error = labels.add(&AffinityLabel::new()).await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "assigned_affinity_labels.add refers to an object without id and name: use an object that \
         the engine returned, or set the id using with_id()"
    );
    assert_eq!(engine.server.requests().len(), 0);
}
