//! Requests whose types are known at run time only, on the simulator.

use std::time::Duration;

use ovirt::types::{Action, Document, Host, List, Vm, VmStatus};
use ovirt::{Connection, Error, ErrorKind};
use ovirt_engine_sim::{Engine, Rule};

use crate::support::new_vm;

fn start(vms: usize) -> (Engine, Connection) {
    let engine = Engine::builder()
        .vms(vms)
        .life_cycle(Duration::from_millis(2))
        .start()
        .unwrap();
    let connection = engine.connection().unwrap();
    (engine, connection)
}

fn list(document: Option<Document>) -> List<Vm> {
    document.unwrap().into_list().unwrap()
}

#[test]
fn requests_of_each_kind_are_sent_like_typed_ones() {
    let (engine, connection) = start(2);
    let vms = connection.service("vms").unwrap();
    let found = vms.list().with_query("search", "name=vm1").call().unwrap();
    assert_eq!(list(found).len(), 1);

    let new = Document::from(new_vm("web1"));
    let added = vms.add().document(new).call().unwrap().unwrap();
    let id = added.object::<Vm>().unwrap().id.clone().unwrap();
    let vm = connection.service(&format!("vms/{id}")).unwrap();
    let change = Document::from(Vm::new().comment("changed"));
    vm.update().document(change).call().unwrap();
    let current = vm.get().call().unwrap().unwrap();
    let current = current.object::<Vm>().unwrap();
    assert_eq!(current.comment.as_deref(), Some("changed"));
    assert!(
        vm.remove()
            .call()
            .unwrap()
            .is_none_or(|it| it.tag() == "action")
    );

    for operation in ["vms.list", "vms.add", "vm.update", "vm.get", "vm.remove"] {
        assert_eq!(engine.count(operation), 1, "{operation}");
    }
}

#[test]
fn an_operation_waits_for_the_work_of_an_action() {
    let (_engine, connection) = start(2);
    let found = connection.service("vms").unwrap().list().call().unwrap();
    let down = list(found);
    let down = down.iter().find(|vm| vm.status == Some(VmStatus::Down));
    let path = format!("vms/{}", down.unwrap().try_id().unwrap());
    let vm = connection.service(&path).unwrap();
    let parameters = Document::from(Action::new().host(Host::named("host1")));
    let starting = vm.action("start").document(parameters).operation();
    starting.call().unwrap().done().call().unwrap();
    let vm = vm.get().call().unwrap().unwrap();
    assert_ne!(vm.object::<Vm>().unwrap().status, Some(VmStatus::Down));
}

#[test]
fn a_refused_request_is_an_error_with_its_operation() {
    let (engine, connection) = start(1);
    let vm = connection.service("vms/00000000-0000-0000-0000-000000000001");
    let error = vm.unwrap().action("shutdown").call().unwrap_err();
    assert_eq!(error.operation(), Some("vm.shutdown"));
    assert!(matches!(error, Error::NotFound(_)), "{error:?}");
    engine.inject(Rule::status(409).operation("vms.add"));
    let vms = connection.service("vms").unwrap();
    let add = vms.add().document(Document::from(new_vm("web1")));
    assert!(add.call().unwrap_err().is_conflict());
}

#[test]
fn a_stream_yields_all_objects_of_a_list() {
    let (_engine, connection) = start(300);
    let vms = || connection.service("vms").unwrap().list();
    let mut names = Vec::new();
    for batch in vms().stream(&Document::empty("vms").unwrap()).unwrap() {
        let batch: List<Vm> = batch.unwrap().into_list().unwrap();
        names.extend(batch.into_iter().filter_map(|vm| vm.name));
    }
    assert_eq!(names.len(), 300);
    let object = Document::empty("vm").unwrap();
    let error = vms().stream(&object).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Usage);
}

#[test]
fn a_dry_run_shows_query_and_document() {
    let (engine, connection) = start(1);
    let vms = connection.service("vms").unwrap();
    let add = vms.add().document(Document::from(Vm::named("web1")));
    let shown = add.with_query("clone", true).dry_run().unwrap();
    assert_eq!(shown.method(), "POST");
    assert!(shown.url().ends_with("/vms?clone=true"), "{}", shown.url());
    assert_eq!(shown.body(), "<vm><name>web1</name></vm>");
    let start = connection.service("vms/1").unwrap().action("start");
    assert_eq!(start.dry_run().unwrap().body(), "<action/>");
    assert_eq!(engine.count("vms.add"), 0);
}
